import { z } from 'zod';
import { count, instant, line, text } from './fields.ts';
import { decisionAnswers, grades, keysOf } from './vocabulary.ts';

/**
 * One decision on the grade of a finding, never changed afterwards: a regrade is another one. Is a requirement not
 * fulfilled, is the capability to reach the intended results in doubt, is the failure systemic, in `affected` of
 * `examined` cases; then the grade, and the reason. `from` is the grade before, or nothing for the first.
 */
export const gradeDecisionFields = z.strictObject({
  finding: z.string().min(1).max(200),
  from: z.enum(['', ...keysOf(grades)]).default(''),
  grade: z.enum(keysOf(grades)),
  unfulfilled: z.enum(keysOf(decisionAnswers)).default(''),
  capabilityInDoubt: z.enum(keysOf(decisionAnswers)).default(''),
  systemic: z.enum(keysOf(decisionAnswers)).default(''),
  affected: count(),
  examined: count(),
  reason: text(),
  decidedAt: instant(),
  decidedBy: line(),
});
export type GradeDecisionFields = z.output<typeof gradeDecisionFields>;
