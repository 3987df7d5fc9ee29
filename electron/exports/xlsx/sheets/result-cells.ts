import { type Verdict, verdicts } from '../../../../shared/domain/vocabulary.ts';
import { amount, type Cell } from '../cells.ts';
import type { Look } from '../theme.ts';

/** Verdicts in reading order: results first, open ones last. */
export const verdictOrder: readonly Verdict[] = [
  'conforms',
  'improvement',
  'nonconforming',
  'not-applicable',
  'not-audited',
  'in-progress',
  'not-started',
];

/** The headings of the sum and of every result. */
export const resultHeaders = ['In all', ...verdictOrder.map((verdict) => verdicts[verdict])];

/** The sum and the count of every result. Every requirement has exactly one. */
export function resultCells(tally: Record<Verdict, number>, look?: Look): Cell[] {
  const counts = verdictOrder.map((verdict) => tally[verdict]);
  return [counts.reduce((sum, count) => sum + count, 0), ...counts].map((count) => amount(count, look));
}
