// A nonconformity has three parts, and each of them says something.
import { isNonconformity } from '../findings.ts';
import type { AdviceRule, TextBox } from './rule.ts';

const missing: readonly [TextBox, string][] = [
  ['requirement', 'Does not say what was required.'],
  ['evidence', 'Does not say what was seen.'],
  ['nature', 'Does not say what is not fulfilled.'],
];

/** A nonconformity with an empty part. */
export const emptyPart: AdviceRule = {
  key: 'empty-part',
  title: 'Requirement, evidence and nature are filled',
  why: 'A nonconformity stands on three parts: what was required, what was seen, and what is not fulfilled. Without one of them nobody else can follow the judgement.',
  gapOf: 'nonconformities',
  blocks: true,
  example: {
    box: 'nature',
    bad: { nature: '' },
    good: { nature: 'For one of three sampled systems the assessment was not redone after a change of the model.' },
  },
  find: ({ finding }) =>
    isNonconformity(finding.grade)
      ? missing.flatMap(([box, words]) => (finding[box].trim() === '' ? [{ box, words }] : []))
      : [],
};
