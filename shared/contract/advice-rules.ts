import { z } from 'zod';
import { switchedRuleFields } from '../domain/switched-rules.ts';
import { method } from './method.ts';

/** A rule of the advice as the workspace has it. `mayBeOff` says whether it can be switched off at all. */
const adviceRule = z.object({
  rule: z.string(),
  title: z.string(),
  why: z.string(),
  mayBeOff: z.boolean(),
  isOn: z.boolean(),
  reason: z.string(),
});
export type AdviceRuleState = z.output<typeof adviceRule>;

export const adviceRulesContract = {
  'adviceRules.list': method(
    'The rules of the advice on findings, and which of them this workspace has switched off.',
    z.strictObject({}),
    z.array(adviceRule),
  ),
  'adviceRules.set': method(
    'Switches a rule off for the workspace, with the reason that reports print, or on again.',
    z.strictObject({
      rule: switchedRuleFields.shape.rule,
      isOn: z.boolean(),
      reason: z.string().max(2_000).default(''),
    }),
    adviceRule,
  ),
} as const;
