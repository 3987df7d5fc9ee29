import { decisionAnswers } from '../../../../shared/domain/vocabulary.ts';
import type { ReportFinding, ReportModel } from '../../report-model.ts';
import { gradeNames } from '../../sections/grading.ts';
import { amount, type Column, instant, references, type Sheet, tableSheet, words } from '../cells.ts';

type Row = { finding: ReportFinding; decision: ReportFinding['decisions'][number] };

/** The name of the place where the decisions on a finding begin. */
export const decisionsOf = (finding: string): string => `Decisions ${finding}`;

const columns = (names: ReturnType<typeof gradeNames>): Column<Row>[] => [
  {
    title: 'Finding',
    width: 10,
    about: 'Number of the finding whose grade was decided; leads to it.',
    from: 'The finding',
    cell: ({ finding }) => references([finding.number]),
  },
  {
    title: 'Heading',
    width: 22,
    about: 'Heading of that finding.',
    from: 'The finding',
    cell: ({ finding }) => words(finding.heading),
  },
  {
    title: 'Grade before',
    width: 16,
    about: 'The grade until then; empty for the first decision.',
    list: 'grade',
    cell: ({ decision }) => words(decision.from === '' ? '' : names[decision.from]),
  },
  {
    title: 'Grade',
    width: 16,
    about: 'The grade that was decided.',
    list: 'grade',
    cell: ({ decision }) => words(names[decision.grade]),
  },
  {
    title: 'Requirement not fulfilled',
    width: 13,
    about: 'Whether a requirement is not fulfilled.',
    list: 'answer',
    cell: ({ decision }) => words(decisionAnswers[decision.unfulfilled]),
  },
  {
    title: 'Capability in doubt',
    width: 13,
    about: 'Whether it is in doubt that the management system can reach what it is meant for.',
    list: 'answer',
    cell: ({ decision }) => words(decisionAnswers[decision.capabilityInDoubt]),
  },
  {
    title: 'Systemic',
    width: 13,
    about: 'Whether it happens again and again rather than once.',
    list: 'answer',
    cell: ({ decision }) => words(decisionAnswers[decision.systemic]),
  },
  {
    title: 'Affected',
    width: 10,
    about: 'In how many of the examined cases it was found.',
    kind: 'amount',
    cell: ({ decision }) => amount(decision.affected),
  },
  {
    title: 'Examined',
    width: 10,
    about: 'How many cases were examined.',
    kind: 'amount',
    cell: ({ decision }) => amount(decision.examined),
  },
  {
    title: 'Reason',
    width: 40,
    about: 'Why this grade was chosen.',
    cell: ({ decision }) => words(decision.reason),
  },
  {
    title: 'Decided at',
    width: 23,
    about: 'When it was decided, with the clock of the place.',
    kind: 'moment',
    cell: ({ decision }) => instant(decision.decidedAt),
  },
  { title: 'Decided by', width: 15, about: 'Who decided it.', cell: ({ decision }) => words(decision.decidedBy) },
];

/** Every decision on a grade, one row each, in the order of the findings. */
export function decisionsSheet(model: ReportModel): Sheet {
  const records = model.findings.flatMap((finding) => finding.decisions.map((decision) => ({ finding, decision })));
  return tableSheet(
    'Grade decisions',
    records,
    columns(gradeNames(model)),
    ({ finding, decision }) => [decisionsOf(finding.number), decision.id],
    { about: 'Every decision on the grade of a finding, with its reasons.', from: 'The decision', caption: 1 },
  );
}
