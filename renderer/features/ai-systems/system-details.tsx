// One AI system: what is said about it, what was asked, found and kept about it, and what happened to it.
import { Button } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import type { AiSystemRecord } from '../../../shared/contract/records.ts';
import { findingHeading } from '../../../shared/domain/findings.ts';
import { questionsDue } from '../../../shared/domain/system-sampling.ts';
import { verdicts } from '../../../shared/domain/vocabulary.ts';
import { hrefToRoom } from '../../api/addresses.ts';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { KeptAsPrinted } from '../../parts/kept-as-printed.tsx';
import { GradeChip } from '../../parts/grade-chip.tsx';
import { RecordHistory } from '../../parts/record-history.tsx';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import styles from './details.module.css';
import { systemHistoryWords } from './history-words.ts';
import { SystemFields, SystemHeading } from './system-fields.tsx';
import { askedOf, evidenceOf } from './system-rows.ts';
import { texts } from './texts.ts';
import type { SystemChanges } from './use-system-changes.ts';

interface Props {
  system: AiSystemRecord;
  changes: SystemChanges;
}

function Questions({ system, changes }: Props) {
  const open = useAudit((state) => state.open);
  const catalogue = useAudit((state) => state.catalogue);
  const asked = useMemo(() => askedOf(system.id, open.checklist, catalogue), [system.id, open.checklist, catalogue]);
  const due = useMemo(
    () => questionsDue(system, open.checklist, catalogue.questions).length,
    [system, open.checklist, catalogue],
  );
  const canAsk = system.sampled && system.inScope;
  return (
    <section>
      <h2>{texts.questions}</h2>
      {asked.length === 0 ? <p className={styles.muted}>{texts.noQuestions}</p> : null}
      <ul className={styles.list}>
        {asked.map(({ id, title, items }) => (
          <li key={id}>
            <a className={styles.ref} href={hrefToRoom(open.audit.ref, 'checklist', id)}>
              {id}
            </a>
            <span className={styles.words} title={title}>
              {title}
            </span>
            <span className={styles.chips}>
              {items.map((item) => (
                <a
                  key={item.id}
                  href={hrefToRoom(open.audit.ref, 'checklist', item.id)}
                  title={item.question}
                  aria-label={texts.questionOf(item.questionId, verdicts[item.verdict])}
                >
                  <VerdictChip verdict={item.verdict} size="small" isDecoration />
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {due > 0 && canAsk ? (
        <Button variant="default" onClick={() => void changes.ask([system])}>
          {texts.ask(due)}
        </Button>
      ) : null}
      {canAsk ? null : <p className={styles.muted}>{texts.onlySampled}</p>}
    </section>
  );
}

function Mentions({ system }: { system: AiSystemRecord }) {
  const open = useAudit((state) => state.open);
  const findings = open.findings.filter(({ aiSystems }) => aiSystems.includes(system.id));
  const evidence = evidenceOf(system.id, open);
  return (
    <>
      <section>
        <h2>{texts.findings}</h2>
        {findings.length === 0 ? <p className={styles.muted}>{texts.noFindings}</p> : null}
        <ul className={styles.list}>
          {findings.map((finding) => (
            <li key={finding.id}>
              <a className={styles.ref} href={hrefToRoom(open.audit.ref, 'findings', finding.number)}>
                {finding.number}
              </a>
              <span className={styles.words}>{findingHeading(finding)}</span>
              <GradeChip grade={finding.grade} size="small" />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{texts.evidence}</h2>
        {evidence.length === 0 ? <p className={styles.muted}>{texts.noEvidence}</p> : null}
        <ul className={styles.list}>
          {evidence.map(({ id, number, title, originalName }) => (
            <li key={id}>
              <a className={styles.ref} href={hrefToRoom(open.audit.ref, 'evidence', number)}>
                {number}
              </a>
              <span className={styles.words}>{title || originalName}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** The details of an AI system. */
export function SystemDetails({ system, changes }: Props) {
  const session = useAuditSession();
  useEffect(() => () => session.leaveField(), [session]);
  return (
    <article className={styles.piece} aria-label={system.name}>
      <KeptAsPrinted noun="aiSystem">
        <SystemHeading system={system} />
        <SystemFields system={system} />
      </KeptAsPrinted>
      <Questions system={system} changes={changes} />
      <Mentions system={system} />
      <section>
        <h2>{texts.history}</h2>
        <RecordHistory record={system.id} name={system.name} words={systemHistoryWords} />
      </section>
      <div>
        <Button variant="subtle" color="gray" onClick={() => void changes.remove(system)}>
          {texts.remove}
        </Button>
      </div>
    </article>
  );
}
