import { z } from 'zod';
import { count, instant, line, text } from './fields.ts';
import { decisionAnswers, type Grade, grades, keysOf } from './vocabulary.ts';

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

/** The answers that a grade follows from. */
export type DecisionAnswers = Pick<GradeDecisionFields, 'unfulfilled' | 'capabilityInDoubt' | 'systemic'>;

/** Whether any question of a decision was answered; a grade that was only changed comes without answers. */
export function isAnswered({ unfulfilled, capabilityInDoubt, systemic }: DecisionAnswers): boolean {
  return [unfulfilled, capabilityInDoubt, systemic].some((answer) => answer !== '');
}

function impliedGrade({ unfulfilled, capabilityInDoubt, systemic }: DecisionAnswers): Grade | undefined {
  if (unfulfilled === 'no') return 'improvement';
  if (unfulfilled === 'doubtful') return 'observation';
  if (unfulfilled === '') return undefined;
  if (capabilityInDoubt === 'yes' || systemic === 'yes') return 'major';
  return capabilityInDoubt === 'no' && systemic === 'no' ? 'minor' : undefined;
}

/**
 * The grade that the answers lead to, out of those the audit has; undefined as long as they lead to none. An audit that
 * grades no nonconformities, such as stage 1, has an area of concern instead.
 */
export function proposeGrade(answers: DecisionAnswers, offered: readonly Grade[]): Grade | undefined {
  const grade = impliedGrade(answers);
  if (grade === undefined || offered.includes(grade)) return grade;
  return (grade === 'major' || grade === 'minor') && offered.includes('concern') ? 'concern' : undefined;
}
