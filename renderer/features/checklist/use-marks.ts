// The questions that are marked, and what the keys do to all of them.
import { useMemo, useState } from 'react';
import type { ChecklistItemRecord } from '../../../shared/contract/records.ts';
import type { Verdict } from '../../../shared/domain/vocabulary.ts';
import { isAppError } from '../../../shared/errors.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { useCommands } from '../../api/commands.ts';
import { useEngine } from '../../api/engine-context.tsx';
import { useRoomView } from '../../api/room-view.ts';
import { useAuditSession } from '../../api/session-context.tsx';
import type { RequirementRow } from './checklist-view.ts';
import { answersTogether, whyItApplies } from './give-answer.ts';
import { markMore, noMarks, rangeOf, toggleMark, toggleMarks } from './marks.ts';
import { texts } from './texts.ts';
import type { Checklist } from './use-checklist.ts';

/** A marked question with its requirement. */
export interface Marked {
  row: RequirementRow;
  item: ChecklistItemRecord;
}

/** The marks of the room. Registers the keys that set them. */
export function useMarks(checklist: Checklist) {
  const { view, fitting, item, row } = checklist;
  const session = useAuditSession();
  const { api } = useEngine();
  const { say } = useAppActions();
  const together = useMemo(() => answersTogether(session, api), [session, api]);
  const [{ ids: kept }, setView] = useRoomView('checklist marks', noMarks);
  const [said, setSaid] = useState('');
  const setMarks = (ids: readonly string[]) => {
    setSaid('');
    setView({ ids });
  };
  const ids = useMemo(() => kept.filter((id) => view.itemById.has(id)), [kept, view]);
  const marked = useMemo(
    () =>
      ids.flatMap((id): Marked[] => {
        const found = view.itemById.get(id);
        const its = found && view.rowById.get(found.requirement);
        return found && its ? [{ row: its, item: found }] : [];
      }),
    [ids, view],
  );
  const items = marked.map((one) => one.item);

  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    session.leaveField();
    try {
      await work();
      return true;
    } catch (error) {
      say(isAppError(error) ? error.message : String(error), { isAlarm: true });
      return false;
    }
  };
  const extend = (by: 1 | -1) => {
    if (!item) return;
    const order = [...view.rowById.values()].flatMap((one) => one.items.map(({ id }) => id));
    const shown = order.filter((id) => fitting.has(id) || id === item.id);
    const next = shown[shown.indexOf(item.id) + by];
    if (next === undefined) return;
    // Going back over what is marked takes the mark from the one that is left.
    if (ids.includes(next) && ids.includes(item.id)) setMarks(ids.filter((id) => id !== item.id));
    else setMarks([...new Set([...ids, item.id, next])]);
    checklist.open(next);
  };
  const here = (row?.items ?? []).filter(({ id }) => fitting.has(id)).map(({ id }) => id);
  const marks = {
    ids,
    marked,
    /** What was done to them last. */
    said,
    /** How many questions the filter leaves. */
    shown: fitting.size,
    toggle: (id: string) => setMarks(toggleMark(ids, id)),
    /** Marks all from the open question to this one. */
    upTo: (id: string) => setMarks([...new Set([...ids, ...rangeOf(here, item?.id ?? id, id)])]),
    toggleRequirement: () => setMarks(toggleMarks(ids, here)),
    all: () => setMarks(checklist.shownIds()),
    none: () => setMarks([]),
    answer: (verdict: Verdict) =>
      attempt(async () => {
        const refused =
          verdict === 'not-applicable' ? marked.map((one) => whyItApplies(one.row)).find(Boolean) : undefined;
        if (refused !== undefined) return say(refused, { isAlarm: true });
        await together.answer(items, verdict);
        setSaid(texts.answeredAll(items.length));
      }),
    explain: (reason: string) =>
      attempt(async () => {
        await together.explain(items, reason);
        setSaid(texts.explainedAll(items.length));
      }),
    park: () =>
      attempt(async () => {
        setSaid(items.every(({ parked }) => parked) ? texts.unparkedAll(items.length) : texts.parkedAll(items.length));
        await together.park(items);
      }),
    addPeople: (people: readonly string[]) =>
      attempt(async () => {
        await together.addPeople(items, people);
        setSaid(texts.peopleAdded(items.length));
      }),
  };
  useCommands({
    'checklist.mark': () => {
      if (item) marks.toggle(item.id);
    },
    'checklist.mark-requirement': marks.toggleRequirement,
    'checklist.mark-all': () => setMarks(markMore(ids, here, checklist.shownIds())),
    'checklist.extend-next': () => extend(1),
    'checklist.extend-previous': () => extend(-1),
  });
  return marks;
}
export type ChecklistMarks = ReturnType<typeof useMarks>;
