import { exceptionsOf } from '../../../shared/domain/samples.ts';
import { grades, keysOf, meetingKinds, type Verdict, verdicts } from '../../../shared/domain/vocabulary.ts';
import type { ReportModel } from '../report-model.ts';
import { countRows, countsTableName } from '../sections/counts.ts';
import { crosswalkLines } from '../sections/crosswalk-rows.ts';
import { gradeNames } from '../sections/grading.ts';
import { byKind, byTime } from '../sections/plan.ts';
import type { ReadSheet, ReadWorkbook } from './read-workbook.ts';

/** The values of a column below its header. */
function columnValues(sheet: ReadSheet, title: string): string[] {
  const column = sheet.rows[0]?.indexOf(title) ?? -1;
  return sheet.rows.slice(1).map((row) => row[column] ?? '');
}

/** The labels and numbers of the table of counts on the summary. */
function summaryCounts(summary: ReadSheet | undefined): Map<string, number> {
  const rows = summary?.rows ?? [];
  const start = rows.findIndex((row) => row[0] === countsTableName) + 2;
  const end = rows.findIndex((row, index) => index > start && row.length === 0);
  return new Map(rows.slice(start, end).map((row) => [row[0] ?? '', Number(row[1])]));
}

/** What a file says otherwise than the report model: counts, ids and numbers, each by name. */
export function checkAgainstModel(model: ReportModel, { sheets: read, names: ranges }: ReadWorkbook): string[] {
  const problems: string[] = [];
  const sheets = new Map(read.map((sheet) => [sheet.name, sheet]));
  const column = (sheet: string, title: string) => {
    const found = sheets.get(sheet);
    return found ? columnValues(found, title) : [];
  };
  const expectAll = (what: string, found: string[], expected: string[]) => {
    const missing = expected.filter((value, index) => found[index] !== value);
    if (found.length !== expected.length) problems.push(`${what}: ${found.length} instead of ${expected.length}`);
    else if (missing.length > 0) problems.push(`${what}: ${missing.slice(0, 5).join(', ')}`);
  };
  const expectCount = (what: string, found: number | undefined, expected: number) => {
    if (found !== expected) problems.push(`${what}: ${found ?? 'nothing'} instead of ${expected}`);
  };

  const { counts, requirements, findings, evidence, soa, notes } = model;
  const questions = requirements.flatMap((requirement) => requirement.questions);
  const actions = findings.flatMap((finding) => finding.actions.map(() => finding.number));
  expectAll('Requirements', column('Requirements', 'Requirement'), idsOf(requirements));
  expectAll('Questions', column('Checklist', 'Question id'), idsOf(questions));
  const samples = questions.flatMap(({ id, samples: own }) => own.map((sample) => ({ id, sample })));
  expectAll('Samples', column('Samples', 'Question id'), idsOf(samples));
  expectAll(
    'Samples, sizes',
    column('Samples', 'Sample size'),
    samples.map(({ sample }) => String(sample.size ?? '')),
  );
  expectAll(
    'Samples, exceptions',
    column('Samples', 'Exceptions'),
    samples.map(({ sample }) => String(exceptionsOf(sample).length)),
  );
  expectAll('Findings', column('Findings', 'Number'), numbersOf(findings));
  expectAll('Evidence', column('Evidence', 'Number'), numbersOf(evidence));
  expectAll(
    'Statement of Applicability',
    column('SoA', 'Control'),
    soa.entries.map(({ control }) => control),
  );
  const lines = crosswalkLines(model);
  expectAll(
    'Crosswalks, requirements',
    column('Crosswalks', 'Requirement'),
    lines.map(({ requirement }) => requirement.id),
  );
  expectAll(
    'Crosswalks, references',
    column('Crosswalks', 'Reference'),
    lines.map(({ reference }) => reference),
  );
  const decided = findings.flatMap((finding) => finding.decisions.map(() => finding.number));
  expectAll('Grade decisions', column('Grade decisions', 'Finding'), decided);
  expectAll('Actions', column('Actions', 'Finding'), actions);
  expectAll(
    'Running notes',
    column('Notes', 'Line'),
    notes.map(({ line }) => String(line)),
  );

  checkPlan(model, column, expectAll, expectCount);

  const { applicable, excluded, additional } = counts.controls;
  expectCount('Requirements', requirements.length, counts.requirements.total);
  expectCount('Questions', questions.length, counts.questions.total);
  expectCount('Findings', findings.length, counts.findings.total);
  expectCount('Evidence', evidence.length, counts.evidence);
  expectCount('Running notes', notes.length, counts.notes);
  expectCount('Controls', soa.entries.length, applicable + excluded + additional);
  expectCount('Actions', actions.length, counts.actions.total);

  const results = tally(column('Requirements', 'Result'));
  const answers = tally(column('Checklist', 'Verdict'));
  for (const [verdict, label] of Object.entries(verdicts) as [Verdict, string][]) {
    expectCount(`Requirements, ${label}`, results.get(label) ?? 0, counts.requirements.byVerdict[verdict]);
    expectCount(`Questions, ${label}`, answers.get(label) ?? 0, counts.questions.byVerdict[verdict]);
  }
  const gradesFound = tally(column('Findings', 'Grade'));
  const names = gradeNames(model);
  for (const grade of keysOf(grades)) {
    expectCount(`Findings, ${names[grade]}`, gradesFound.get(names[grade]) ?? 0, counts.findings.byGrade[grade]);
  }
  const listed = summaryCounts(sheets.get('Summary'));
  for (const [label, count, name] of countRows(model)) {
    expectCount(`Summary, ${label}`, listed.get(label), count);
    expectCount(`The name count_${name}`, numberAt(sheets, ranges.get(`count_${name}`)), count);
  }
  return problems;
}

