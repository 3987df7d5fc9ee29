// Evidence that others can look up.
import { isNonconformity } from '../findings.ts';
import type { AdviceRule } from './rule.ts';

/** Nothing of the evidence register is cited or linked. */
export const noEvidenceNumber: AdviceRule = {
  key: 'no-evidence-number',
  title: 'Evidence by its number',
  why: 'A nonconformity rests on evidence that somebody else can look at. Type [E- to cite it, or link it at the right.',
  gapOf: 'nonconformities',
  example: {
    box: 'evidence',
    bad: { evidence: 'Nine of 27 work instructions were read; two have no approver.', evidenceNumbers: [] },
    good: {
      evidence: 'Nine of 27 work instructions were read; two have no approver [E-021].',
      evidenceNumbers: ['E-021'],
    },
  },
  find: ({ finding: { grade, evidence, evidenceNumbers, earlierFinding = null } }) =>
    earlierFinding === null &&
    (isNonconformity(grade) || evidence.trim() !== '') &&
    !evidenceNumbers.some((number) => number.startsWith('E-'))
      ? [{ box: 'evidence', words: 'Refers to no evidence.' }]
      : [],
};
