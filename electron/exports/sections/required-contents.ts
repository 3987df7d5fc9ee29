// Whether a report has what it is asked to contain. What a section always says is never missing.
import type { ConclusionText } from '../../../shared/domain/conclusion-facts.ts';
import type { ReportContent, RequiredContent } from '../../../shared/domain/report-layouts.ts';
import type { ExportWarning, ReportModel } from '../report-model.ts';

type Rule = (model: ReportModel, content: RequiredContent) => string;

const notAccepted = 'The lead auditor has not accepted it.';
const unless = (isThere: boolean, why: string) => (isThere ? '' : why);
const has = (text: string) => text.trim() !== '';
const concluded =
  (field: ConclusionText): Rule =>
  ({ conclusion }) =>
    unless(has(conclusion[field]), 'The conclusion is not written.') ||
    unless(conclusion.acceptedAt !== null, notAccepted);

/** The results of requirements that a content is about are known. */
const resulted: Rule = ({ requirements }, { requirements: asked }) => {
  const known = requirements.filter(({ id, isLeftOut }) => asked.includes(id) && !isLeftOut);
  const open = known.filter(({ result }) => ['not-started', 'in-progress'].includes(result.verdict));
  if (asked.length > 0 && known.length === 0) return 'The audit leaves these requirements out.';
  return unless(open.length === 0, `There is no result yet for ${open.map(({ id }) => id).join(', ')}.`);
};

const rules: Partial<Record<ReportContent, Rule>> = {
  client: ({ organization, audit }) =>
    unless(has(organization.name), 'The organisation has no name.') ||
    unless(has(audit.representative), 'The representative of the client is not recorded.'),
  'audit-body': ({ team }) =>
    unless(
      team.some(({ role, organization }) => role === 'lead-auditor' && has(organization)),
      'The organisation of the lead auditor is not recorded.',
    ),
  objectives: ({ audit }) => unless(has(audit.objectives), 'The objectives are not recorded.'),
  scope: ({ audit }) => unless(has(audit.scope), 'The scope is not recorded.'),
  criteria: ({ audit }) => unless(has(audit.criteria), 'The criteria are not recorded.'),
  'dates-and-places': ({ audit, organization }) =>
    unless(audit.startsOn !== null || audit.endsOn !== null, 'The dates are not recorded.') ||
    unless(has(audit.sites) || has(organization.sites), 'The places are not recorded.'),
  'remote-share': ({ audit }) => unless(audit.remoteShare !== null, 'The remote share is not recorded.'),
  team: ({ team }) => unless(team.length > 0, 'No member of the audit team is recorded.'),
  independence: ({ team }) =>
    unless(
      team.length > 0 && team.every(({ competence, independence }) => has(competence) && has(independence)),
      'Competence or independence of a member is not recorded.',
    ),
  participants: ({ meetings }) =>
    unless(
      meetings.some(({ attendees }) => attendees.length > 0),
      'No meeting names who was present.',
    ),
  'legal-context': ({ audit }) => unless(has(audit.legalContext), 'The legal context is not recorded.'),
  changes: ({ audit }) => unless(has(audit.changesSinceLast), 'The changes are not recorded.'),
  distribution: ({ audit }) => unless(has(audit.distribution), 'The distribution list is not recorded.'),
  plan: ({ planSlots }) => unless(planSlots.length > 0, 'No slot of a plan is recorded.'),
  systems: ({ aiSystems }) => unless(aiSystems.length > 0, 'No AI system is recorded.'),
  'soa-version': ({ soa }) => unless(has(soa.version), 'The version of the statement is not recorded.'),
  'risk-and-impact': resulted,
  'internal-audit-and-review': resulted,
  evidence: ({ evidence }) => unless(evidence.length > 0, 'No evidence is registered.'),
  'earlier-findings': ({ conclusion }) =>
    unless(has(conclusion.earlierActions), 'Nothing is said about the actions on earlier findings.'),
  'objectives-met': concluded('objectivesMet'),
  conformity: concluded('conformity'),
  effectiveness: concluded('effectiveness'),
  'scope-fit': concluded('scopeFit'),
  recommendation: concluded('recommendation'),
  marks: concluded('marks'),
  'not-audited': ({ notAudited }) =>
    unless(
      notAudited.every(({ reason }) => has(reason)),
      'Areas not audited give no reason.',
    ),
};

/** Why a required content is missing although its section is there; an empty text where it is not. */
export const whyMissing = (content: RequiredContent, model: ReportModel): string =>
  rules[content.id]?.(model, content) ?? '';

/** The part of the audit where what is missing can be written. */
const records: Partial<Record<ReportContent, string>> = {
  'audit-body': 'Team',
  team: 'Team',
  participants: 'Plan',
  plan: 'Plan',
  ...Object.fromEntries(
    (
      [
        'earlier-findings',
        'objectives-met',
        'conformity',
        'effectiveness',
        'scope-fit',
        'recommendation',
        'marks',
      ] as const
    ).map((id) => [id, 'Conclusions']),
  ),
};

/** What other checks already say, each with the record that it is about. */
const saidElsewhere = new Set<ReportContent>([
  'soa-version',
  'independence',
  'not-audited',
  'risk-and-impact',
  'internal-audit-and-review',
]);

/** What is missing of the contents that the report has to have, as sentences for the one who can write it. */
export function sayMissing(model: ReportModel): ExportWarning[] {
  return model.reportLayout.contents.flatMap((content) => {
    const why = saidElsewhere.has(content.id) ? '' : whyMissing(content, model);
    if (why === '' || why === notAccepted) return [];
    return [{ record: records[content.id] ?? 'Scope', message: `The report lacks: ${lower(content.words)}. ${why}` }];
  });
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
