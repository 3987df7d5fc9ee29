import { z } from 'zod';
import { flag, line } from './fields.ts';

/** A rule of advice that somebody switched off, or on again, for the whole workspace, and why. */
export const switchedRuleFields = z.strictObject({
  rule: z.string().min(1).max(80),
  on: flag(false),
  reason: line(),
});
export type SwitchedRuleFields = z.output<typeof switchedRuleFields>;
