// The questions that decide a grade, the grade they lead to, and the reason. Nothing is forced.
import { Button, NumberInput, SegmentedControl } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { FindingRecord } from '../../../shared/contract/records.ts';
import { decisionAnswers } from '../../../shared/domain/vocabulary.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { useGradeLabels, useTemplate } from '../../api/audit-template.ts';
import { useReferenceSuggestions } from '../../api/reference-suggestions.ts';
import { useAuditSession } from '../../api/session-context.tsx';
import { CompletingText } from '../../parts/completing-text.tsx';
import { optionsOf } from '../../ui/options.ts';
import { answersOf, type Answer, type DecisionDraft, gradeOfDraft, type Question } from './decision-draft.ts';
import styles from './grade-decision.module.css';
import { GradeChoice } from './grade-choice.tsx';
import { texts } from './texts.ts';

const { '': _open, ...answers } = decisionAnswers;
const options = optionsOf(answers);
const counts = ['affected', 'examined'] as const;

interface Props {
  finding: FindingRecord;
  draft: DecisionDraft;
  onDraft: (draft: DecisionDraft) => void;
  /** Called once the decision is recorded or given up. */
  onDone: () => void;
}

interface QuestionProps {
  question: Question;
  value: Answer;
  onAnswer: (answer: Answer) => void;
}

function OneQuestion({ question, value, onAnswer }: QuestionProps) {
  const label = useId();
  return (
    <div className={styles.question}>
      <div>
        <p id={label}>{texts.questions[question].ask}</p>
        <p className={styles.faint}>{texts.questions[question].hint}</p>
      </div>
      <SegmentedControl
        size="xs"
        aria-labelledby={label}
        data={options}
        value={value}
        onChange={(answer) => onAnswer(answer as Answer)}
      />
    </div>
  );
}

/** Where a grade is decided. What is answered so far is kept by the caller. */
export function DecisionForm({ finding, draft, onDraft, onDone }: Props) {
  const session = useAuditSession();
  const { say } = useAppActions();
  const labels = useGradeLabels();
  const template = useTemplate();
  const suggest = useReferenceSuggestions();
  const form = useRef<HTMLFormElement>(null);
  const [isBusy, setBusy] = useState(false);
  const reason = useId();
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const { proposed, chosen } = gradeOfDraft(
    draft,
    finding.grade,
    template.grades.map(({ grade }) => grade),
  );
  const change = (part: Partial<DecisionDraft>) => onDraft({ ...draft, ...part });
  const ask = (question: Question) => (
    <OneQuestion question={question} value={draft[question]} onAnswer={(answer) => change({ [question]: answer })} />
  );

  const record = async () => {
    if (isBusy) return;
    setBusy(true);
    const decision = { ...answersOf(draft), grade: chosen };
    try {
      const label = texts.decisionLabel(finding.number);
      await session.run('findings.grade', { finding: finding.id, id: uuidv7(), decision }, label);
      onDone();
    } catch (error) {
      setBusy(false);
      say(error instanceof Error ? error.message : String(error), { isAlarm: true });
    }
  };

  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={texts.decide}
      onSubmit={(event) => {
        event.preventDefault();
        void record();
      }}
    >
      {ask('unfulfilled')}
      {draft.unfulfilled === 'yes' ? (
        <>
          {ask('capabilityInDoubt')}
          {ask('systemic')}
          <div className={styles.counts}>
            {counts.map((count) => (
              <NumberInput
                key={count}
                label={texts.decisionCounts[count]}
                size="xs"
                min={0}
                allowDecimal={false}
                allowNegative={false}
                hideControls
                value={draft[count] ?? ''}
                onChange={(value) => change({ [count]: typeof value === 'number' ? value : null })}
              />
            ))}
          </div>
        </>
      ) : null}
      <p role="status" className={styles.proposal}>
        {proposed === undefined ? texts.noProposal : texts.proposal(labels[proposed])}
        {proposed !== undefined && proposed !== chosen ? ` ${texts.otherThanProposed}` : ''}
      </p>
      <GradeChoice grade={chosen} onGrade={(grade) => change({ grade })} />
      <div className={styles.reason}>
        <label htmlFor={reason}>{texts.gradeReason}</label>
        <CompletingText
          id={reason}
          suggest={suggest}
          lines={2}
          value={draft.reason}
          placeholder={texts.gradeReasonPlaceholder}
          onText={(text) => change({ reason: text })}
        />
      </div>
      <div className={styles.buttons}>
        <Button type="submit" disabled={isBusy}>
          {texts.recordDecision}
        </Button>
        <Button variant="default" onClick={onDone}>
          {texts.cancel}
        </Button>
      </div>
    </form>
  );
}
