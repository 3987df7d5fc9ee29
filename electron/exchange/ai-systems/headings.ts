// Which columns of a sheet hold which field: by their headings, wherever these stand.
import { holdsAny, holdsPhrase, plain } from '../plain-words.ts';
import type { Row, Sheet } from '../xlsx/sheet-grid.ts';
import { headerRows } from './limits.ts';
import { headingWords, type InventoryField, notHeadings } from './words.ts';

interface Heading {
  field: InventoryField;
  /** Smaller is surer. */
  rank: number;
  isExact: boolean;
}

const longestHeading = 120;

/** The field that a heading stands for. Notes in brackets do not count. */
export function readHeading(text: string): Heading | undefined {
  if (text.length > longestHeading) return undefined;
  const words = plain(text.replaceAll(/\([^)]*\)|\[[^\]]*\]/g, ' ')) || plain(text);
  for (const { field, phrases } of headingWords) {
    const rank = phrases.indexOf(words);
    if (rank >= 0) return { field, rank, isExact: true };
  }
  if (holdsAny(words, notHeadings)) return undefined;
  const held = headingWords.flatMap(({ field, phrases }) =>
    phrases.flatMap((phrase, rank) => (holdsPhrase(words, phrase) ? [{ field, phrase, rank: 100 + rank }] : [])),
  );
  const whole = held.filter(
    ({ phrase }) => !held.some((other) => other.phrase !== phrase && holdsPhrase(other.phrase, phrase)),
  );
  // “Owner of the system” and “System: owner” are about the owner; only a heading of nothing else is a name's.
  const told = whole.some(({ field }) => field !== 'name') ? whole.filter(({ field }) => field !== 'name') : whole;
  const [first] = told.toSorted((one, other) => words.indexOf(one.phrase) - words.indexOf(other.phrase));
  return first && { field: first.field, rank: first.rank, isExact: false };
}

/** A table of systems on a sheet. */
export interface InventoryTable {
  sheet: Sheet;
  /** The last row of headings, counted from 1. */
  headerRow: number;
  /** Headings by column. */
  headings: Map<number, string>;
  columns: Map<InventoryField, number>;
}

type Found = Map<number, Heading>;

const headingsIn = ({ cells }: Row): Found =>
  new Map(
    [...cells].flatMap(([column, { text }]) => {
      const heading = readHeading(text);
      return heading ? [[column, heading] as const] : [];
    }),
  );

const fieldsOf = (found: Found) => new Set([...found.values()].map(({ field }) => field));

/** Of several columns for one field the visible, the surest, the leftmost. */
function assign(found: Found, hidden: ReadonlySet<number>): Map<InventoryField, number> {
  const ordered = [...found].toSorted(
    ([columnA, a], [columnB, b]) =>
      Number(hidden.has(columnA)) - Number(hidden.has(columnB)) || a.rank - b.rank || columnA - columnB,
  );
  const columns = new Map<InventoryField, number>();
  for (const [column, { field }] of ordered) if (!columns.has(field)) columns.set(field, column);
  return columns;
}

/** Headings of two rows: what the lower one leaves blank the upper one names, and the other way round. */
function joinRows(upper: Found, lower: Row | undefined, nameColumn: number): { found: Found; takes: boolean } {
  if (!lower || lower.cells.has(nameColumn)) return { found: upper, takes: false };
  const below = headingsIn(lower);
  const takes = below.size > 0 && below.size === lower.cells.size;
  return { found: takes ? new Map([...upper, ...below]) : upper, takes };
}

/** Whether a row of headings makes a table: a name beside another field, or a list of names alone. */
function makesTable(found: Found, sheet: Sheet, row: number): boolean {
  const fields = fieldsOf(found);
  if (!fields.has('name')) return false;
  if (fields.size > 1) return true;
  const isExact = [...found.values()].some((heading) => heading.isExact);
  return isExact && sheet.rows.every(({ number, cells }) => number < row || cells.size <= 1);
}

/** Finds the table of systems on a sheet; undefined where none has headings that are known. */
export function findInventory(sheet: Sheet): InventoryTable | undefined {
  let best: { place: number; found: Found } | undefined;
  for (const [place, row] of sheet.rows.entries()) {
    if (row.number > (sheet.rows[0]?.number ?? 0) + headerRows) break;
    const found = headingsIn(row);
    if (!makesTable(found, sheet, row.number)) continue;
    if (!best || fieldsOf(found).size > fieldsOf(best.found).size) best = { place, found };
  }
  if (!best) return undefined;
  const row = sheet.rows[best.place]!;
  const above = sheet.rows[best.place - 1];
  const fromAbove: Found = new Map();
  if (above?.number === row.number - 1) {
    for (const [column, heading] of headingsIn(above)) {
      if (!row.cells.has(column) && heading.field !== 'name') fromAbove.set(column, heading);
    }
  }
  const own = new Map([...fromAbove, ...best.found]);
  const nameColumn = assign(own, sheet.hiddenColumns).get('name')!;
  const below = sheet.rows[best.place + 1];
  const { found, takes } = joinRows(own, below?.number === row.number + 1 ? below : undefined, nameColumn);
  const headings = new Map<number, string>();
  for (const part of [fromAbove.size > 0 ? above : undefined, row, takes ? below : undefined])
    for (const [column, { text }] of part?.cells ?? []) headings.set(column, text);
  return {
    sheet,
    headerRow: takes && below ? below.number : row.number,
    headings,
    columns: assign(found, sheet.hiddenColumns),
  };
}
