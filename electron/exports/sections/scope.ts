import { evidenceMethods, keysOf } from '../../../shared/domain/vocabulary.ts';
import type { Block, FactsBlock } from '../blocks.ts';
import { type Composing, cell, heading, paragraph, row, sectionHeading, table, words } from './composing.ts';
import { auditDates } from './cover.ts';
import { counted } from './wording.ts';

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
    if (!text.trim()) composing.warn(audit.ref, `${label} is not recorded.`);
    rows.push({ label, paragraphs: composing.write(text.trim() || 'Not recorded.', audit.ref) });
  };
  add('Objectives', audit.objectives);
  add('Scope', audit.scope);
  add('Criteria', audit.criteria);
  add('Organisation', [organization.name, organization.sector, organization.description].filter(Boolean).join('\n'));
  add('Sites', audit.sites || organization.sites);
  add('Dates', audit.startsOn || audit.endsOn ? auditDates(composing.model) : '');
  add('Remote share', audit.remoteShare === null ? '' : `${audit.remoteShare} % of the audit time`);
  add('Language', audit.language, false);
  const people = audit.peopleInScope ?? organization.peopleInScope;
  add('People in scope', people === null ? '' : `${people} people take part in the life cycle of AI systems`, false);
  add('Changes since last audit', audit.changesSinceLast, false);
  return [
    sectionHeading('scope'),
    { kind: 'facts', name: 'Objectives, scope and criteria', labelWidth: 42, rows },
    heading(2, 'Methods'),
    ...composeMethods(composing),
    heading(2, 'Sampling'),
    paragraph(
      'An audit looks at samples. The evidence is a part of what was there to see, it may not be representative of ' +
        'the whole, and nonconformities that were not found may exist. Samples were chosen by judgement unless a text ' +
        'says otherwise; no statistical confidence is claimed.',
    ),
    heading(2, 'Limits'),
    ...(audit.limits.trim()
      ? composing.write(audit.limits, audit.ref).map((runs) => paragraph(runs))
      : [paragraph('No limit on access, time or information is recorded.')]),
    heading(2, 'Confidentiality'),
    paragraph(
      'What the audit team learned is used for this audit only and is not disclosed without the approval of the audit ' +
        'client, unless the law asks for it. This report goes to the distribution list in the document control.',
    ),
  ];
}

function composeMethods(composing: Composing): Block[] {
  const { evidence, requirements } = composing.model;
  const questions = requirements.flatMap((requirement) => requirement.questions);
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
          `${counted(requirements.length, 'requirement')}. People are named as asked on ` +
          `${counted(asked, 'question')}; samples are recorded on ${counted(sampled, 'question')}.`,
      ),
    ]),
    table(composing, 'Methods used', columns, rows, 'Methods used, by pieces of evidence.'),
  ];
}
