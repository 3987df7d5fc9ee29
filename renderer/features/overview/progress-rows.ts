// The days of an audit for the drawing: those on which something changed and those that were planned, in order. Pure.
import type { ProgressDay } from '../../../shared/domain/progress.ts';

export type Series = 'answered' | 'evidence' | 'findings' | 'notes';
export const series: readonly Series[] = ['answered', 'evidence', 'findings', 'notes'];

export interface ProgressRow extends ProgressDay {
  isPlanned: boolean;
  /** How much of each was added on the day; taken away is less than nothing. */
  added: Record<Series, number>;
}

const longest = 366;

/** Every calendar day from one to another, both included; none where one is missing or the way is too long to be a plan. */
export function daysBetween(from: string | null, until: string | null): string[] {
  if (from === null || until === null || until < from) return [];
  const days: string[] = [];
  const date = new Date(`${from}T00:00:00Z`);
  while (days.length <= longest) {
    const day = date.toISOString().slice(0, 10);
    if (day > until) return days;
    days.push(day);
    date.setUTCDate(date.getUTCDate() + 1);
  }
  return [];
}

/** The days to draw. A planned day without changes carries what there was before. */
export function progressRows(progress: readonly ProgressDay[], plannedDays: Iterable<string>): ProgressRow[] {
  const planned = new Set(plannedDays);
  const known = new Map(progress.map((one) => [one.day, one]));
  let before: ProgressDay = { day: '', answered: 0, questions: 0, evidence: 0, findings: 0, notes: 0 };
  return [...new Set([...known.keys(), ...planned])].toSorted().map((day) => {
    const now = known.get(day) ?? { ...before, day };
    const added = Object.fromEntries(series.map((name) => [name, now[name] - before[name]])) as Record<Series, number>;
    before = now;
    return { ...now, isPlanned: planned.has(day), added };
  });
}
