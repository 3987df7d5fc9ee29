// One piece of evidence: what it shows, what is said about it, the file, where it is used, what happened to it.
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useAppActions } from '../../api/app-actions.tsx';
import { useAuditSession } from '../../api/session-context.tsx';
import { KeptAsPrinted } from '../../parts/kept-as-printed.tsx';
import { RecordHistory } from '../../parts/record-history.tsx';
import { EvidenceFacts } from './evidence-facts.tsx';
import { EvidenceFields, EvidenceHeading } from './evidence-fields.tsx';
import { EvidenceLinks } from './evidence-links.tsx';
import type { EvidenceRow } from './evidence-rows.ts';
import styles from './details.module.css';
import { evidenceHistoryWords } from './history-words.ts';
import { Preview } from './preview.tsx';
import { texts } from './texts.ts';

/** The details of a piece of evidence. */
export function EvidenceDetails({ row }: { row: EvidenceRow }) {
  const { record } = row;
  const { id, number } = record;
  const session = useAuditSession();
  const { say } = useAppActions();
  useEffect(() => () => session.leaveField(), [session]);

  const remove = async () => {
    try {
      await session.run('evidence.remove', { evidence: id }, texts.removeLabel(number));
      say(texts.removed(number), { undo: true });
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), { isAlarm: true });
    }
  };

  return (
    <article className={styles.piece} aria-label={number}>
      <KeptAsPrinted noun="evidence" id={id}>
        <EvidenceHeading record={record} />
      </KeptAsPrinted>
      <Preview record={record} />
      <EvidenceLinks row={row} />
      <section>
        <h2>{texts.aboutIt}</h2>
        <KeptAsPrinted noun="evidence" id={id}>
          <EvidenceFields record={record} />
        </KeptAsPrinted>
      </section>
      <EvidenceFacts record={record} sameAs={row.sameAs} />
      <section>
        <h2>{texts.history}</h2>
        <RecordHistory record={id} name={number} words={evidenceHistoryWords} />
      </section>
      <div>
        <Button variant="subtle" color="gray" onClick={() => void remove()}>
          {texts.remove}
        </Button>
      </div>
    </article>
  );
}
