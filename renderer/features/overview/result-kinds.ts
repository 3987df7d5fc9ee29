// The kinds of result in reading order. What is not answered to the end is one kind: open.
import type { Tally } from '../../../shared/domain/summary.ts';
import type { Verdict } from '../../../shared/domain/vocabulary.ts';

export type ResultKind = Exclude<Verdict, 'not-started' | 'in-progress'> | 'open';

export interface KindCount {
  kind: ResultKind;
  /** The verdict whose look the kind has. */
  look: Verdict;
  count: number;
}

const kinds: readonly { kind: ResultKind; verdicts: readonly [Verdict, ...Verdict[]] }[] = [
  { kind: 'conforms', verdicts: ['conforms'] },
  { kind: 'improvement', verdicts: ['improvement'] },
  { kind: 'nonconforming', verdicts: ['nonconforming'] },
  { kind: 'not-applicable', verdicts: ['not-applicable'] },
  { kind: 'not-audited', verdicts: ['not-audited'] },
  { kind: 'open', verdicts: ['not-started', 'in-progress'] },
];

/** How many there are of every kind, in reading order. */
export function countKinds(byVerdict: Tally<Verdict>): KindCount[] {
  return kinds.map(({ kind, verdicts }) => ({
    kind,
    look: verdicts[0],
    count: verdicts.reduce((sum, verdict) => sum + byVerdict[verdict], 0),
  }));
}
