import { auditeePositions, earlierStatuses } from '../../../../shared/domain/vocabulary.ts';
import { closureStates } from '../../../../shared/domain/closure.ts';
import type { ReportModel } from '../../report-model.ts';
import { gradeNames } from '../../sections/grading.ts';
import { amount, day, instant, references, type Sheet, tableSheet, words } from '../cells.ts';
import { gradeLooks, looks } from '../theme.ts';
import { actionsOf } from './actions-sheet.ts';

/** Every finding, one row each. */
export function findingsSheet(model: ReportModel): Sheet {
  const names = gradeNames(model);
  return tableSheet(
    'Findings',
    model.findings,
    [
      { title: 'Number', width: 10, cell: ({ number }) => words(number, looks.strong) },
      { title: 'Grade', width: 16, cell: ({ grade }) => words(names[grade], gradeLooks[grade]) },
      { title: 'Heading', width: 19, cell: ({ heading }) => words(heading) },
      { title: 'Requirement', width: 29, cell: ({ requirement }) => words(requirement) },
      { title: 'Evidence', width: 33, cell: ({ evidence }) => words(evidence) },
      { title: 'Nature', width: 29, cell: ({ nature }) => words(nature) },
      { title: 'Reason for the grade', width: 21, cell: ({ gradeReason }) => words(gradeReason) },
      { title: 'Requirements', width: 15, cell: ({ requirements }) => references(requirements) },
      { title: 'AI systems', width: 14, cell: ({ systemNames }) => words(systemNames.join(', ')) },
      { title: 'Evidence numbers', width: 18, cell: ({ evidenceNumbers }) => references(evidenceNumbers) },
      { title: 'Raised at', width: 23, cell: ({ raisedAt }) => instant(raisedAt) },
      { title: 'Raised by', width: 15, cell: ({ raisedBy }) => words(raisedBy) },
      {
        title: 'Auditee position',
        width: 13,
        cell: ({ auditeePosition }) => words(auditeePositions[auditeePosition]),
      },
      { title: 'Position taken by', width: 15, cell: ({ auditeeBy }) => words(auditeeBy) },
      { title: 'Position taken on', width: 13, cell: ({ auditeeOn }) => day(auditeeOn) },
      { title: 'Auditee comment', width: 18, cell: ({ auditeeComment }) => words(auditeeComment) },
      { title: 'Earlier finding', width: 15, cell: ({ earlierReference }) => words(earlierReference) },
      {
        title: 'Status of the earlier finding',
        width: 18,
        cell: ({ earlierFinding, earlierStatus }) =>
          words(earlierFinding === null ? '' : earlierStatuses[earlierStatus]),
      },
      { title: 'Reason for the status', width: 20, cell: ({ earlierReason }) => words(earlierReason) },
      { title: 'State', width: 14, cell: ({ state }) => words(closureStates[state]) },
      {
        title: 'Actions',
        width: 10,
        cell: ({ number, actions }) =>
          actions.length > 0 ? { ...amount(actions.length, looks.link), goesTo: actionsOf(number) } : amount(0),
      },
    ],
    ({ number }) => number,
  );
}
