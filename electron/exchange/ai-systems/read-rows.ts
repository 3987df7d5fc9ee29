// The rows under the headings: which are systems, what they tell, and what was left out and why.
import type { InventoryIssue } from '../../../shared/contract/ai-systems.ts';
import type { ReadSystem } from '../../../shared/domain/ai-system-import.ts';
import { systemKey } from '../../../shared/domain/ai-systems.ts';
import { longestLine, longestText } from '../../../shared/domain/fields.ts';
import { plain } from '../plain-words.ts';
import type { Cell } from '../xlsx/cell-text.ts';
import type { Row } from '../xlsx/sheet-grid.ts';
import type { InventoryTable } from './headings.ts';
import { mostSystems, refuseInventory } from './limits.ts';
import { isNothing, readClosed, readYesNo } from './values.ts';
import { type InventoryField, totals } from './words.ts';

const longestName = 300;

/** A column's letters. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

export interface ReadInventory {
  systems: ReadSystem[];
  issues: InventoryIssue[];
}

const oneLine = (text: string) => text.toWellFormed().replaceAll(/\s+/g, ' ').trim();
const show = (text: string) => `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;

/** Reads the rows of one table. */
export function readInventoryRows(table: InventoryTable): ReadInventory {
  const { sheet, headerRow, headings, columns } = table;
  const nameColumn = columns.get('name')!;
  const others = [...columns].filter(([field]) => field !== 'name');
  const systems: ReadSystem[] = [];
  const issues: InventoryIssue[] = [];
  const rowOfName = new Map<string, number>();
  let last = headerRow;
  let isAfterGap = false;

  const complain = (
    row: number,
    field: InventoryField,
    code: InventoryIssue['code'],
    message: string,
    said = '',
  ): undefined => {
    const column = columnLetters(columns.get(field) ?? nameColumn);
    issues.push({ row, column, field, code, said: said.slice(0, 200), message: `Row ${row}: ${message}` });
  };

  /** Whether a row is not one of a system although it has something where names stand. */
  function isNoSystem({ number, cells }: Row, name: string): boolean {
    const words = plain(name);
    if (totals.some((total) => words === total || (words.startsWith(`${total} `) && !isWide(cells)))) return true;
    const repeats = [...cells].filter(([column, { text }]) => plain(text) === plain(headings.get(column) ?? ''));
    if (words === plain(headings.get(nameColumn) ?? '') && repeats.length === cells.size) return true;
    const isAlone = others.every(([, column]) => !cells.has(column));
    if (!isAlone || others.length === 0) return false;
    const isMerged = sheet.spans.some(
      ({ top, left, right }) => top === number && left <= nameColumn && right >= nameColumn && right > left,
    );
    return isMerged || isAfterGap;
  }
  const isWide = (cells: Row['cells']) => others.filter(([, column]) => cells.has(column)).length > 1;

  function readText(row: number, field: InventoryField, { text, mark }: Cell): string | undefined {
    if (mark === 'error')
      return complain(row, field, 'unreadable-value', `${show(text)} is an error, not a text.`, text);
    const isLine = field === 'owner' || field === 'supplier';
    const words = isLine ? oneLine(text) : text.toWellFormed();
    if (isNothing(words)) return undefined;
    const most = isLine ? longestLine : longestText;
    if (words.length <= most) return words;
    return complain(row, field, 'too-long', `the text has more than ${most.toLocaleString('en-GB')} characters.`);
  }

  function readCell(row: number, field: InventoryField, cell: Cell, system: ReadSystem): unknown {
    if (field === 'purpose' || field === 'owner' || field === 'supplier' || field === 'samplingReason')
      return readText(row, field, cell);
    if (field === 'name') return undefined;
    const isYesNo = field === 'inScope' || field === 'sampled';
    const value = isYesNo ? readYesNo(cell.text) : readClosed(field, cell.text);
    if (value !== undefined || (cell.mark === undefined && isNothing(cell.text))) return value;
    if (cell.mark === 'error')
      return complain(row, field, 'unreadable-value', `${show(cell.text)} is an error, not a value.`, cell.text);
    const said = oneLine(cell.text);
    system.unread.push({ field, said });
    return complain(
      row,
      field,
      'unknown-value',
      `${show(said)} is on no list. It is kept out until you say what it means.`,
      said,
    );
  }

  /** A name merged over several rows: further purposes belong to the same system, empty fields are filled. */
  function continueSystem({ number, cells }: Row, system: ReadSystem): void {
    const told: Record<string, unknown> = system.fields;
    for (const [field, column] of others) {
      const cell = cells.get(column);
      if (cell?.from !== number) continue;
      const value = readCell(number, field, cell, system);
      if (value === undefined) continue;
      if (told[field] === undefined) told[field] = value;
      else if (field === 'purpose' && typeof value === 'string') {
        const joined = `${system.fields.purpose}\n${value}`;
        if (joined.length <= longestText) told[field] = joined;
      }
    }
  }

  function readName(row: Row): string | undefined {
    const { number, cells } = row;
    const cell = cells.get(nameColumn);
    const name = cell ? oneLine(cell.text) : '';
    const hasMore = others.some(([, column]) => {
      const other = cells.get(column);
      return other !== undefined && other.from === number && !isNothing(other.text);
    });
    if (cell === undefined || isNothing(name) || plain(name) === '') {
      return hasMore ? complain(number, 'name', 'no-name', 'there is no name, so it was left out.') : undefined;
    }
    if (cell.mark !== undefined)
      return complain(number, 'name', 'name-unreadable', `${show(name)} is no name, so it was left out.`, name);
    if (isNoSystem(row, name)) return complain(number, 'name', 'not-a-system', `${show(name)} is no system.`, name);
    if (hasMore) isAfterGap = false;
    if (name.length > longestName)
      return complain(number, 'name', 'name-too-long', `the name has more than ${longestName} characters.`, name);
    const first = rowOfName.get(systemKey(name));
    if (first !== undefined)
      return complain(number, 'name', 'duplicate', `${show(name)} is there already in row ${first}.`, name);
    return name;
  }

  for (const row of sheet.rows) {
    const { number, cells } = row;
    if (number <= headerRow) continue;
    if (number > last + 1) isAfterGap = true;
    last = number;
    const cell = cells.get(nameColumn);
    const above = systems.at(-1);
    if (cell && cell.from < number) {
      if (above && above.row === cell.from) continueSystem(row, above);
      continue;
    }
    const name = readName(row);
    if (name === undefined) continue;
    if (systems.length >= mostSystems)
      throw refuseInventory(
        'too-large',
        `The sheet “${sheet.name}” has more than ${mostSystems.toLocaleString('en-GB')} systems (row ${number}). Split the file.`,
        { sheet: sheet.name, row: number, column: columnLetters(nameColumn) },
      );
    rowOfName.set(systemKey(name), number);
    const system: ReadSystem = { row: number, fields: { name }, unread: [] };
    const told: Record<string, unknown> = {};
    for (const [field, column] of others) {
      const other = cells.get(column);
      const value = other && readCell(number, field, other, system);
      if (value !== undefined) told[field] = value;
    }
    system.fields = { name, ...told };
    systems.push(system);
  }
  return { systems, issues: issues.toSorted((one, other) => one.row - other.row) };
}
