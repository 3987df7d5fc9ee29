// Which questions are marked to be answered together. Pure.

export interface Marks {
  /** In the order in which they were marked. */
  ids: readonly string[];
}

export const noMarks: Marks = { ids: [] };

/** Marks a question, or takes its mark away. */
export function toggleMark(marked: readonly string[], id: string): string[] {
  return marked.includes(id) ? marked.filter((one) => one !== id) : [...marked, id];
}

/** Marks questions beside those that are; where all of them are, takes their marks away. */
export function toggleMarks(marked: readonly string[], ids: readonly string[]): string[] {
  return ids.every((id) => marked.includes(id))
    ? marked.filter((id) => !ids.includes(id))
    : [...new Set([...marked, ...ids])];
}

/** What one press of "mark all" leaves: first all that are shown here, then all there are, then none. */
export function markMore(marked: readonly string[], here: readonly string[], all: readonly string[]): string[] {
  const has = (ids: readonly string[]) => ids.length > 0 && ids.every((id) => marked.includes(id));
  if (has(all)) return [];
  return [...(has(here) || here.length === 0 ? all : here)];
}

/** All from one question to another in an order. */
export function rangeOf(order: readonly string[], from: string, to: string): string[] {
  const [one, other] = [order.indexOf(from), order.indexOf(to)];
  if (one < 0 || other < 0) return [];
  return order.slice(Math.min(one, other), Math.max(one, other) + 1);
}
