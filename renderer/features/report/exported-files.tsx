// What was exported last: name, size, hash, and the way to it.
import { ActionIcon, Tooltip } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useStore } from 'zustand';
import { useEngine } from '../../api/engine-context.tsx';
import type { ExportedFile } from '../../api/last-export.ts';
import { useAuditSession } from '../../api/session-context.tsx';
import { useStoredAudit } from '../../api/stored-audit.ts';
import { FileWays } from '../../parts/file-ways.tsx';
import { formatInstant, formatSize } from '../../ui/format.ts';
import styles from './side.module.css';
import { texts } from './texts.ts';
import { readHead, type ReportExporter } from './use-exporter.ts';

/** The newest change of the audit, read again after every save. */
function useHead(): string | null | undefined {
  const { api } = useEngine();
  const { id } = useAuditSession();
  const [head, setHead] = useState<string | null>();
  const read = useCallback(async () => {
    const newest = await readHead(api, id).catch(() => undefined);
    if (newest !== undefined) setHead(newest);
  }, [api, id]);
  useStoredAudit(read);
  return head;
}

function ExportedRow({ file, isStale }: { file: ExportedFile; isStale: boolean }) {
  const clipboard = useClipboard({ timeout: 2_000 });
  return (
    <li className={styles.file}>
      <div>
        <p className={styles.name}>{file.name}</p>
        <p className={styles.faint}>{texts.made(formatInstant(file.at), formatSize(file.size))}</p>
        {file.remarks.map((remark) => (
          <p key={remark} className={styles.remark}>
            {remark}
          </p>
        ))}
        {isStale ? <p className={styles.stale}>{texts.stale}</p> : null}
      </div>
      <div className={styles.ways}>
        <FileWays file={file} />
      </div>
      <p className={styles.hashLine}>
        <span className={styles.faint}>{texts.hash}</span>
        <code>{file.sha256}</code>
        <Tooltip label={clipboard.copied ? texts.copied : texts.copyHash(file.name)}>
          <ActionIcon size="sm" aria-label={texts.copyHash(file.name)} onClick={() => clipboard.copy(file.sha256)}>
            {clipboard.copied ? <IconCheck size={13} aria-hidden /> : <IconCopy size={13} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      </p>
      {clipboard.error ? (
        <p role="alert" className={styles.failure}>
          {texts.copyFailed}
        </p>
      ) : null}
    </li>
  );
}

/** The files of the last export. */
export function ExportedFiles({ exporter }: { exporter: ReportExporter }) {
  const files = useStore(exporter.store, (state) => state.files);
  const head = useHead();
  return (
    <section>
      <h2>{texts.last}</h2>
      {files.length === 0 ? (
        <p className={styles.faint}>{texts.never}</p>
      ) : (
        <>
          <ul className={styles.files}>
            {files.map((file) => (
              <ExportedRow key={file.kind} file={file} isStale={head !== undefined && head !== file.head} />
            ))}
          </ul>
          <p className={styles.faint}>{texts.reopened}</p>
        </>
      )}
    </section>
  );
}
