import type { Chart } from './charts.ts';
import type { SheetForm } from './form.ts';
import type { ListName } from './lists.ts';
import { type Look, looks } from './theme.ts';
import { cleanText } from './xml-text.ts';

/** One cell. `targets` names the records that it leads to; the workbook makes one link of them. */
export interface Cell {
  value: string | number | null;
  look: Look;
  targets?: readonly string[];
  /** Where a click leads, such as `'Findings'!A5`. */
  link?: string;
}

/** What a column holds, for people and for what may be typed into it. */
export interface ColumnNote {
  title: string;
  /** In the units of a spreadsheet. */
  width: number;
  /** What it means, in a sentence. */
  about: string;
  /** Where its values come from; by default as the whole sheet. */
  from?: string;
  /** The words that may stand in it. */
  list?: ListName;
  kind?: 'day' | 'moment' | 'amount' | 'difference';
}

/** One column of a table of records. */
export interface Column<T> extends ColumnNote {
  cell: (record: T) => Cell;
}

/** Cells of a column that look otherwise as long as a formula about the row holds. */
export interface Condition {
  column: number;
  /** Written for the first row below the header, such as `$I2<TODAY()`. */
  formula: string;
  look: Look;
}

/** One sheet as plain rows. The first row is the header and stays in view. */
export interface Sheet {
  name: string;
  widths: number[];
  /** What the columns of a table hold. */
  columns?: readonly ColumnNote[];
  /** Where the values come from that no column says otherwise about. */
  from?: string;
  /** What the sheet is for, in a few words. */
  about?: string;
  /** How cells look that are still to be filled, by column. */
  columnLooks?: Look[];
  rows: Cell[][];
  /** Whether the whole sheet is one table with a filter. */
  table: boolean;
  /** The column, from 0, that names the record in warnings and links. */
  key: number;
  /** The column, from 0, that says in words what the record is. */
  caption?: number;
  conditions?: readonly Condition[];
  /** What stands in which row, counted from 1: where links go. */
  places: Map<string, number>;
  /** Ranges shown as one cell, such as `B4:I4`. */
  merges: string[];
  /** Heights in points of rows with merged cells or titles; the others are fitted to their texts. */
  heights: Map<number, number>;
  /** Names for ranges, such as `$B$12`, that a reader's own formulas can use. */
  names?: ReadonlyMap<string, string>;
  charts?: readonly Chart[];
  /** Where the sheet is to be filled in by others. */
  form?: SheetForm;
}

const dayLength = 86_400_000;
const epoch = 25_569;
/** Earlier days are counted differently by spreadsheet programs, so they are written as words. */
export const firstSafeSerial = 61;

/** Most cells of a report are empty: they are one. Nothing changes a cell that leads nowhere. */
const empty: Cell = Object.freeze({ value: '', look: looks.body });

/** A cell of text. */
export function words(value: string, look: Look = looks.body): Cell {
  return value === '' && look === looks.body ? empty : { value: cleanText(value), look };
}

/** A cell with a whole number, or an empty one. */
export const amount = (value: number | null, look: Look = looks.count): Cell => ({ value, look });

/** A cell that lists numbers or ids and leads to the records; `names` says otherwise what they are called. */
export function references(targets: readonly string[], names: readonly string[] = targets): Cell {
  return targets.length === 0 ? empty : { value: cleanText(names.join(', ')), look: looks.body, targets };
}

/** A cell with how many records there are, which leads to them. */
export const linkCount = (targets: readonly string[]): Cell => ({ value: targets.length, look: looks.count, targets });

/** A cell with a calendar day (`2026-11-17`) as a real date. */
export function day(value: string | null): Cell {
  if (!value) return words('');
  const serial = Date.parse(`${value}T00:00:00Z`) / dayLength + epoch;
  return serial >= firstSafeSerial ? { value: serial, look: looks.date } : words(value);
}

const momentLooks = new Map<string, Look>();
/** One look per offset, so that the same look is the same object. */
function momentLook(offset: string): Look {
  const known = momentLooks.get(offset) ?? { ...looks.date, format: `d mmm yyyy hh:mm "${offset}"` };
  momentLooks.set(offset, known);
  return known;
}

/**
 * A cell with an instant as a real date and time: the clock at the place, with the offset in the number format.
 * Offsets that no place has are turned to UTC, which bounds the number of formats.
 */
export function instant(value: string | null): Cell {
  if (!value) return words('');
  const [, clock = '', offset = ''] = /^(.+?)(Z|[+-]\d\d:\d\d)$/.exec(value) ?? [];
  const real = /^[+-](0\d|1[0-4]):(00|15|30|45)$/.test(offset);
  const serial = Date.parse(real ? `${clock}Z` : value) / dayLength + epoch;
  if (!(serial >= firstSafeSerial)) return words(value);
  return { value: serial, look: momentLook(real ? offset : 'UTC') };
}

/** What a table is besides its records and columns; see Sheet. */
type TableOptions = Partial<Pick<Sheet, 'about' | 'from' | 'key' | 'caption' | 'conditions'>>;

/** A sheet that is one table: a header and one row per record. `place` says what links to a record name it by. */
export function tableSheet<T>(
  name: string,
  records: readonly T[],
  columns: readonly Column<T>[],
  place: (record: T) => string | readonly string[],
  options: TableOptions = {},
): Sheet {
  const places = new Map<string, number>();
  for (const [index, record] of records.entries()) {
    const names = place(record);
    for (const one of typeof names === 'string' ? [names] : names) if (!places.has(one)) places.set(one, index + 2);
  }
  return {
    name,
    widths: columns.map(({ width }) => width),
    columns,
    rows: [
      columns.map(({ title }) => words(title, looks.header)),
      ...records.map((record) => columns.map(({ cell }) => cell(record))),
    ],
    table: true,
    key: 0,
    ...options,
    places,
    merges: [],
    heights: new Map(),
  };
}

/** The name of the place where a sheet begins. */
export const sheetPlace = (name: string): string => `Sheet ${name}`;
