// Keeps typing apart from everything that only shows verdicts and order: a key press in a note changes one record of the
// checklist, and only who shows that record hears of it.
import type { ChecklistItemRecord } from '../../../shared/contract/records.ts';
import { useAudit } from '../../api/session-context.tsx';

type Items = readonly ChecklistItemRecord[];

/** Fields that are typed. Nothing but the question itself and filters for words look at them. */
const typed = new Set<string>(['notes', 'reason', 'sampled', 'interviewees'] satisfies (keyof ChecklistItemRecord)[]);

function isSameButTyped(one: ChecklistItemRecord, other: ChecklistItemRecord): boolean {
  if (one === other) return true;
  return (Object.keys(one) as (keyof ChecklistItemRecord)[]).every(
    (field) => typed.has(field) || one[field] === other[field],
  );
}

/** A function that answers with the checklist it saw before as long as nothing but typed texts differs. */
export function steadyChecklist(): <T extends Items>(items: T) => T {
  let last: Items = [];
  return (items) => {
    const isSame =
      last.length === items.length && items.every((item, place) => isSameButTyped(item, last[place] ?? item));
    if (!isSame || last.length === 0) last = items;
    return last as typeof items;
  };
}

const indexes = new WeakMap<Items, Map<string, ChecklistItemRecord>>();

/** A question as it is now, by its id. The index is made once per state of the checklist. */
export function itemIn(items: Items, id: string): ChecklistItemRecord | undefined {
  let index = indexes.get(items);
  if (!index) indexes.set(items, (index = new Map(items.map((item) => [item.id, item]))));
  return index.get(id);
}

/** A question with what is typed into it; `item` is how it stood when somebody last looked. */
export function useAnswer(item: ChecklistItemRecord): ChecklistItemRecord {
  return useAudit((state) => itemIn(state.open.checklist, item.id)) ?? item;
}
