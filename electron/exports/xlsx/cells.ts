import { cleanText } from './xml-text.ts';
import type { SheetForm } from './form.ts';
import { type Look, looks } from './theme.ts';

/** One cell. `goesTo` names what the cell links to: a finding or evidence number or a requirement id. */
export interface Cell {
  value: string | number | null;
  look: Look;
  goesTo?: string;
}

/** One sheet as plain rows. The first row is the header and stays in view. */
export interface Sheet {
  name: string;
  widths: number[];
  /** How cells look that are still to be filled, by column. */
  columnLooks?: Look[];
  rows: Cell[][];
  /** Whether the whole sheet is one table with a filter. */
  table: boolean;
  /** The column, from 0, that names the record in warnings. */
  key: number;
  /** What stands in which row, counted from 1: where links go. */
  places: Map<string, number>;
  /** Ranges shown as one cell, such as `B4:I4`. */
  merges: string[];
  /** Heights in points of rows with merged cells or titles; the others are fitted to their texts. */
  heights: Map<number, number>;
  /** Where the sheet is to be filled in by others. */
  form?: SheetForm;
}

/** One column of a table of records. */
export interface Column<T> {
  title: string;
  width: number;
  cell: (record: T) => Cell;
}

const dayLength = 86_400_000;
const epoch = 25_569;
/** Earlier days are counted differently by spreadsheet programs, so they are written as words. */
const firstSafeSerial = 61;

/** A cell of text. */
export const words = (value: string, look: Look = looks.body): Cell => ({ value: cleanText(value), look });

/** A cell with a whole number, or an empty one. */
export const amount = (value: number | null, look: Look = looks.count): Cell => ({ value, look });

/** A cell that lists numbers or ids and links to the first of them. */
export function references(targets: readonly string[]): Cell {
  const [first] = targets;
  return first === undefined ? words('') : { value: cleanText(targets.join(', ')), look: looks.link, goesTo: first };
}

/** A cell with a calendar day (`2026-11-17`) as a real date. */
export function day(value: string | null): Cell {
  if (!value) return words('');
  const serial = Date.parse(`${value}T00:00:00Z`) / dayLength + epoch;
  return serial >= firstSafeSerial ? { value: serial, look: looks.date } : words(value);
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
  return { value: serial, look: { ...looks.date, format: `d mmm yyyy hh:mm "${real ? offset : 'UTC'}"` } };
}

/** A sheet that is one table: a header and one row per record. `place` says what links to a record name it by. */
export function tableSheet<T>(
  name: string,
  records: readonly T[],
  columns: readonly Column<T>[],
  place: (record: T) => string,
  key = 0,
): Sheet {
  const places = new Map<string, number>();
  for (const [index, record] of records.entries()) {
    if (!places.has(place(record))) places.set(place(record), index + 2);
  }
  return {
    name,
    widths: columns.map(({ width }) => width),
    rows: [
      columns.map(({ title }) => words(title, looks.header)),
      ...records.map((record) => columns.map(({ cell }) => cell(record))),
    ],
    table: true,
    key,
    places,
    merges: [],
    heights: new Map(),
  };
}
