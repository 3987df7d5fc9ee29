import { actionKinds, actionStatuses, decisionAnswers } from '../../../../shared/domain/vocabulary.ts';
import type { ReportModel } from '../../report-model.ts';
import { gradeNames } from '../../sections/grading.ts';
import { day, references, type Sheet, tableSheet, words } from '../cells.ts';
import { gradeLooks } from '../theme.ts';

/** The name of the place where the actions of a finding begin. */
export const actionsOf = (finding: string): string => `Actions ${finding}`;

/** Every action, one row each, in the order of the findings. */
export function actionsSheet(model: ReportModel): Sheet {
  const names = gradeNames(model);
  const records = model.findings.flatMap((finding) => finding.actions.map((action) => ({ finding, action })));
  return tableSheet(
    'Actions',
    records,
    [
      { title: 'Finding', width: 10, cell: ({ finding }) => references([finding.number]) },
      { title: 'Heading', width: 22, cell: ({ finding }) => words(finding.heading) },
      { title: 'Grade', width: 16, cell: ({ finding }) => words(names[finding.grade], gradeLooks[finding.grade]) },
      { title: 'Kind', width: 13, cell: ({ action }) => words(actionKinds[action.kind]) },
      { title: 'Action', width: 34, cell: ({ action }) => words(action.text) },
      { title: 'Cause', width: 26, cell: ({ action }) => words(action.cause) },
      { title: 'Extent', width: 22, cell: ({ action }) => words(action.extent) },
      { title: 'Owner', width: 15, cell: ({ action }) => words(action.owner) },
      { title: 'Due', width: 13, cell: ({ action }) => day(action.dueOn) },
      { title: 'Basis of the due date', width: 24, cell: ({ action }) => words(action.dueBasis) },
      { title: 'Planned for', width: 13, cell: ({ action }) => day(action.plannedOn) },
      { title: 'Status', width: 11, cell: ({ action }) => words(actionStatuses[action.status]) },
      { title: 'Accepted on', width: 13, cell: ({ action }) => day(action.acceptedOn) },
      { title: 'Accepted by', width: 15, cell: ({ action }) => words(action.acceptedBy) },
      { title: 'Verification', width: 20, cell: ({ action }) => words(action.verification) },
      { title: 'Verified on', width: 13, cell: ({ action }) => day(action.verifiedOn) },
      { title: 'Verified by', width: 15, cell: ({ action }) => words(action.verifiedBy) },
      { title: 'Verified with', width: 14, cell: ({ action }) => references(action.evidenceNumbers) },
      { title: 'Effective', width: 13, cell: ({ action }) => words(decisionAnswers[action.effective]) },
      { title: 'Effect due', width: 13, cell: ({ action }) => day(action.effectivenessDueOn) },
      { title: 'Effect checked on', width: 13, cell: ({ action }) => day(action.effectivenessOn) },
      { title: 'Effect checked by', width: 15, cell: ({ action }) => words(action.effectivenessBy) },
      { title: 'Effectiveness', width: 20, cell: ({ action }) => words(action.effectiveness) },
      { title: 'Closed on', width: 13, cell: ({ action }) => day(action.closedOn) },
      { title: 'Closed by', width: 15, cell: ({ action }) => words(action.closedBy) },
    ],
    ({ finding }) => actionsOf(finding.number),
  );
}
