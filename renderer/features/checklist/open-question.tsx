// The question that is being answered.
import { type Ref, useEffect, useEffectEvent } from 'react';
import type { ChecklistItemRecord } from '../../../shared/contract/records.ts';
import { isOwnQuestion, isRemovable } from '../../../shared/domain/checklist.ts';
import type { Verdict } from '../../../shared/domain/vocabulary.ts';
import { takesFiles } from '../../api/app-actions.tsx';
import { useAuditSession } from '../../api/session-context.tsx';
import { GrowingText } from '../../parts/growing-text.tsx';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import { useAnswer } from './answer-texts.ts';
import { AnswerFacts } from './answer-facts.tsx';
import { type RequirementRow, shownVerdict } from './checklist-view.ts';
import { MarkBox } from './mark-box.tsx';
import { ParkedMark, QuestionMarks, SystemChip, useSystemName } from './question-marks.tsx';
import { type QuestionActions, QuestionTools } from './question-tools.tsx';
import styles from './question.module.css';
import { RewordedQuestion } from './reworded-question.tsx';
import { texts } from './texts.ts';
import { VerdictButtons } from './verdict-buttons.tsx';

const needsReason = (verdict: Verdict): verdict is 'not-audited' | 'not-applicable' =>
  verdict === 'not-audited' || verdict === 'not-applicable';

function Answer({ item }: { item: ChecklistItemRecord }) {
  const session = useAuditSession();
  const { id, requirement } = item;
  const leave = () => session.leaveField();
  return (
    <>
      {needsReason(item.verdict) || item.reason !== '' ? (
        <GrowingText
          lines={1}
          value={item.reason}
          data-field="reason"
          aria-label={texts.reason}
          placeholder={needsReason(item.verdict) ? texts.reasonFor[item.verdict] : texts.reason}
          onBlur={leave}
          onText={(reason) =>
            session.edit('checklistItem', id, { reason }, { label: texts.stepOfReason(requirement), typing: true })
          }
        />
      ) : null}
      <GrowingText
        value={item.notes}
        data-field="notes"
        aria-label={texts.notes}
        placeholder={texts.notesHint}
        onBlur={leave}
        onText={(notes) =>
          session.edit(
            'checklistItem',
            id,
            item.verdict === 'not-started' && notes !== '' ? { notes, verdict: 'in-progress' } : { notes },
            { label: texts.stepOfNotes(requirement), typing: true },
          )
        }
      />
    </>
  );
}

interface Props extends QuestionActions {
  row: RequirementRow;
  item: ChecklistItemRecord;
  depth: string;
  /** Whether it is one of several rows under the words of the question. */
  isRow: boolean;
  /** Whom the catalogue names for the question. */
  roles: readonly string[];
  isMarked: boolean;
  onMark: (id: string, isRange: boolean) => void;
  articleRef: Ref<HTMLElement>;
  /** Whether its words are being changed. */
  isReworded: boolean;
  onReworded: (words: string, isByKey: boolean) => Promise<boolean>;
  /** Called once it stands on the page. */
  onShown: () => void;
  onVerdict: (verdict: Verdict) => void;
  onEvidence: () => void;
  onFinding: () => void;
}

/** The open question with its answer. */
export function OpenQuestion(props: Props) {
  const { row, depth, isRow, isMarked, articleRef, isReworded, onReworded, onShown, onVerdict } = props;
  const item = useAnswer(props.item);
  const session = useAuditSession();
  const system = useSystemName(item.aiSystem);
  const show = useEffectEvent(onShown);
  useEffect(() => {
    show();
    // What was typed into a question that is left is stored at once.
    return () => session.leaveField();
  }, [session]);
  return (
    <article
      className={styles.question}
      data-open
      data-row={isRow || undefined}
      data-marked={isMarked || undefined}
      {...takesFiles('item', item.id)}
      ref={articleRef}
      tabIndex={-1}
      aria-label={item.aiSystem === null ? item.question : `${system}: ${item.question}`}
    >
      <div className={styles.side}>
        <VerdictChip verdict={shownVerdict(row, item)} />
        <MarkBox {...props} item={item} />
      </div>
      <div className={styles.body}>
        <div className={styles.top}>
          {isRow ? (
            <h3 className={styles.rowName} dir="auto">
              {system}
              <ParkedMark item={item} />
            </h3>
          ) : (
            <QuestionMarks item={item} depth={depth} />
          )}
          <QuestionTools
            {...props}
            item={item}
            isOwn={isOwnQuestion(item)}
            isRemovable={isRemovable(item, row.items)}
          />
        </div>
        {isReworded ? <RewordedQuestion words={item.question} onDone={onReworded} /> : null}
        {isRow || isReworded ? null : (
          <h2 className={styles.words} dir="auto">
            <SystemChip system={item.aiSystem} />
            {item.question}
          </h2>
        )}
        <VerdictButtons item={item} onVerdict={onVerdict} />
        <Answer item={item} />
        <AnswerFacts {...props} item={item} />
      </div>
    </article>
  );
}
