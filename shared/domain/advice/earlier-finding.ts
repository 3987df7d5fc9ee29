// What this audit says about a finding of an earlier one.
import type { AdviceRule } from './rule.ts';

/** A finding that was carried over has no status in this audit, or no reason for it. */
export const earlierFinding: AdviceRule = {
  key: 'earlier-finding',
  title: 'Status of an earlier finding',
  why: 'A report says of each earlier finding what has become of it, and how that was seen (ISO/IEC 17021-1 9.4.8).',
  gapOf: 'all',
  blocks: true,
  example: {
    box: 'nature',
    bad: { earlierFinding: 'one of last year' },
    good: {
      nature: 'The assessment was not redone on one of three changes.',
      earlierFinding: 'one of last year',
      earlierStatus: 'closed',
      earlierReason: 'Three releases, all assessed.',
    },
  },
  find: ({ finding: { earlierFinding: earlier = null, earlierStatus = '', earlierReason = '' } }) => {
    if (earlier === null) return [];
    if (earlierStatus === '')
      return [{ box: 'earlier', words: 'Comes from an earlier audit and has no status in this one.' }];
    return earlierReason.trim() === ''
      ? [{ box: 'earlier', words: 'Comes from an earlier audit; its status has no reason.' }]
      : [];
  },
};
