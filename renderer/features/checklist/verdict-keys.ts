import type { Verdict } from '../../../shared/domain/vocabulary.ts';

/** The verdict of each digit key. */
export const verdictKeys = {
  '1': 'conforms',
  '2': 'improvement',
  '3': 'nonconforming',
  '4': 'not-applicable',
  '5': 'not-audited',
} as const satisfies Record<string, Verdict>;
