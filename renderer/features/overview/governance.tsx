// The four questions of a board with what the results say about each, and whether an answer was accepted.
import { useMemo } from 'react';
import { collectGovernance, type GovernanceFacts } from '../../../shared/domain/governance.ts';
import type { RequirementResult } from '../../../shared/domain/roll-up.ts';
import { hrefToRoom, type RoomId } from '../../api/addresses.ts';
import { useAudit } from '../../api/session-context.tsx';
import styles from './governance.module.css';
import { KindCounts } from './kind-counts.tsx';
import { texts } from './texts.ts';

interface ReferencesProps {
  label: string;
  targets: readonly string[];
  room: RoomId;
}

function References({ label, targets, room }: ReferencesProps) {
  const ref = useAudit((state) => state.open.audit.ref);
  return (
    <p className={styles.references}>
      {label}{' '}
      {targets.map((target) => (
        <a key={target} href={hrefToRoom(ref, room, target)}>
          {target}
        </a>
      ))}
    </p>
  );
}

function Question({ facts }: { facts: GovernanceFacts }) {
  const { id, question, requirements, byVerdict, nonconformities, notAudited } = facts;
  const ref = useAudit((state) => state.open.audit.ref);
  const conclusion = useAudit((state) => state.open.conclusion);
  const isWritten = conclusion[id].trim() !== '';
  const answer = isWritten ? (conclusion.acceptedAt === null ? 'written' : 'accepted') : 'none';
  return (
    <li className={styles.question}>
      <h3>{question}</h3>
      <div className={styles.results}>
        <span>{texts.requirements(requirements)}</span>
        <KindCounts byVerdict={byVerdict} />
      </div>
      {nonconformities.length === 0 ? (
        <p className={styles.references}>{texts.noNonconformity}</p>
      ) : (
        <References label={texts.nonconformities} targets={nonconformities} room="findings" />
      )}
      {notAudited.length === 0 ? null : <References label={texts.notAudited} targets={notAudited} room="checklist" />}
      <p>
        <a className={styles.answer} data-answer={answer} href={hrefToRoom(ref, 'report')}>
          {texts.answer[answer]}
        </a>
      </p>
    </li>
  );
}

/** The four questions. */
export function Governance({ results }: { results: ReadonlyMap<string, RequirementResult> }) {
  const catalogue = useAudit((state) => state.catalogue);
  const findings = useAudit((state) => state.open.findings);
  const questions = useMemo(() => collectGovernance(catalogue, results, findings), [catalogue, results, findings]);
  return (
    <section>
      <h2>{texts.questions}</h2>
      <ul className={styles.questions}>
        {questions.map((facts) => (
          <Question key={facts.id} facts={facts} />
        ))}
      </ul>
    </section>
  );
}
