// How an audit grew day by day: questions answered, evidence, findings and notes at the end of each day. Pure.
import { z } from 'zod';
import { isOpen, verdictInForce } from './roll-up.ts';
import type { Verdict } from './vocabulary.ts';

/** What there was at the end of a day. A day is the one that the clock showed where the work was done. */
export const progressDay = z.object({
  day: z.iso.date(),
  answered: z.int(),
  questions: z.int(),
  evidence: z.int(),
  findings: z.int(),
  notes: z.int(),
});
export type ProgressDay = z.output<typeof progressDay>;

/** What the history says, with no more than the last word of each day about each record, in any order. */
export interface ProgressFacts {
  /** Verdicts of questions; null where the question was gone. */
  verdicts: readonly { item: string; requirement: string; day: string; verdict: Verdict | null }[];
  /** Controls as applicable or not. */
  controls: readonly { control: string; day: string; applicable: boolean }[];
  /** How many more, or fewer, there were of each kind after a day. */
  counts: readonly { kind: 'evidence' | 'findings' | 'notes'; day: string; by: number }[];
}

/**
 * The days on which something changed, oldest first. A question about a control that was excluded on that day needed no
 * answer and counts as answered, as it does everywhere.
 */
export function progressByDay({ verdicts, controls, counts }: ProgressFacts): ProgressDay[] {
  const days = [...new Set([...verdicts, ...controls, ...counts].map(({ day }) => day))].toSorted();
  const verdictsOf = Map.groupBy(verdicts, ({ day }) => day);
  const controlsOf = Map.groupBy(controls, ({ day }) => day);
  const countsOf = Map.groupBy(counts, ({ day }) => day);
  const items = new Map<string, { requirement: string; verdict: Verdict }>();
  const excluded = new Set<string>();
  const sums = { evidence: 0, findings: 0, notes: 0 };
  return days.map((day) => {
    for (const { item, requirement, verdict } of verdictsOf.get(day) ?? [])
      if (verdict === null) items.delete(item);
      else items.set(item, { requirement, verdict });
    for (const { control, applicable } of controlsOf.get(day) ?? [])
      if (applicable) excluded.delete(control);
      else excluded.add(control);
    for (const { kind, by } of countsOf.get(day) ?? []) sums[kind] += by;
    let answered = 0;
    for (const item of items.values()) if (!isOpen(verdictInForce(item, excluded))) answered += 1;
    return { day, answered, questions: items.size, ...sums };
  });
}
