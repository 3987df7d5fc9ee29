// Time limits of the workspace: how many days an action gets, and on what basis.
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
type DueCase = Pick<DueRuleFields, 'auditType' | 'grade' | 'step'>;

/** The rules a workspace starts with: each entry counts for several audit types and grades. */
export const usualRulesSchema = z.array(
  dueRuleFields
    .omit({ auditType: true, grade: true })
    .extend({ auditTypes: z.array(dueRuleFields.shape.auditType), grades: z.array(dueRuleFields.shape.grade) }),
);

/** One rule per audit type, grade and step. */
export function expandRules(entries: z.output<typeof usualRulesSchema>): DueRuleFields[] {
  return entries.flatMap(({ auditTypes: types, grades: of, ...rule }) =>
    types.flatMap((auditType) => of.map((grade) => ({ ...rule, auditType, grade }))),
  );
}

/** Whether two rules are about the same case. */
export const isSameCase = (one: DueCase, other: DueCase) =>
  one.auditType === other.auditType && one.grade === other.grade && one.step === other.step;

/** The day so many days after a day (ISO 8601). */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

interface Situation {
  auditType: DueRuleFields['auditType'];
  grade: DueRuleFields['grade'];
  kind: 'correction' | 'corrective-action';
  /** The last day of the audit; null where it is not known. */
  endsOn: string | null;
  /** The day on which the finding was raised. */
  raisedOn: string;
}

/** The dates that the rules propose for a new action, with the basis; null where no rule gives a figure. */
export function proposeDue(
  rules: readonly DueRuleFields[],
  { auditType, grade, kind, endsOn, raisedOn }: Situation,
): { dueOn: string | null; dueBasis: string; effectivenessDueOn: string | null } {
  const ruleFor = (step: DueRuleFields['step']) => rules.find((rule) => isSameCase(rule, { auditType, grade, step }));
  const start = endsOn ?? raisedOn;
  const dayOf = (rule: DueRuleFields | undefined) =>
    rule === undefined || rule.days === null ? null : daysAfter(start, rule.days);
  const rule = ruleFor(kind === 'correction' ? 'correction' : 'action');
  const dueOn = dayOf(rule);
  const from = endsOn === null ? 'the finding was raised' : 'the last day of the audit';
  return {
    dueOn,
    dueBasis: rule && dueOn !== null ? `${rule.days} days after ${from}. ${rule.basis}`.trim() : '',
    effectivenessDueOn: kind === 'correction' ? null : dayOf(ruleFor('effectiveness')),
  };
}