/** The number in the cell that a name stands for, such as `'Summary'!$B$30`. */
function numberAt(sheets: ReadonlyMap<string, ReadSheet>, range = ''): number | undefined {
  const [, sheet = '', letter = '', row = ''] = /^'(.+)'!\$([A-Z])\$(\d+)$/.exec(range) ?? [];
  const value = sheets.get(sheet)?.rows[Number(row) - 1]?.[letter.charCodeAt(0) - 65];
  return value === undefined ? undefined : Number(value);
}

/** Slots and meetings in their order, and the sums of their minutes. */
function checkPlan(
  { planSlots, meetings }: ReportModel,
  column: (sheet: string, title: string) => string[],
  expectAll: (what: string, found: string[], expected: string[]) => void,
  expectCount: (what: string, found: number | undefined, expected: number) => void,
): void {
  const slots = planSlots.toSorted(byTime);
  const held = meetings.toSorted(byKind);
  const sum = (values: readonly (string | number | null)[]) =>
    values.reduce<number>((total, value) => total + Number(value ?? 0), 0);
  expectAll(
    'Plan, slots',
    column('Plan', 'Slot'),
    slots.map((_, position) => String(position + 1)),
  );
  expectAll(
    'Plan, starts',
    column('Plan', 'Start'),
    slots.map(({ startsAt }) => startsAt),
  );
  expectAll(
    'Meetings',
    column('Meetings', 'Kind'),
    held.map(({ kind }) => meetingKinds[kind]),
  );
  for (const [name, list] of [['Plan', slots] as const, ['Meetings', held] as const]) {
    expectCount(`${name}, planned minutes`, sum(column(name, 'Planned minutes')), sum(list.map((one) => one.minutes)));
    expectCount(
      `${name}, actual minutes`,
      sum(column(name, 'Actual minutes')),
      sum(list.map((one) => one.actualMinutes)),
    );
  }
}

const idsOf = (records: readonly { id: string }[]): string[] => records.map(({ id }) => id);
const numbersOf = (records: readonly { number: string }[]): string[] => records.map(({ number }) => number);

function tally(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
