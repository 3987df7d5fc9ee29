// The grade of a finding: what it is and why, the way to decide it, and every decision so far.
import { Button } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';
import type { FindingRecord, GradeDecisionRecord } from '../../../shared/contract/records.ts';
import { isAnswered } from '../../../shared/domain/grade-decisions.ts';
import { decisionAnswers } from '../../../shared/domain/vocabulary.ts';
import { useGradeLabels, useTemplate } from '../../api/audit-template.ts';
import { useCommands } from '../../api/commands.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { useRecordEdit } from '../../api/record-edit.ts';
import { useReferenceSuggestions } from '../../api/reference-suggestions.ts';
import { useAudit } from '../../api/session-context.tsx';
import { CompletingText } from '../../parts/completing-text.tsx';
import { GradeChip } from '../../parts/grade-chip.tsx';
import { formatDayOf } from '../../ui/format.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { type DecisionDraft, readDecision } from './decision-draft.ts';
import { AdviceList, describedBy } from './advice-list.tsx';
import { DecisionForm } from './decision-form.tsx';
import type { FindingAdvice } from './finding-advice.ts';
import { gradesToChoose } from './finding-grades.ts';
import styles from './grade-decision.module.css';
import { fieldWords, texts } from './texts.ts';

interface Props {
  finding: FindingRecord;
  advice: FindingAdvice;
}

const asked = ['unfulfilled', 'capabilityInDoubt', 'systemic'] as const;

function sayAnswers(decision: GradeDecisionRecord): string {
  const said = asked
    .filter((question) => decision[question] !== '')
    .map((question) => `${texts.questions[question].short}: ${decisionAnswers[decision[question]].toLowerCase()}`);
  const { affected, examined } = decision;
  return [...said, affected === null ? '' : texts.extentOf(affected, examined)].filter(Boolean).join(' · ');
}

function Decisions({ decisions }: { decisions: readonly GradeDecisionRecord[] }) {
  const labels = useGradeLabels();
  if (decisions.length === 0) return null;
  return (
    <ol className={styles.history} aria-label={texts.decisions}>
      {decisions.toReversed().map((decision) => {
        const { id, from, grade, reason, decidedAt, decidedBy } = decision;
        const isRegrade = from !== '' && from !== grade;
        return (
          <li key={id}>
            <p>
              <GradeChip grade={grade} size="small" isDecoration />{' '}
              <strong>{isRegrade ? texts.regraded(labels[from], labels[grade]) : labels[grade]}</strong>{' '}
              <span className={styles.faint}>{texts.decidedBy(formatDayOf(decidedAt), decidedBy)}</span>
            </p>
            {isAnswered(decision) ? <p className={styles.faint}>{sayAnswers(decision)}</p> : null}
            <p className={styles.why}>{reason || texts.noReason}</p>
          </li>
        );
      })}
    </ol>
  );
}

/** The grade of a finding with its reason, its decision and the earlier ones. */
export function GradeDecision({ finding, advice }: Props) {
  const { id, number, grade, gradeReason } = finding;
  const edit = useRecordEdit('finding', id, number);
  const suggest = useReferenceSuggestions();
  const all = useAudit((state) => state.open.gradeDecisions);
  const decisions = all.filter((decision) => decision.finding === id);
  const [kept, keep] = useKeptDraft(`grade ${id}`);
  const draft = readDecision(kept);
  const chosen = gradesToChoose(useTemplate(), grade).find((choice) => choice.grade === grade);
  const button = useRef<HTMLButtonElement>(null);
  const section = useRef<HTMLElement>(null);
  const wasDeciding = useRef(draft !== undefined);
  const base = useId();
  const isDeciding = draft !== undefined;
  useEffect(() => {
    if (wasDeciding.current && !isDeciding) button.current?.focus();
    wasDeciding.current = isDeciding;
  }, [isDeciding]);

  const keepDraft = (next: DecisionDraft) => keep(JSON.stringify(next));
  const decide = () => {
    if (draft) {
      section.current?.querySelector<HTMLElement>('form input')?.focus();
      return;
    }
    const last = decisions.at(-1);
    const { unfulfilled = '', capabilityInDoubt = '', systemic = '', affected = null, examined = null } = last ?? {};
    const answers = { unfulfilled, capabilityInDoubt, systemic, affected, examined };
    keepDraft({ ...answers, grade: undefined, reason: gradeReason });
  };
  useCommands({ 'findings.grade': decide });

  return (
    <section ref={section} className={styles.section} aria-labelledby={`${base}-grade`}>
      <h2 id={`${base}-grade`}>{texts.grade}</h2>
      {draft ? (
        <DecisionForm finding={finding} draft={draft} onDraft={keepDraft} onDone={() => keep('')} />
      ) : (
        <>
          <div className={styles.now}>
            <GradeChip grade={grade} isDecoration /> <strong>{chosen?.label}</strong>
            <Button
              ref={button}
              variant="default"
              size="xs"
              className={styles.decide}
              rightSection={<KeyCap keys="m" />}
              onClick={decide}
            >
              {texts.decide}
            </Button>
          </div>
          <p className={styles.faint}>{chosen?.definition}</p>
          <AdviceList id={`${base}-grade`} advice={advice.grade} />
          <div className={styles.reason}>
            <label htmlFor={`${base}-reason`}>{texts.gradeReason}</label>
            <CompletingText
              id={`${base}-reason`}
              aria-describedby={describedBy(`${base}-reason`, advice.gradeReason)}
              suggest={suggest}
              lines={1}
              value={gradeReason}
              placeholder={texts.gradeReasonPlaceholder}
              onText={(text) => edit.type({ gradeReason: text }, fieldWords.gradeReason)}
              onBlur={edit.leave}
            />
            <AdviceList id={`${base}-reason`} advice={advice.gradeReason} />
          </div>
        </>
      )}
      <Decisions decisions={decisions} />
    </section>
  );
}
