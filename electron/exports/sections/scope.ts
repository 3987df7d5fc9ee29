import type { ReportContent } from '../../../shared/domain/report-layouts.ts';
import { guidelineTopics } from '../../../shared/domain/guidelines.ts';
import { auditTypes, evidenceMethods, keysOf, systemRoles } from '../../../shared/domain/vocabulary.ts';
import type { Block, FactsBlock } from '../blocks.ts';
import type { ReportModel, ReportRequirement } from '../report-model.ts';
import { languageName } from './language.ts';
import { type Composing, cell, heading, paragraph, row, sectionHeading, table, words } from './composing.ts';
import { auditDates } from './cover.ts';
import { sectionPlace } from './layout.ts';
import { capitalise, counted } from './wording.ts';

const methodMeanings = {
  examine: 'documents, records and data were read',
  interview: 'people were asked',
  observe: 'work and systems were watched',
} as const;

/** What was audited, against what and how, with the statements that every audit report carries. */
export function composeScope(composing: Composing): Block[] {
  const { audit, organization } = composing.model;
  const rows: FactsBlock['rows'] = [];
  const add = (label: string, text: string, needed = true) => {
    if (!text.trim() && !needed) return;
    rows.push({ label, paragraphs: composing.write(text.trim() || 'Not recorded.', audit.ref) });
  };
  add('Kind of audit', kindOfAudit(composing.model));
  add('Objectives', audit.objectives);
  add('Scope', audit.scope);
  add('Criteria', audit.criteria);
  add('Roles for AI in scope', rolesInScope(composing.model));
  add('Organisation', [organization.name, organization.sector, organization.description].filter(Boolean).join('\n'));
  add('Representative', audit.representative, asks(composing.model, 'client'));
  add('Sites', audit.sites || organization.sites);
  add('Dates', audit.startsOn || audit.endsOn ? auditDates(composing.model) : '');
  add('Remote share', audit.remoteShare === null ? '' : `${audit.remoteShare} % of the audit time`);
  add('Language', languageName(audit.language), false);
  const people = audit.peopleInScope ?? organization.peopleInScope;
  add('People in scope', people === null ? '' : `${people} people take part in the life cycle of AI systems`, false);
  add('Changes since last audit', audit.changesSinceLast, asks(composing.model, 'changes'));
  add('Legal context', audit.legalContext, asks(composing.model, 'legal-context'));
  if (asks(composing.model, 'combined') || audit.combined.trim())
    add('Combined with', audit.combined.trim() || 'No other audit; neither joint nor integrated.');
  return [
    sectionHeading(composing, 'scope'),
    { kind: 'facts', name: 'Objectives, scope and criteria', labelWidth: 42, rows },
    ...composeLeftOut(composing),
    heading(2, 'Methods', sectionPlace('scope', 'methods')),
    ...composeMethods(composing),
    ...composeGuidance(composing),
    heading(2, 'Sampling', sectionPlace('scope', 'sampling')),
    paragraph(
      'An audit looks at samples. The evidence is a part of what was there to see, it may not be representative of ' +
        'the whole, and nonconformities that were not found may exist. Samples were chosen by judgement unless a text ' +
        'says otherwise; no statistical confidence is claimed.',
    ),
    heading(2, 'Limits', sectionPlace('scope', 'limits')),
    ...(audit.limits.trim()
      ? composing.write(audit.limits, audit.ref).map((runs) => paragraph(runs))
      : [paragraph('No limit on access, time or information is recorded.')]),
    ...(audit.withheld.trim()
      ? composing
          .write(audit.withheld, audit.ref)
          .map((runs, position) => paragraph(position === 0 ? [words('Evidence withheld: ', 'bold'), ...runs] : runs))
      : [paragraph('No evidence was withheld.')]),
    heading(2, 'Confidentiality', sectionPlace('scope', 'confidentiality')),
    paragraph(
      'What the audit team learned is used for this audit only and is not disclosed without the approval of the audit ' +
        'client, unless the law asks for it.' +
        (composing.layout.has('control')
          ? ' This report goes to the distribution list in the document control.'
          : ` This report goes to: ${audit.distribution.trim() || 'nobody is recorded'}.`),
    ),
  ];
}

/** Whether reports of this type have to contain something. */
const asks = ({ reportLayout }: ReportModel, content: ReportContent) =>
  reportLayout.contents.some(({ id }) => id === content);

