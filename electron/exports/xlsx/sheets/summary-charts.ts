// The charts of the summary, each beside a table whose cells it reads.
import type { Verdict } from '../../../../shared/domain/vocabulary.ts';
import type { ReportModel } from '../../report-model.ts';
import { gradeTableName, tallyVerdicts } from '../../sections/counts.ts';
import { gradeNames, gradesShown } from '../../sections/grading.ts';
import { amount, type Cell, words } from '../cells.ts';
import type { Chart, ChartPlace, ChartSeries } from '../charts.ts';
import { columnName, onSheet } from '../places.ts';
import type { SummaryPage, TablePlace } from '../summary-page.ts';
import { gradeLooks, type Look, looks, verdictLooks } from '../theme.ts';
import { resultCells, resultHeaders, verdictOrder } from './result-cells.ts';

const resultsName = 'Requirements by result';
const coverageName = 'Coverage per clause and control group';

/** What was looked at, in one word; an answer that conforms or does not is one that was audited. */
const coverage: { title: string; verdicts: Verdict[]; look: Look }[] = [
  { title: 'Audited', verdicts: ['conforms', 'improvement', 'nonconforming'], look: looks.section },
  { title: 'Open', verdicts: ['in-progress', 'not-started'], look: verdictLooks['in-progress'] },
  { title: 'Not audited', verdicts: ['not-audited'], look: verdictLooks['not-audited'] },
  { title: 'Not applicable', verdicts: ['not-applicable'], look: verdictLooks['not-applicable'] },
];

interface ChartTable {
  name: string;
  header: string[];
  rows: Cell[][];
  place: TablePlace;
}

/** The tables that the charts read. */
export interface ChartTables {
  grades: ChartTable;
  results: ChartTable;
  coverage: ChartTable;
}

/** Writes the tables that the charts read. */
export function writeChartTables(page: SummaryPage, model: ReportModel): ChartTables {
  const { catalogue, requirements, counts } = model;
  const names = gradeNames(model);
  const write = (name: string, header: string[], rows: Cell[][]): ChartTable => {
    page.section(name);
    return { name, header, rows, place: page.table(header, rows) };
  };
  const kinds = { clause: 'Clauses', control: 'Controls' } as const;
  return {
    grades: write(
      gradeTableName,
      ['Grade', 'Findings'],
      gradesShown(model).map((grade) => [
        words(names[grade], gradeLooks[grade]),
        amount(counts.findings.byGrade[grade]),
      ]),
    ),
    results: write(
      resultsName,
      ['Kind of requirement', ...resultHeaders],
      (['clause', 'control'] as const).map((kind) => [
        words(kinds[kind]),
        ...resultCells(tallyVerdicts(requirements.filter((one) => one.kind === kind))),
      ]),
    ),
    coverage: write(
      coverageName,
      ['Clause or control group', 'In all', ...coverage.map(({ title }) => title)],
      catalogue.groups.map(({ id, title }) => {
        const own = requirements.filter(({ group }) => group === id);
        const tally = tallyVerdicts(own);
        const sums = coverage.map((one) => one.verdicts.reduce((sum, verdict) => sum + tally[verdict], 0));
        return [words(`${id} ${title}`), ...[own.length, ...sums].map((count) => amount(count))];
      }),
    ),
  };
}

/** A column of numbers of a table as bars, named by its heading. */
function seriesOf({ header, rows, place }: ChartTable, column: number, look: Look): ChartSeries {
  const letter = columnName(column);
  return {
    name: { range: onSheet('Summary', `$${letter}$${place.header}`), values: [header[column] ?? ''] },
    values: {
      range: onSheet('Summary', `$${letter}$${place.first}:$${letter}$${place.last}`),
      values: rows.map((row) => Number(row[column]?.value ?? 0)),
    },
    look,
  };
}

const categoriesOf = ({ rows, place }: ChartTable) => ({
  range: onSheet('Summary', `$A$${place.first}:$A$${place.last}`),
  values: rows.map(([label]) => String(label?.value ?? '')),
});

/** Every bar in words: what it is and the numbers that are not zero. */
function describe(name: string, table: ChartTable, series: readonly ChartSeries[]): string {
  const parts = table.rows.map(([label], row) => {
    const counts = series.flatMap(({ name: own, values }) => {
      const count = values.values[row] ?? 0;
      return count === 0 ? [] : [series.length === 1 ? String(count) : `${own.values[0]?.toLowerCase()} ${count}`];
    });
    return `${String(label?.value ?? '')}: ${counts.join(', ') || '0'}`;
  });
  return `${name}. ${parts.join('; ')}.`;
}

/** The charts of the summary: findings by grade, requirements by result, coverage by clause. */
export function summaryCharts(model: ReportModel, tables: ChartTables, room: readonly ChartPlace[]): Chart[] {
  const grades = gradesShown(model);
  const shown = [
    {
      table: tables.grades,
      kind: 'bars' as const,
      series: [
        {
          ...seriesOf(tables.grades, 1, gradeLooks.minor),
          looks: grades.map((grade) => gradeLooks[grade]),
        },
      ],
    },
    {
      table: tables.results,
      kind: 'stacked' as const,
      series: verdictOrder.map((verdict, index) => seriesOf(tables.results, index + 2, verdictLooks[verdict])),
    },
    {
      table: tables.coverage,
      kind: 'shares' as const,
      series: coverage.map(({ look }, index) => seriesOf(tables.coverage, index + 2, look)),
    },
  ];
  return shown.flatMap(({ table, kind, series }, index): Chart[] => {
    const place = room[index];
    if (!place || table.rows.length === 0) return [];
    const description = describe(table.name, table, series);
    return [{ title: table.name, description, kind, categories: categoriesOf(table), series, place }];
  });
}
