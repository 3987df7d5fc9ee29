// How cells and ranges are called.
import type { Sheet } from './cells.ts';

/** The name of a column, from 0: A, B, … Z, AA, … */
export function columnName(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));
}

/** The range that a sheet covers, such as `A1:N1201`. */
export function sheetRange({ widths, rows }: Sheet): string {
  return `A1:${columnName(widths.length - 1)}${Math.max(1, rows.length)}`;
}

/** The range of a table: one without records has an empty row, which every table needs. */
export function tableRange({ widths, rows }: Sheet): string {
  return `A1:${columnName(widths.length - 1)}${Math.max(2, rows.length)}`;
}

/** A place on a sheet as formulas and links name it: `'Long texts'!$A$1`. */
export const onSheet = (name: string, place: string): string => `'${name.replaceAll("'", "''")}'!${place}`;

/** A range that stays the same wherever a formula stands: `$A$1:$F$9`. */
export function absolute(range: string): string {
  return range.replaceAll(/([A-Z]*)(\d+)/g, (_, letters: string, row: string) => `${letters && `$${letters}`}$${row}`);
}
