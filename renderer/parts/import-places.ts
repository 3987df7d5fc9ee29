// Where on a sheet something is, in words. Pure.

/** A row, and the letter of a column, as the place of an issue. */
export const rowPlace = (row: number, column?: string) => `Row ${row}${column === undefined ? '' : ` ${column}`}`;

/** A message without the row it begins with, where the row stands beside it. */
export function withoutRow(message: string, row: number | null): string {
  const start = `Row ${row}: `;
  return row !== null && message.startsWith(start) ? message.slice(start.length) : message;
}
