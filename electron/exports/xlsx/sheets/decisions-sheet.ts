import { decisionAnswers } from '../../../../shared/domain/vocabulary.ts';
import type { ReportModel } from '../../report-model.ts';
import { gradeNames } from '../../sections/grading.ts';
import { amount, instant, references, type Sheet, tableSheet, words } from '../cells.ts';
import { gradeLooks } from '../theme.ts';

/** Every decision on a grade, one row each, in the order of the findings. */
export function decisionsSheet(model: ReportModel): Sheet {
  const names = gradeNames(model);
  const records = model.findings.flatMap((finding) => finding.decisions.map((decision) => ({ finding, decision })));
  return tableSheet(
    'Grade decisions',
    records,
    [
      { title: 'Finding', width: 10, cell: ({ finding }) => references([finding.number]) },
      { title: 'Heading', width: 22, cell: ({ finding }) => words(finding.heading) },
      {
        title: 'Grade before',
        width: 16,
        cell: ({ decision }) => words(decision.from === '' ? '' : names[decision.from]),
      },
      { title: 'Grade', width: 16, cell: ({ decision }) => words(names[decision.grade], gradeLooks[decision.grade]) },
      {
        title: 'Requirement not fulfilled',
        width: 13,
        cell: ({ decision }) => words(decisionAnswers[decision.unfulfilled]),
      },
      {
        title: 'Capability in doubt',
        width: 13,
        cell: ({ decision }) => words(decisionAnswers[decision.capabilityInDoubt]),
      },
      { title: 'Systemic', width: 13, cell: ({ decision }) => words(decisionAnswers[decision.systemic]) },
      { title: 'Affected', width: 10, cell: ({ decision }) => amount(decision.affected) },
      { title: 'Examined', width: 10, cell: ({ decision }) => amount(decision.examined) },
      { title: 'Reason', width: 40, cell: ({ decision }) => words(decision.reason) },
      { title: 'Decided at', width: 23, cell: ({ decision }) => instant(decision.decidedAt) },
      { title: 'Decided by', width: 15, cell: ({ decision }) => words(decision.decidedBy) },
    ],
    ({ decision }) => decision.id,
  );
}
