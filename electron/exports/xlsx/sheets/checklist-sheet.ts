import { sampleLine } from '../../../../shared/domain/samples.ts';
import { verdicts } from '../../../../shared/domain/vocabulary.ts';
import type { ReportModel, ReportQuestion, ReportRequirement } from '../../report-model.ts';
import { capitalise } from '../../sections/wording.ts';
import { type Column, linkCount, references, type Sheet, tableSheet, words } from '../cells.ts';

type Row = { requirement: ReportRequirement; question: ReportQuestion };

/** The names of the places of a question and of the first question of a requirement. */
export const questionPlace = ({ itemId }: Pick<ReportQuestion, 'itemId'>): string => `Question ${itemId}`;
export const questionsOf = (requirement: string): string => `Questions ${requirement}`;

/** Where a question comes from. */
function sourceOf({ isOwn, control }: ReportQuestion): string {
  if (control) return `Exclusion of ${control}`;
  return isOwn ? 'Own' : 'Catalogue';
}

/** What was sampled: the free line, and under it each sample in one line. */
function sampledIn({ sampled, samples }: ReportQuestion): string {
  return [sampled.trim(), ...samples.map(sampleLine)].filter(Boolean).join('\n');
}

const catalogue = 'The catalogue, or the audit team for own questions';

const columns: Column<Row>[] = [
  {
    title: 'Requirement',
    width: 13,
    about: 'The requirement that the question is about; leads to it.',
    from: catalogue,
    cell: ({ requirement }) => references([requirement.id]),
  },
  {
    title: 'Requirement title',
    width: 19,
    about: 'Its title.',
    from: 'The catalogue',
    cell: ({ requirement }) => words(requirement.title),
  },
  {
    title: 'Question id',
    width: 12,
    about: 'The id of the question; it stands once for each AI system that it is asked about.',
    from: catalogue,
    cell: ({ question }) => words(question.id),
  },
  {
    title: 'AI system',
    width: 14,
    about: 'The AI system that the question is asked about; empty for the management system as a whole.',
    cell: ({ question }) => words(question.aiSystem),
  },
  {
    title: 'Question',
    width: 34,
    about: 'The question as it was asked.',
    from: catalogue,
    cell: ({ question }) => words(question.text),
  },
  {
    title: 'Depth',
    width: 14,
    about: 'Whether it asks that something exists, is right, is used, or has its effect.',
    from: catalogue,
    list: 'depth',
    cell: ({ question }) => words(capitalise(question.depth)),
  },
  {
    title: 'Verdict',
    width: 15,
    about: 'The answer of the audit team.',
    list: 'verdict',
    cell: ({ question }) => words(verdicts[question.verdict]),
  },
  {
    title: 'Reason',
    width: 25,
    about: 'Why the verdict is what it is, or why the question was not audited.',
    cell: ({ question }) => words(question.reason),
  },
  { title: 'Notes', width: 46, about: 'What was seen and heard.', cell: ({ question }) => words(question.notes) },
  {
    title: 'Interviewed',
    width: 16,
    about: 'Whom the audit team spoke to, by role or name.',
    cell: ({ question }) => words(question.interviewees.join(', ')),
  },
  {
    title: 'Sampled',
    width: 16,
    about: 'What was looked at; the sheet Samples has each sample in full.',
    from: 'The answer and its samples',
    cell: ({ question }) => words(sampledIn(question)),
  },
  {
    title: 'Evidence',
    width: 18,
    about: 'Numbers of the evidence for the answer; leads there.',
    from: 'Links between evidence and the question',
    cell: ({ question }) => references(question.evidence),
  },
  {
    title: 'Pieces of evidence',
    width: 11,
    about: 'How many they are; leads to them one by one.',
    from: 'Counted',
    kind: 'amount',
    cell: ({ question }) => linkCount(question.evidence),
  },
  {
    title: 'Findings',
    width: 13,
    about: 'Numbers of the findings that were raised from the question; leads there.',
    from: 'The findings',
    cell: ({ question }) => references(question.findings),
  },
  {
    title: 'Themes',
    width: 10,
    about: 'The themes of AI governance that the question touches; the Summary names them.',
    from: catalogue,
    cell: ({ question }) => words(question.themes.join(', ')),
  },
  {
    title: 'Source',
    width: 14,
    about: 'Whether the question comes from the catalogue, from the audit team, or asks about an excluded control.',
    from: 'The checklist',
    cell: ({ question }) => words(sourceOf(question)),
  },
  {
    title: 'Parked',
    width: 10,
    about: 'Whether the audit team put the question aside for later.',
    list: 'parked',
    cell: ({ question }) => words(question.parked ? 'Parked' : ''),
  },
];

/** The whole checklist, one row per question. */
export function checklistSheet(model: ReportModel): Sheet {
  const records = model.requirements.flatMap((requirement) => {
    return requirement.questions.map((question) => ({ requirement, question }));
  });
  return tableSheet(
    'Checklist',
    records,
    columns,
    ({ requirement, question }) => [questionsOf(requirement.id), questionPlace(question)],
    { about: 'Every question with its answer.', from: 'The answer', key: 2, caption: 4 },
  );
}
