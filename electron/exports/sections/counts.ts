import { keysOf, type Verdict, verdicts } from '../../../shared/domain/vocabulary.ts';
import type { TableBlock } from '../blocks.ts';
import type { ReportModel } from '../report-model.ts';
import { type Composing, cell, row, table, words } from './composing.ts';
import { gradeNames, gradesShown, type VerdictName, verdictNames } from './grading.ts';

/** The name of the table that repeats every count of the audit. */
export const countsTableName = 'Counts of this audit';
/** The name of the tables that show results per group, and of the one per grade. */
export const groupTableNames = { clause: 'Results per clause', control: 'Results per control group' } as const;
export const gradeTableName = 'Findings by grade';

/** A count: what it is called in this audit, the number, and a name for it that is the same in every audit. */
type CountRow = [label: string, count: number, name: string];

const verdictRows = (what: string, byVerdict: Record<Verdict, number>, called: Record<Verdict, VerdictName>) =>
  keysOf(verdicts).map(
    (verdict): CountRow => [
      `${what}: ${called[verdict].word.toLowerCase()}`,
      byVerdict[verdict],
      `${what.toLowerCase()}_${verdict.replaceAll('-', '_')}`,
    ],
  );

/** Every count with its label, in the order of the counts table. A label says what is counted. */
export function countRows(model: Pick<ReportModel, 'counts' | 'template'>): CountRow[] {
  const { counts } = model;
  const names = gradeNames(model);
  const called = verdictNames(model);
  return [
    ['Requirements', counts.requirements.total, 'requirements'],
    ['Requirements audited', counts.requirements.audited, 'requirements_audited'],
    ...verdictRows('Requirements', counts.requirements.byVerdict, called),
    ['Questions', counts.questions.total, 'questions'],
    ['Questions answered', counts.questions.answered, 'questions_answered'],
    ...verdictRows('Questions', counts.questions.byVerdict, called),
    ['Findings', counts.findings.total, 'findings'],
    ...gradesShown(model).map(
      (grade): CountRow => [
        `Findings: ${names[grade].toLowerCase()}`,
        counts.findings.byGrade[grade],
        `findings_${grade}`,
      ],
    ),
    ...(counts.findings.earlier > 0
      ? [['Findings: from earlier audits', counts.findings.earlier, 'findings_earlier'] satisfies CountRow]
      : []),
    ['Controls applicable', counts.controls.applicable, 'controls_applicable'],
    ['Controls excluded', counts.controls.excluded, 'controls_excluded'],
    ['Own controls beyond the standard', counts.controls.additional, 'controls_additional'],
    ['Pieces of evidence', counts.evidence, 'evidence'],
    ['Lines of running notes', counts.notes, 'notes'],
    ['Actions', counts.actions.total, 'actions'],
    ['Actions open', counts.actions.open, 'actions_open'],
  ];
}

interface ResultColumn {
  title: (called: Record<Verdict, VerdictName>) => string;
  width: number;
  count: (byVerdict: Record<Verdict, number>) => number;
}

/** Columns of a table that has one line per group or theme and one column per result. */
export const resultColumns: ResultColumn[] = [
  { title: (called) => called.conforms.word, width: 16, count: (by) => by.conforms },
  { title: () => 'Improve-ment', width: 16, count: (by) => by.improvement },
  {
    title: ({ nonconforming: { word } }) => (word === verdicts.nonconforming ? 'Noncon-forming' : word),
    width: 16,
    count: (by) => by.nonconforming,
  },
  { title: (called) => called['not-applicable'].word, width: 18, count: (by) => by['not-applicable'] },
  { title: (called) => called['not-audited'].word, width: 15, count: (by) => by['not-audited'] },
  { title: () => 'Open', width: 12, count: (by) => by['not-started'] + by['in-progress'] },
];

const totalWidth = 13;
const bold = (text: string) => cell([words(text, 'bold')]);

/** A table of results: one line per entry, the last line with the sums where `sum` is set. */
export function resultTable(
  composing: Composing,
  name: string,
  first: string,
  entries: readonly { title: string; total: number; byVerdict: Record<Verdict, number> }[],
  options: { sum: boolean; caption: string },
): TableBlock {
  const counts = entries.map(({ total, byVerdict }) => [total, ...resultColumns.map(({ count }) => count(byVerdict))]);
  const rows = entries.map(({ title }, position) =>
    row(cell(title), ...(counts[position] ?? []).map((count) => cell(String(count)))),
  );
  if (options.sum) {
    const sums = [0, ...resultColumns].map((_, column) => counts.reduce((sum, line) => sum + (line[column] ?? 0), 0));
    rows.push(row(bold('All'), ...sums.map((sum) => bold(String(sum)))));
  }
  const called = verdictNames(composing.model);
  const used = resultColumns.reduce((sum, { width }) => sum + width, totalWidth);
  const columns: TableBlock['columns'] = [
    { title: first, width: 166 - used },
    { title: 'In all', width: totalWidth, align: 'right' },
    ...resultColumns.map(({ title, width }) => ({ title: title(called), width, align: 'right' as const })),
  ];
  return table(composing, name, columns, rows, options.caption);
}

/** Counts of results over some requirements. */
export function tallyVerdicts(results: readonly { result: { verdict: Verdict } }[]): Record<Verdict, number> {
  const tally = Object.fromEntries(keysOf(verdicts).map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { result } of results) tally[result.verdict] += 1;
  return tally;
}
