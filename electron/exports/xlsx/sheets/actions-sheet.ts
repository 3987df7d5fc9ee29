import { actionKinds, actionStatuses, decisionAnswers } from '../../../../shared/domain/vocabulary.ts';
import type { ReportModel } from '../../report-model.ts';
import { gradeNames } from '../../sections/grading.ts';
import { type Column, day, references, type Sheet, tableSheet, words } from '../cells.ts';
import { conditionOn } from '../conditions.ts';
import { overdueLook } from '../theme.ts';

type Row = { finding: ReportModel['findings'][number]; action: ReportModel['findings'][number]['actions'][number] };

/** The name of the place where the actions of a finding begin. */
export const actionsOf = (finding: string): string => `Actions ${finding}`;

const columns = (names: ReturnType<typeof gradeNames>): Column<Row>[] => [
  {
    title: 'Finding',
    width: 10,
    about: 'Number of the finding that the action answers; leads to it.',
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
    title: 'Grade',
    width: 16,
    about: 'Grade of that finding.',
    from: 'The finding',
    list: 'grade',
    cell: ({ finding }) => words(names[finding.grade]),
  },
  {
    title: 'Kind',
    width: 13,
    about: 'Whether it puts right what was found, or removes the cause.',
    list: 'actionKind',
    cell: ({ action }) => words(actionKinds[action.kind]),
  },
  { title: 'Action', width: 34, about: 'What is to be done.', cell: ({ action }) => words(action.text) },
  {
    title: 'Cause',
    width: 26,
    about: 'Why it happened, as the auditee sees it.',
    cell: ({ action }) => words(action.cause),
  },
  {
    title: 'Extent',
    width: 22,
    about: 'Where else it happens or could happen.',
    cell: ({ action }) => words(action.extent),
  },
  { title: 'Owner', width: 15, about: 'Who sees to it.', cell: ({ action }) => words(action.owner) },
  { title: 'Due', width: 13, about: 'By when it is done.', kind: 'day', cell: ({ action }) => day(action.dueOn) },
  {
    title: 'Basis of the due date',
    width: 24,
    about: 'The rule that the date follows from.',
    from: 'The time limits of the workspace',
    cell: ({ action }) => words(action.dueBasis),
  },
  {
    title: 'Planned for',
    width: 13,
    about: 'When the auditee plans to have it done.',
    from: 'The response of the auditee',
    kind: 'day',
    cell: ({ action }) => day(action.plannedOn),
  },
  {
    title: 'Status',
    width: 11,
    about: 'How far the action is.',
    list: 'actionStatus',
    cell: ({ action }) => words(actionStatuses[action.status]),
  },
  {
    title: 'Accepted on',
    width: 13,
    about: 'When the audit team accepted it.',
    kind: 'day',
    cell: ({ action }) => day(action.acceptedOn),
  },
  {
    title: 'Accepted by',
    width: 15,
    about: 'Who of the audit team accepted it.',
    cell: ({ action }) => words(action.acceptedBy),
  },
  {
    title: 'Verification',
    width: 20,
    about: 'How it was verified that it was done.',
    cell: ({ action }) => words(action.verification),
  },
  {
    title: 'Verified on',
    width: 13,
    about: 'When that was verified.',
    kind: 'day',
    cell: ({ action }) => day(action.verifiedOn),
  },
  { title: 'Verified by', width: 15, about: 'Who verified it.', cell: ({ action }) => words(action.verifiedBy) },
  {
    title: 'Verified with',
    width: 14,
    about: 'Numbers of the evidence that verifies it; leads there.',
    from: 'Links between evidence and the action',
    cell: ({ action }) => references(action.evidenceNumbers),
  },
  {
    title: 'Effective',
    width: 13,
    about: 'Whether the action had its effect.',
    list: 'answer',
    cell: ({ action }) => words(decisionAnswers[action.effective]),
  },
  {
    title: 'Effect due',
    width: 13,
    about: 'By when its effect is checked.',
    kind: 'day',
    cell: ({ action }) => day(action.effectivenessDueOn),
  },
  {
    title: 'Effect checked on',
    width: 13,
    about: 'When its effect was checked.',
    kind: 'day',
    cell: ({ action }) => day(action.effectivenessOn),
  },
  {
    title: 'Effect checked by',
    width: 15,
    about: 'Who checked its effect.',
    cell: ({ action }) => words(action.effectivenessBy),
  },
  {
    title: 'Effectiveness',
    width: 20,
    about: 'What shows that it had its effect, or that it had none.',
    cell: ({ action }) => words(action.effectiveness),
  },
  {
    title: 'Closed on',
    width: 13,
    about: 'When the action was closed.',
    kind: 'day',
    cell: ({ action }) => day(action.closedOn),
  },
  { title: 'Closed by', width: 15, about: 'Who closed it.', cell: ({ action }) => words(action.closedBy) },
];

/** Every action, one row each, in the order of the findings. What is late on the day of reading is marked. */
export function actionsSheet(model: ReportModel): Sheet {
  const records = model.findings.flatMap((finding) => finding.actions.map((action) => ({ finding, action })));
  const all = columns(gradeNames(model));
  const at = conditionOn(all);
  return tableSheet('Actions', records, all, ({ finding }) => actionsOf(finding.number), {
    about: 'Corrections and corrective actions, with acceptance, verification and effect.',
    from: 'The action',
    caption: 4,
    conditions: [
      at(
        'Due',
        (of) =>
          `AND(ISNUMBER(${of('Due')}),${of('Due')}<TODAY(),OR(${of('Status')}="${actionStatuses.open}",${of('Status')}="${actionStatuses.accepted}"))`,
        overdueLook,
      ),
      at(
        'Effect due',
        (of) =>
          `AND(ISNUMBER(${of('Effect due')}),${of('Effect due')}<TODAY(),${of('Effective')}="${decisionAnswers['']}",${of('Status')}<>"${actionStatuses.closed}")`,
        overdueLook,
      ),
    ],
  });
}
