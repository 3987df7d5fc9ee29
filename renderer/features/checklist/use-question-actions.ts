// What can be done in the checklist room, by keys and by buttons alike.
import { useMemo, useState } from 'react';
import type { ChecklistItemRecord } from '../../../shared/contract/records.ts';
import { isRemovable, isOwnQuestion } from '../../../shared/domain/checklist.ts';
import type { verdicts } from '../../../shared/domain/vocabulary.ts';
import { isAppError } from '../../../shared/errors.ts';
import { goToRoom } from '../../api/addresses.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { useCommands } from '../../api/commands.ts';
import { useEngine } from '../../api/engine-context.tsx';
import { useAuditSession } from '../../api/session-context.tsx';
import type { RequirementRow } from './checklist-view.ts';
import { itemIn } from './answer-texts.ts';
import { giveVerdict, raiseFinding } from './give-answer.ts';
import { neighbourSystem } from './question-groups.ts';
import { checklistTailoring, repetitionsDue, sampledOf, whyNotRepeated } from './tailor-checklist.ts';
import { texts } from './texts.ts';
import type { Checklist } from './use-checklist.ts';
import type { ChecklistMarks } from './use-marks.ts';
import { verdictKeys } from './verdict-keys.ts';

/** What is being written beside answers: a question of one's own, other words for one, a reason for several. */
export interface Writing {
  kind: 'question' | 'words' | 'rest';
  /** The requirement or the item it is about. */
  about: string;
}

/** Whether a question is put for several AI systems. */
const isRepeated = (row: RequirementRow, item: ChecklistItemRecord) =>
  neighbourSystem(row.items, item.id, 1) !== undefined || neighbourSystem(row.items, item.id, -1) !== undefined;

