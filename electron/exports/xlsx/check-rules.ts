// What a finished sheet must have besides its cells: its table, its rules, and charts that agree with their cells.
import type { Sheet } from './cells.ts';
import type { Workbook } from './compose-workbook.ts';
import { tableRange } from './places.ts';
import type { ReadSheet } from './read-workbook.ts';
import { rulesOf } from './sheet-rules-xml.ts';
import { tableName } from './table-xml.ts';

/** The table and the rules of a sheet that differ from what was meant to be written. */
export function compareRules(sheet: Sheet, found: ReadSheet, { lists = [] }: Workbook): string[] {
  const problems: string[] = [];
  if (sheet.table) {
    const { name = '', range = '', filter = '', columns = [] } = found.table ?? {};
    if (name !== tableName(sheet) || range !== tableRange(sheet)) problems.push(`${sheet.name}: table`);
    if (filter !== tableRange(sheet)) problems.push(`${sheet.name}: filter`);
    if (columns.join('\n') !== (found.rows[0] ?? []).join('\n')) problems.push(`${sheet.name}: columns of the table`);
  } else if (found.table) problems.push(`${sheet.name}: a table`);
  const { validations, conditions } = rulesOf(sheet, lists);
  if (validations.join() !== found.validations.join()) problems.push(`${sheet.name}: what may be typed`);
  if (conditions.join() !== found.conditions.join()) problems.push(`${sheet.name}: looks that follow values`);
  return problems;
}

/** The values of a range such as `'Summary'!$B$40:$B$46`, row by row. */
function valuesIn(range: string, sheets: readonly ReadSheet[]): string[] | undefined {
  const [, name = '', letter = '', first = '', last = first] =
    /^'(.+)'!\$([A-Z])\$(\d+)(?::\$\2\$(\d+))?$/.exec(range) ?? [];
  const rows = sheets.find((sheet) => sheet.name === name)?.rows.slice(Number(first) - 1, Number(last));
  return rows?.map((row) => row[letter.charCodeAt(0) - 65] ?? '');
}

/** Charts that are missing, or show something else than the cells they read. */
export function compareCharts({ name, charts = [] }: Sheet, found: ReadSheet, sheets: readonly ReadSheet[]): string[] {
  if (found.charts.length !== charts.length) return [`${name}: ${found.charts.length} charts`];
  return charts.flatMap(({ title, categories, series }, index) => {
    const ranges = found.charts[index]?.ranges ?? new Map<string, string[]>();
    const wanted = [categories.range, ...series.flatMap((one) => [one.name.range, one.values.range])];
    const differs = wanted.some((range) => ranges.get(range)?.join('\n') !== valuesIn(range, sheets)?.join('\n'));
    return differs || ranges.size !== new Set(wanted).size ? [`${name}: the chart ${title}`] : [];
  });
}
