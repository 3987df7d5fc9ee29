// Rules of the advice on findings that a workspace has switched off, each with its reason. The report prints them.
import { z } from 'zod';
import { keptWords } from './fields.ts';

/** A rule that says nothing in this workspace, by its key, and why. */
export const switchedRuleFields = z.strictObject({
  rule: keptWords(80),
  reason: keptWords(2_000),
});
export type SwitchedRuleFields = z.output<typeof switchedRuleFields>;

/** The keys of the rules that are switched off. */
export const switchedOff = (rules: readonly Pick<SwitchedRuleFields, 'rule'>[]): ReadonlySet<string> =>
  new Set(rules.map(({ rule }) => rule));
