import { z } from 'zod';
import { day, line, text } from './fields.ts';
import { actionKinds, actionStatuses, keysOf } from './vocabulary.ts';

/** What the auditee does about a finding: the correction of the case, or the action on its cause. */
export const actionFields = z.strictObject({
  finding: z.string().min(1).max(200),
  kind: z.enum(keysOf(actionKinds)).default('correction'),
  text: text(),
  cause: text(),
  extent: text(),
  owner: line(),
  dueOn: day(),
  status: z.enum(keysOf(actionStatuses)).default('open'),
  verification: text(),
  effectiveness: text(),
});
export type ActionFields = z.output<typeof actionFields>;
