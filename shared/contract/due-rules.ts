import { z } from 'zod';
import { dueRuleFields } from '../domain/due-rules.ts';
import { method } from './method.ts';

/** A rule in force. `isUsual` says that nobody has changed it. */
const dueRule = dueRuleFields.extend({ isUsual: z.boolean() });
export type DueRule = z.output<typeof dueRule>;

export const dueRulesContract = {
  'dueRules.list': method(
    'The time limits of the workspace, from which the due dates of actions are proposed.',
    z.strictObject({}),
    z.array(dueRule),
  ),
  'dueRules.set': method(
    'Sets the time limit for one audit type, grade and step. No days means that none is proposed.',
    dueRuleFields,
    dueRule,
  ),
} as const;