/** The actions of the room on its open question, or on all that are marked. Registers their keys. */
export function useQuestionActions(checklist: Checklist, marks: ChecklistMarks) {
  const { catalogue, audit, systems, view, fitting, row, item, questionOf, article } = checklist;
  const isMarked = marks.ids.length > 0;
  const session = useAuditSession();
  const { api } = useEngine();
  const { say, openIntake } = useAppActions();
  const tailoring = useMemo(() => checklistTailoring(session, api), [session, api]);
  const [writing, setWriting] = useState<Writing>();

  /** Does something; where it fails, says why. */
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      say(isAppError(error) ? error.message : String(error), { isAlarm: true });
      return false;
    }
  };
  const alarm = (sentence: string) => say(sentence, { isAlarm: true });

  const step = (by: 1 | -1) => {
    const order = [...view.rowById.values()].flatMap(({ items }) => items.map(({ id }) => id));
    const here = item === undefined ? -1 : order.indexOf(item.id);
    const ahead = by === 1 ? order.slice(here + 1) : order.slice(0, Math.max(here, 0)).toReversed();
    const next = ahead.find((id) => fitting.has(id));
    if (next !== undefined) checklist.open(next);
  };
  const answer = (verdict: keyof typeof verdicts) => {
    if (!row || !item) return;
    const refused = giveVerdict(session, row, item, verdict);
    if (refused !== undefined) alarm(refused);
  };
  const answerByKey = (verdict: keyof typeof verdicts) => {
    if (isMarked) void marks.answer(verdict);
    else answer(verdict);
  };
  const turn = (by: 1 | -1) => {
    const next = row && item && neighbourSystem(row.items, item.id, by);
    if (next !== undefined) checklist.open(next);
  };
  const actions = {
    writing,
    stopWriting: () => {
      setWriting(undefined);
      checklist.focusArticle();
    },
    answer,
    addEvidence: () => {
      if (isMarked) openIntake({ items: [...marks.ids] });
      else if (item) openIntake({ items: [item.id] });
    },
    raise: async () => {
      const about = isMarked ? marks.marked : row && item ? [{ row, item }] : [];
      if (about.length === 0) return;
      const asked = about.map((one) => ({ requirement: one.row.requirement, item: one.item }));
      session.leaveField();
      await attempt(async () => {
        const { id, number } = await raiseFinding(session, catalogue, questionOf, asked);
        marks.none();
        say(texts.raised(number));
        goToRoom(audit.ref, 'findings', id);
      });
    },
    park: () => {
      if (isMarked) void marks.park();
      else if (item) tailoring.park(item);
    },
    move: (by: 1 | -1) =>
      attempt(async () => {
        if (!row || !item) return;
        if (!(await tailoring.move(row, item.id, by))) say(by === 1 ? texts.atBottom : texts.atTop);
        // It has to be drawn in its new place first.
        else requestAnimationFrame(checklist.focusArticle);
      }),
    repeat: () =>
      attempt(async () => {
        if (!row || !item) return;
        const why = whyNotRepeated(row, item, systems);
        if (why !== undefined) return say(why);
        const aiSystems = sampledOf(systems).map(({ id }) => id);
        await tailoring.repeat([{ items: [item.id], aiSystems }], texts.stepOfRepeat(item.questionId));
        checklist.focusArticle();
      }),
    repeatAll: () =>
      attempt(async () => {
        if (!row) return;
        const due = repetitionsDue(row, questionOf, systems);
        const made = await tailoring.repeat(due, texts.stepOfRepeat(row.requirement.id));
        say(texts.repeated(made), { undo: true });
        checklist.focusArticle();
      }),
    remove: () =>
      attempt(async () => {
        if (!row || !item) return;
        if (!isRemovable(item, row.items)) return alarm(texts.removeOnlyOwn);
        checklist.focusNext();
        await tailoring.remove(item);
        say(texts.removed(item.questionId), { undo: true });
      }),
    takeIn: () =>
      attempt(async () => {
        if (!row) return;
        checklist.focusNext();
        await tailoring.takeIn(row.requirement.id);
      }),
    startQuestion: () => {
      if (!row) return;
      if (row.isLeftOut) alarm(texts.leftOutFirst(row.requirement.id));
      else setWriting({ kind: 'question', about: row.requirement.id });
    },
    addQuestion: async (words: string, system: string | null) => {
      if (!row || words.trim() === '') return false;
      return attempt(async () => {
        const id = await tailoring.add(row.requirement.id, words.trim(), system);
        setWriting(undefined);
        checklist.open(id);
      });
    },
    startWords: () => {
      if (!item) return;
      if (isOwnQuestion(item)) setWriting({ kind: 'words', about: item.id });
      else alarm(texts.rewordOnlyOwn);
    },
    reword: async (words: string, isByKey: boolean) => {
      if (!row || !item) return true;
      const isTaken = words === item.question || (await attempt(() => tailoring.reword(row, item, words)));
      if (isTaken) setWriting(undefined);
      if (isTaken && isByKey) checklist.focusArticle();
      return isTaken;
    },
    startRest: () => {
      if (row) setWriting({ kind: 'rest', about: row.requirement.id });
    },
    markRest: async (items: readonly string[], reason: string) => {
      if (!row) return false;
      return attempt(async () => {
        await tailoring.markRest(row.requirement.id, items, reason.trim());
        actions.stopWriting();
        say(texts.restMarked(items.length), { undo: true });
      });
    },
  };

  useCommands({
    'list.next': () => step(1),
    'list.previous': () => step(-1),
    ...Object.fromEntries(
      Object.values(verdictKeys).map((verdict) => [`checklist.${verdict}`, () => answerByKey(verdict)]),
    ),
    'checklist.clear': () => answerByKey('not-started'),
    ...(row && item && isRepeated(row, item)
      ? { 'checklist.next-system': () => turn(1), 'checklist.previous-system': () => turn(-1) }
      : {}),
    'checklist.note': () => {
      const now = item && itemIn(session.store.getState().open.checklist, item.id);
      const needsReason = now !== undefined && now.reason === '' && now.verdict.startsWith('not-a');
      article.current?.querySelector<HTMLElement>(`[data-field="${needsReason ? 'reason' : 'notes'}"]`)?.focus();
    },
    'checklist.evidence': actions.addEvidence,
    'checklist.finding': () => void actions.raise(),
    'checklist.park': actions.park,
    'checklist.add': actions.startQuestion,
    'checklist.reword': actions.startWords,
    'checklist.remove': () => void actions.remove(),
    'checklist.repeat': () => void actions.repeat(),
    'checklist.up': () => void actions.move(-1),
    'checklist.down': () => void actions.move(1),
  });
  return actions;
}
export type ChecklistActions = ReturnType<typeof useQuestionActions>;
