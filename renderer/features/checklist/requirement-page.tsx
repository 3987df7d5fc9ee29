// The middle pane: one requirement with its questions, of which one is open.
import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { hrefToRoom } from '../../api/addresses.ts';
import { useHrefOfReference } from '../../api/references.ts';
import { useRoomView } from '../../api/room-view.ts';
import { useAudit } from '../../api/session-context.tsx';
import { KeptAsPrinted } from '../../parts/kept-as-printed.tsx';
import { AddedQuestion, type QuestionDraft } from './added-question.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { type RequirementRow, shownVerdict } from './checklist-view.ts';
import { ClosedQuestion, ClosedRow, GroupHead } from './closed-question.tsx';
import { MarkRest } from './mark-rest.tsx';
import { OpenQuestion } from './open-question.tsx';
import { groupQuestions } from './question-groups.ts';
import { SystemMatrix } from './system-matrix.tsx';
import { RequirementHeader } from './requirement-header.tsx';
import styles from './requirement-page.module.css';
import { repetitionsDue } from './tailor-checklist.ts';
import { texts } from './texts.ts';
import type { Checklist } from './use-checklist.ts';
import type { ChecklistMarks } from './use-marks.ts';
import type { ChecklistActions } from './use-question-actions.ts';

const noDraft: QuestionDraft = { words: '', system: '' };

interface Drafts {
  questions: Readonly<Record<string, QuestionDraft>>;
  reasons: Readonly<Record<string, string>>;
}

interface Props {
  checklist: Checklist;
  row: RequirementRow;
  actions: ChecklistActions;
  marks: ChecklistMarks;
}

const noRoles: readonly string[] = [];

/** Marks a question, or all up to it. Always the same function, so that rows need not be drawn again. */
function useMark(marks: ChecklistMarks) {
  const newest = useRef(marks);
  useLayoutEffect(() => {
    newest.current = marks;
  });
  return useCallback(
    (id: string, isRange: boolean) => (isRange ? newest.current.upTo(id) : newest.current.toggle(id)),
    [],
  );
}

function Questions({ checklist, row, actions, marks }: Props) {
  const { audit, item, question, questionOf, article, showArticle } = checklist;
  const mark = useMark(marks);
  const marked = new Set(marks.ids);
  const hrefOf = useHrefOfReference();
  const depths = useAudit((state) => state.catalogue.depths);
  const groups = useMemo(() => groupQuestions(row.items), [row.items]);
  const depthOf = (one: (typeof row.items)[number]) => {
    const depth = questionOf(one)?.depth;
    return depths.find(({ id }) => id === depth)?.title.toLowerCase() ?? '';
  };
  return groups.flatMap(({ key, items }) => {
    const [first] = items;
    const isGroup = items.length > 1;
    return [
      first && isGroup ? <GroupHead key={key} item={first} depth={depthOf(first)} systems={items.length} /> : null,
      ...items.map((one) => {
        if (one.id === item?.id) {
          return (
            <OpenQuestion
              key={one.id}
              row={row}
              item={one}
              depth={depthOf(one)}
              isRow={isGroup}
              roles={question?.interviewees ?? noRoles}
              isMarked={marked.has(one.id)}
              onMark={mark}
              articleRef={article}
              isReworded={actions.writing?.kind === 'words' && actions.writing.about === one.id}
              onReworded={actions.reword}
              onShown={showArticle}
              onVerdict={actions.answer}
              onEvidence={actions.addEvidence}
              onFinding={() => void actions.raise()}
              onPark={actions.park}
              onMove={(by) => void actions.move(by)}
              onReword={actions.startWords}
              onRemove={() => void actions.remove()}
              onRepeat={() => void actions.repeat()}
            />
          );
        }
        const closed = {
          item: one,
          verdict: shownVerdict(row, one),
          href: hrefToRoom(audit.ref, 'checklist', one.id),
          hrefOf,
          isMarked: marked.has(one.id),
          onMark: mark,
        };
        return isGroup ? (
          <ClosedRow key={one.id} {...closed} />
        ) : (
          <ClosedQuestion key={one.id} {...closed} depth={depthOf(one)} />
        );
      }),
    ];
  });
}

/** The requirement at hand. */
export function RequirementPage({ checklist, row, actions, marks }: Props) {
  const { view, systems, questionOf } = checklist;
  const { id } = row.requirement;
  const [{ questions, reasons }, setDrafts] = useRoomView<Drafts>('checklist drafts', { questions: {}, reasons: {} });
  const draft = questions[id] ?? noDraft;
  const reason = reasons[id] ?? '';
  const setDraft = (next: QuestionDraft) => setDrafts({ questions: { ...questions, [id]: next } });
  const setReason = (next: string) => setDrafts({ reasons: { ...reasons, [id]: next } });
  const repeated = useMemo(() => groupQuestions(row.items).filter(({ items }) => items.length > 1), [row.items]);
  const due = row.isExcluded ? [] : repetitionsDue(row, questionOf, systems);
  const open = row.items.filter((one) => view.openIds.has(one.id)).map((one) => one.id);
  const isWriting = (kind: 'question' | 'rest') => actions.writing?.kind === kind && actions.writing.about === id;
  const add = async () => {
    if (await actions.addQuestion(draft.words, draft.system || null)) setDraft(noDraft);
  };
  const mark = async () => {
    if (await actions.markRest(open, reason)) setReason('');
  };
  return (
    <KeptAsPrinted noun="checklistItem">
      <div className={styles.work}>
        <RequirementHeader
          row={row}
          repeatable={due.reduce((sum, { items }) => sum + items.length, 0)}
          onRepeatAll={() => void actions.repeatAll()}
          onMarkRest={actions.startRest}
          onTakeIn={() => void actions.takeIn()}
          onAdd={actions.startQuestion}
          onMark={marks.toggleRequirement}
        >
          {isWriting('rest') ? (
            <MarkRest
              count={open.length}
              reason={reason}
              onReason={setReason}
              onMark={() => void mark()}
              onClose={actions.stopWriting}
            />
          ) : null}
        </RequirementHeader>
        {row.items.length === 0 && !row.isLeftOut ? <p className={styles.none}>{texts.noQuestion}</p> : null}
        {repeated.length === 0 ? null : <SystemMatrix row={row} groups={repeated} current={checklist.item?.id} />}
        <div className={styles.questions} data-marking={marks.ids.length > 0 || undefined}>
          <Questions checklist={checklist} row={row} actions={actions} marks={marks} />
        </div>
        {row.isLeftOut ? null : (
          <AddedQuestion
            requirement={id}
            isOpen={isWriting('question')}
            draft={draft}
            onDraft={setDraft}
            onOpen={actions.startQuestion}
            onAdd={() => void add()}
            onClose={actions.stopWriting}
          />
        )}
        <BulkBar marks={marks} onFinding={() => void actions.raise()} />
      </div>
    </KeptAsPrinted>
  );
}
