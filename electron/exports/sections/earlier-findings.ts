// What became of the findings of an earlier audit.
import { withoutReferences } from '../../../shared/domain/references.ts';
import { actionKinds, earlierStatuses } from '../../../shared/domain/vocabulary.ts';
import type { Block } from '../blocks.ts';
import type { ReportFinding } from '../report-model.ts';
import { sayActionFacts, sayClosure } from './action-words.ts';
import { type Composing, cell, heading, paragraph, row, table, words } from './composing.ts';
import { gradeNames } from './grading.ts';
import { sectionPlace } from './layout.ts';

/** All findings that were carried over, with their status in this audit; nothing where there is none. */
export function composeEarlierFindings(composing: Composing): Block[] {
  const { model } = composing;
  const carried = model.findings.filter(({ earlierFinding }) => earlierFinding !== null);
  if (carried.length === 0) return [];
  const names = gradeNames(model);
  const columns = [
    { title: 'Number', width: 22 },
    { title: 'Earlier finding', width: 34 },
    { title: 'Grade', width: 40 },
    { title: 'Status in this audit', width: 70 },
  ];
  const rows = carried.map(({ number, earlierReference, grade, earlierStatus }) =>
    row(
      cell([composing.refer(number, number)]),
      cell(earlierReference),
      cell(names[grade]),
      cell(earlierStatuses[earlierStatus]),
    ),
  );
  return [
    heading(2, 'Findings of earlier audits', sectionPlace('findings', 'earlier')),
    table(composing, 'Findings of earlier audits', columns, rows, 'Earlier findings and their status in this audit.'),
  ];
}

/** Where a finding comes from, and what this audit found about it. */
export function composeEarlier(composing: Composing, finding: ReportFinding): Block[] {
  if (finding.earlierFinding === null) return [];
  const [first = [], ...more] = finding.earlierReason.trim()
    ? composing.write(finding.earlierReason, finding.number)
    : [];
  const status = `Carried over from ${finding.earlierReference}. ${earlierStatuses[finding.earlierStatus]}.`;
  return [
    heading(3, 'Earlier finding'),
    paragraph([words(first.length > 0 ? `${status} ` : status), ...first]),
    ...more.map((runs) => paragraph(runs)),
    ...composeAgreed(composing, finding),
  ];
}

/** What the earlier audit agreed on the finding: its actions with owner, date and how far each one got. */
function composeAgreed(composing: Composing, { number, earlierActions, earlierReference }: ReportFinding): Block[] {
  if (earlierActions.length === 0) return [];
  const rows = earlierActions.map((action) => ({
    label: actionKinds[action.kind],
    paragraphs: [
      ...composing.write(
        withoutReferences(action.text.trim() || 'Not written.', earlierReference.replace(/ .*/, '')),
        number,
      ),
      [words(sayActionFacts(action), 'muted')],
      ...sayClosure(action).map((line) => [words(line, 'muted')]),
    ],
  }));
  return [
    heading(3, 'Agreed in the earlier audit'),
    { kind: 'facts', name: `${number}, agreed in the earlier audit`, labelWidth: 34, rows },
  ];
}
