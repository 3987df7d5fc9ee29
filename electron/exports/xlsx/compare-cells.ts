import { compareCharts, compareRules } from './check-rules.ts';
import type { Workbook } from './compose-workbook.ts';
import { ownNames, printArea, repeated } from './defined-names.ts';
import { columnName } from './places.ts';
import type { ReadWorkbook } from './read-workbook.ts';

const placeOf = (sheet: string, column: number, row: number): string => `${sheet}!${columnName(column)}${row + 1}`;

/** Everything in a file that differs from what was meant to be written: cells, links, tables, names, rules, charts. */
export function compareCells(workbook: Workbook, { sheets: read, names }: ReadWorkbook): string[] {
  const problems: string[] = [];
  if (read.length !== workbook.sheets.length) problems.push(`${read.length} sheets`);
  for (const [index, sheet] of workbook.sheets.entries()) {
    const found = read[index];
    let links = 0;
    if (found?.name !== sheet.name || found.rows.length !== sheet.rows.length) {
      problems.push(`${sheet.name}: ${found?.rows.length ?? 'no'} rows instead of ${sheet.rows.length}`);
      continue;
    }
    for (let number = 0; number < sheet.rows.length; number += 1) {
      const row = sheet.rows[number] ?? [];
      const written = found.rows[number] ?? [];
      for (let column = 0; column < row.length; column += 1) {
        const meant = row[column];
        const value = meant?.value ?? '';
        const cell = written[column] ?? '';
        if (cell !== value && cell !== String(value)) problems.push(placeOf(sheet.name, column, number));
        const link = meant?.link;
        if (link === undefined) continue;
        const [place, target] = found.links[links] ?? [];
        links += 1;
        if (link !== target || place !== `${columnName(column)}${number + 1}`)
          problems.push(`${placeOf(sheet.name, column, number)}: link`);
      }
    }
    if (links !== found.links.length) problems.push(`${sheet.name}: ${found.links.length} links instead of ${links}`);
    problems.push(...compareRules(sheet, found, workbook), ...compareCharts(sheet, found, read));
    if (names.get(`${index} _xlnm.Print_Area`) !== printArea(sheet)) problems.push(`${sheet.name}: print area`);
    if (names.get(`${index} _xlnm.Print_Titles`) !== repeated(sheet)) problems.push(`${sheet.name}: repeated rows`);
  }
  const own = ownNames(workbook);
  for (const [name, range] of own) if (names.get(name) !== range) problems.push(`the name ${name}`);
  if (names.size !== own.length + workbook.sheets.length * 2) problems.push(`${names.size} names`);
  return problems;
}
