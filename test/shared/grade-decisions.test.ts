import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeGrade } from '../../shared/domain/grade-decisions.ts';
import { decisionAnswers, type Grade, grades, keysOf } from '../../shared/domain/vocabulary.ts';

const all = keysOf(grades);
const answer = fc.constantFrom(...keysOf(decisionAnswers));

describe('the grade that the answers lead to', () => {
  it.each<[string, string, string, Grade | undefined]>([
    ['yes', 'no', 'no', 'minor'],
    ['yes', 'yes', 'no', 'major'],
    ['yes', 'no', 'yes', 'major'],
    ['yes', 'doubtful', 'no', undefined],
    ['yes', '', '', undefined],
    ['no', '', '', 'improvement'],
    ['doubtful', '', '', 'observation'],
    ['', 'yes', 'yes', undefined],
  ])('unfulfilled %s, in doubt %s, systemic %s: %s', (unfulfilled, capabilityInDoubt, systemic, grade) => {
    expect(proposeGrade({ unfulfilled, capabilityInDoubt, systemic } as never, all)).toBe(grade);
  });

  it('is an area of concern where no nonconformity is graded, and never a grade the audit does not have', () => {
    fc.assert(
      fc.property(answer, answer, answer, fc.subarray(all), (unfulfilled, capabilityInDoubt, systemic, offered) => {
        const grade = proposeGrade({ unfulfilled, capabilityInDoubt, systemic }, offered);
        expect(grade === undefined || offered.includes(grade)).toBe(true);
      }),
    );
    const failed = { unfulfilled: 'yes', capabilityInDoubt: 'no', systemic: 'no' } as const;
    expect(proposeGrade(failed, ['concern', 'strength'])).toBe('concern');
  });
});
