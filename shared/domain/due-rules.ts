import { z } from 'zod';
import { line } from './fields.ts';
import { auditTypes, dueSteps, grades, keysOf } from './vocabulary.ts';

/** How many days the workspace gives for one step of a finding of a grade, and the basis it prints for it. */
export const dueRuleFields = z.strictObject({
  auditType: z.enum(keysOf(auditTypes)),
  grade: z.enum(keysOf(grades)),
  step: z.enum(keysOf(dueSteps)),
  days: z.int().min(0).max(1_100).nullable().default(null),
  basis: line(),
});
export type DueRuleFields = z.output<typeof dueRuleFields>;
