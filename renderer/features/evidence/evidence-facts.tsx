// Which file it is: facts that nobody can change, with the whole hash.
import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { EvidenceRecord } from '../../../shared/contract/records.ts';
import { hrefToRoom } from '../../api/addresses.ts';
import { useAudit } from '../../api/session-context.tsx';
import { formatSize } from '../../ui/format.ts';
import styles from './details.module.css';
import { FileWays } from './file-ways.tsx';
import { texts } from './texts.ts';

interface Props {
  record: EvidenceRecord;
  /** The number of earlier evidence with the same content. */
  sameAs: string | undefined;
}

/** Name, size, type and hash of the file. */
export function EvidenceFacts({ record, sameAs }: Props) {
  const ref = useAudit((state) => state.open.audit.ref);
  const clipboard = useClipboard({ timeout: 2_000 });
  const { originalName, size, mediaType, sha256 } = record;
  return (
    <section>
      <h2>{texts.facts}</h2>
      <dl className={styles.facts}>
        <dt>{texts.factNames.originalName}</dt>
        <dd>{originalName}</dd>
        <dt>{texts.factNames.size}</dt>
        <dd>{formatSize(size)}</dd>
        <dt>{texts.factNames.mediaType}</dt>
        <dd>{mediaType}</dd>
        <dt>{texts.factNames.sha256}</dt>
        <dd>
          <code className={styles.hash}>{sha256}</code>
        </dd>
      </dl>
      {sameAs === undefined ? null : (
        <p className={styles.same}>
          {texts.sameContent} <a href={hrefToRoom(ref, 'evidence', sameAs)}>{sameAs}</a>
        </p>
      )}
      <div className={styles.tools}>
        <Button
          variant="default"
          leftSection={clipboard.copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
          onClick={() => clipboard.copy(sha256)}
        >
          {clipboard.copied ? texts.copied : texts.copyHash}
        </Button>
        <FileWays record={record} command="evidence.outside" />
      </div>
      <p className={styles.muted} role="status">
        {clipboard.error ? texts.copyFailed : texts.unchanging}
      </p>
    </section>
  );
}
