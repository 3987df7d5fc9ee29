import { z } from 'zod';
import { day, line, text } from './fields.ts';
import { actionKinds, actionStatuses, decisionAnswers, keysOf } from './vocabulary.ts';

/**
 * What the auditee does about a finding: the correction of the case, or the action on its cause, up to its closure.
 * `dueBasis` says where the due date comes from, `plannedOn` is the day the auditee names. Whether the action is effective is a check of its own.
 */
export const actionFields = z.strictObject({
  finding: z.string().min(1).max(200),
  kind: z.enum(keysOf(actionKinds)).default('correction'),
  text: text(),
  cause: text(),
  extent: text(),
  owner: line(),
  dueOn: day(),
  dueBasis: line(),
  plannedOn: day(),
  status: z.enum(keysOf(actionStatuses)).default('open'),
  verification: text(),
  effectiveness: text(),
  acceptedOn: day(),
  acceptedBy: line(),
  verifiedOn: day(),
  verifiedBy: line(),
  effective: z.enum(keysOf(decisionAnswers)).default(''),
  effectivenessDueOn: day(),
  effectivenessOn: day(),
  effectivenessBy: line(),
  closedOn: day(),
  closedBy: line(),
});
export type ActionFields = z.output<typeof actionFields>;
