// Questions of one requirement as they stand under each other: one that is put for several AI systems stands once, with
// a row for each. Pure.
import type { ChecklistItemRecord } from '../../../shared/contract/records.ts';

/** Neighbours with the same question, in their order. */
export interface QuestionGroup {
  key: string;
  items: ChecklistItemRecord[];
}

const isSame = (one: ChecklistItemRecord, other: ChecklistItemRecord) =>
  one.questionId === other.questionId && one.control === other.control && one.question === other.question;

/** The items of a requirement, in their order, as groups. */
export function groupQuestions(items: readonly ChecklistItemRecord[]): QuestionGroup[] {
  const groups: QuestionGroup[] = [];
  const times = new Map<string, number>();
  for (const item of items) {
    const group = groups.at(-1);
    if (group?.items[0] && isSame(group.items[0], item)) {
      group.items.push(item);
      continue;
    }
    const time = (times.get(item.questionId) ?? 0) + 1;
    times.set(item.questionId, time);
    groups.push({ key: `${item.questionId} ${time}`, items: [item] });
  }
  return groups;
}

/** One call of `checklist.move`. */
export interface Move {
  item: string;
  before: string | null;
}

/**
 * The calls that bring the question of an item one place up (-1) or down (1), with all its rows; none where it stands at
 * the edge. The smaller of the two neighbours is what moves.
 */
export function movesFor(items: readonly ChecklistItemRecord[], id: string, by: 1 | -1): Move[] {
  const groups = groupQuestions(items);
  const place = groups.findIndex((group) => group.items.some((item) => item.id === id));
  const upper = groups[by === 1 ? place : place - 1];
  const lower = groups[by === 1 ? place + 1 : place];
  const [first] = upper?.items ?? [];
  if (place < 0 || !upper || !lower || !first) return [];
  if (lower.items.length <= upper.items.length) return lower.items.map((item) => ({ item: item.id, before: first.id }));
  const behind = groups[groups.indexOf(lower) + 1]?.items[0]?.id ?? null;
  return upper.items.map((item) => ({ item: item.id, before: behind }));
}

/** The question that stands beside an item for the system before (-1) or behind (1); the same question, other system. */
export function neighbourSystem(items: readonly ChecklistItemRecord[], id: string, by: 1 | -1): string | undefined {
  const group = groupQuestions(items).find((one) => one.items.some((item) => item.id === id));
  const place = group?.items.findIndex((item) => item.id === id) ?? -1;
  return place < 0 ? undefined : group?.items[place + by]?.id;
}
