import type { PointPlace } from '../api/open-points.ts';
import { formatCount } from '../ui/format.ts';

/** The words of the list of open points. */
export const openPointTexts = {
  points: 'Before you can issue',
  count: (count: number) => (count === 0 ? 'nothing open' : `${count} open`),
  words: (blocking: number) =>
    blocking === 0
      ? 'None of these stops issuing; a reader should know of them.'
      : `${formatCount(blocking, 'point')} marked “must” ${blocking === 1 ? 'stands' : 'stand'} in the way of issuing. An export is always possible.`,
  must: 'must',
  none: 'Nothing is open: no missing verdict, part, reason or declaration was found.',
  reading: 'Reading what is open.',
  failed: 'The open points could not be read.',
  tryAgain: 'Try again',
  places: {
    checklist: 'Checklist',
    findings: 'Findings',
    evidence: 'Evidence',
    applicability: 'Applicability',
    notes: 'Notes',
    conclusions: 'Conclusions',
    review: 'Review and sign-off',
    plan: 'Plan',
    audit: 'Audit and team',
  } satisfies Record<PointPlace, string>,
  more: (count: number) => `Show ${count} more`,
  moreInReport: (count: number) => `${count} more in the report`,
} as const;