/** The kind of audit and what one of this kind is for. */
function kindOfAudit({ audit, template }: ReportModel): string {
  const type = auditTypes[audit.type];
  const named = template.title.toLowerCase().includes(type.toLowerCase()) ? '' : ` (${type.toLowerCase()})`;
  return `${template.title}${named}.\n${template.purpose}`.trim();
}

/** The roles that the auditee has for AI systems, as far as the audit looks at them; none named means all. */
function rolesInScope({ audit }: ReportModel): string {
  if (audit.aiRoles.length === 0) return `All: ${Object.values(systemRoles).join(', ').toLowerCase()}`;
  return capitalise(audit.aiRoles.map((role) => systemRoles[role].toLowerCase()).join(', '));
}

/** The requirements that the audit leaves out, with the reason. An excluded control stands in the statement. */
function composeLeftOut(composing: Composing): Block[] {
  const { audit, requirements } = composing.model;
  const leftOut = requirements.filter(({ isLeftOut, result }) => isLeftOut && result.verdict !== 'not-applicable');
  if (leftOut.length === 0) return [];
  const reason = audit.leftOutReason.trim();
  const share = `${leftOut.length} of ${counted(requirements.length, 'requirement')} ${leftOut.length === 1 ? 'is' : 'are'} left out.`;
  const [first = [], ...more] = composing.write(reason || 'The reason is not recorded.', audit.ref);
  const pairs = leftOut.length > longestSingle ? 2 : 1;
  const lines = Math.ceil(leftOut.length / pairs);
  const pair = ({ id, title }: ReportRequirement) => [cell([composing.refer(id, audit.ref)]), cell(title)];
  const rows = leftOut.slice(0, lines).map((requirement, position) => {
    const beside = leftOut[lines + position];
    if (pairs === 1) return row(...pair(requirement));
    return row(...pair(requirement), ...(beside ? pair(beside) : [cell(''), cell('')]));
  });
  const columns = Array.from({ length: pairs }).flatMap(() => [
    { title: 'No.', width: 17 },
    { title: 'Requirement', width: 166 / pairs - 17 },
  ]);
  return [
    heading(2, 'Left out of this audit'),
    paragraph([words(`${share} `), ...first]),
    ...more.map((runs) => paragraph(runs)),
    table(composing, 'Left out of this audit', columns, rows, 'Requirements left out of this audit.'),
  ];
}

/** Most requirements that stand one below the other; more of them stand in two columns. */
const longestSingle = 8;

/** The guidance on auditing that the audit follows, by topic. It is guidance: nothing here says that it demands. */
function composeGuidance({ model: { guideline } }: Composing): Block[] {
  if (!guideline) return [];
  const topics = keysOf(guidelineTopics).flatMap((topic) => {
    const at = guideline.topics[topic];
    return at === undefined ? [] : [`${guidelineTopics[topic].toLowerCase()} ${at}`];
  });
  const places = topics.length > 0 ? `: ${topics.join(', ')}` : '';
  return [
    heading(2, 'Guidance followed'),
    paragraph(`The audit follows the guidance of ${guideline.name}:${guideline.edition}${places}.`),
    ...(guideline.note.trim() ? [paragraph(guideline.note.trim(), 'small')] : []),
  ];
}

function composeMethods(composing: Composing): Block[] {
  const { evidence, requirements } = composing.model;
  const questions = requirements.flatMap((requirement) => requirement.questions);
  const looked = requirements.filter((requirement) => requirement.questions.length > 0);
  const asked = questions.filter(({ interviewees }) => interviewees.length > 0).length;
  const sampled = questions.filter((question) => question.sampled.trim() !== '').length;
  const columns = [
    { title: 'Method', width: 40 },
    { title: 'What it means', width: 86 },
    { title: 'Pieces of evidence', width: 40, align: 'right' as const },
  ];
  const rows = keysOf(evidenceMethods).map((method) =>
    row(
      cell(evidenceMethods[method]),
      cell(methodMeanings[method]),
      cell(String(evidence.filter((piece) => piece.method === method).length)),
    ),
  );
  return [
    paragraph([
      words(
        `The team worked through ${counted(questions.length, 'question')} on ` +
          `${counted(looked.length, 'requirement')}. People are named as asked on ` +
          `${counted(asked, 'question')}; samples are recorded on ${counted(sampled, 'question')}.`,
      ),
    ]),
    table(composing, 'Methods used', columns, rows, 'Methods used, by pieces of evidence.'),
  ];
}
