import type { Cell } from '../xlsx/cell-text.ts';
import type { Row, Sheet } from '../xlsx/sheet-grid.ts';
import { readCell } from './cell-values.ts';
import { type Column, emptyOf, type SheetPlan } from './column-kinds.ts';
import type { Fields } from './columns.ts';
import { type Problems, quote } from './problems.ts';

/** A row of a table and where it comes from; null where it is taken from another catalogue. */
export interface SourceRow {
  fields: Fields;
  row: number | null;
}

const isBlank = (cell: Cell | undefined) => cell === undefined || (cell.mark === undefined && cell.text.trim() === '');
const holdsSomething = (row: Row) => [...row.cells.values()].some((cell) => !isBlank(cell));

/** The letters of a column, from 1: A, B, … Z, AA, … */
const lettersOf = (column: number): string =>
  column <= 26
    ? String.fromCharCode(64 + column)
    : lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));

/** A heading or a name of a sheet as it counts. */
export const nameOf = (text: string) => text.trim().toLowerCase();

/** The rows of a sheet that hold something; the first one holds the headings. */
export const filledRows = (sheet: Sheet): Row[] => sheet.rows.filter(holdsSomething);

/** The headings of a sheet as they count. */
export function headingsOf(sheet: Sheet): Set<string> {
  const header = sheet.rows.find(holdsSomething);
  return new Set([...(header?.cells.values() ?? [])].map(({ text }) => nameOf(text)));
}

function sayMark({ mark, text }: Cell): string {
  if (mark === 'error') return `The cell holds the error ${quote(text)}.`;
  if (mark === 'uncalculated')
    return 'The cell holds a formula without a result. Open the file in a spreadsheet program, save it and try again.';
  return `The cell holds the ${mark} ${quote(text)}. Format it as text and write the value again, such as 8.4.`;
}

/** The columns of a sheet by their place, or nothing where its headings are not those of the table. */
function readHeadings(header: Row, plan: SheetPlan, problems: Problems): Map<number, Column> | undefined {
  const known = new Map(plan.columns.map((column) => [nameOf(column.heading), column]));
  const columns = new Map<number, Column>();
  let isSound = true;
  const refuse = (row: number | null, column: string, message: string) => {
    isSound = false;
    problems.add(plan.name, row, column, message);
  };
  for (const [place, cell] of header.cells) {
    if (isBlank(cell)) continue;
    const heading = cell.text.trim();
    const column = known.get(nameOf(heading));
    if (!column) {
      const all = plan.columns.map((one) => one.heading).join(', ');
      refuse(header.number, heading, `There is no column ${quote(heading)} in this sheet. Its columns are ${all}.`);
    } else if ([...columns.values()].includes(column)) {
      refuse(header.number, column.heading, `The heading ${quote(heading)} stands twice.`);
    } else columns.set(place, column);
  }
  const found = new Set(columns.values());
  for (const column of plan.columns) {
    if (column.needed && !found.has(column))
      refuse(
        header.number,
        column.heading,
        `The column ${column.heading} is missing among the headings in row ${header.number}.`,
      );
  }
  return isSound ? columns : undefined;
}

/** Names merged cells in a table. Answers with the columns that have some: what is empty there may be covered. */
function refuseMerged(
  sheet: Sheet,
  rows: readonly Row[],
  plan: SheetPlan,
  columns: Map<number, Column>,
  problems: Problems,
): Set<Column> {
  const covered = new Set<Column>();
  const [first, last] = [rows[0]?.number ?? 0, rows.at(-1)?.number ?? 0];
  const places = [...columns.keys()].toSorted((a, b) => a - b);
  const [left, right] = [Math.min(...places), Math.max(...places)];
  for (const span of sheet.spans) {
    const isOne = span.top === span.bottom && span.left === span.right;
    if (isOne || span.bottom < first || span.top > last || span.right < left || span.left > right) continue;
    const place = places.find((one) => one >= span.left) ?? span.left;
    const range = `${lettersOf(span.left)}${span.top}:${lettersOf(span.right)}${span.bottom}`;
    const heading = columns.get(place)?.heading ?? lettersOf(place);
    problems.add(plan.name, Math.max(span.top, first), heading, `The cells ${range} are merged. Split them.`);
    for (const [at, column] of columns) if (at >= span.left && at <= span.right) covered.add(column);
  }
  return covered;
}

function readRow(
  row: Row,
  plan: SheetPlan,
  columns: Map<number, Column>,
  covered: Set<Column>,
  problems: Problems,
): SourceRow {
  const fields: Fields = Object.fromEntries(plan.columns.map((column) => [column.field, emptyOf(column)]));
  for (const [place, column] of columns) {
    const cell = row.cells.get(place);
    const reading = cell?.mark ? { problem: sayMark(cell) } : readCell(column, cell?.text ?? '');
    if ('value' in reading) fields[column.field] = reading.value;
    else if (cell || !covered.has(column)) problems.add(plan.name, row.number, column.heading, reading.problem);
    else problems.pass(plan.name, row.number, column.heading);
  }
  for (const [place, cell] of row.cells) {
    if (isBlank(cell) || columns.has(place)) continue;
    const letters = lettersOf(place);
    problems.add(
      plan.name,
      row.number,
      letters,
      `The column ${letters} has no heading, but ${quote(cell.text)} stands in it.`,
    );
  }
  return { fields, row: row.number };
}

/** Reads a sheet as the table it should be. Nothing where its headings are wrong; every problem is named. */
export function readTable(sheet: Sheet, plan: SheetPlan, problems: Problems): SourceRow[] | undefined {
  const rows = filledRows(sheet);
  const [header, ...body] = rows;
  if (!header) {
    problems.add(plan.name, null, '', 'The sheet is empty. Write its headings, or remove the sheet.');
    return undefined;
  }
  const columns = readHeadings(header, plan, problems);
  if (!columns) return undefined;
  const covered = refuseMerged(sheet, rows, plan, columns, problems);
  return body.map((row) => readRow(row, plan, columns, covered, problems));
}
