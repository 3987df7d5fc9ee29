// Where cells and ranges lie, as the format writes them.
export interface Place {
  column: number;
  row: number;
}

export function placeOf(reference: string): Place | undefined {
  const [, letters = '', row = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (letters === '') return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column, row: Number(row) };
}

/** The corners of a range; undefined where it is none. */
export function areaOf(reference: string): [Place, Place] | undefined {
  const [from = '', to = from] = reference.split(':');
  const [start, end] = [placeOf(from), placeOf(to)];
  return start && end && start.row <= end.row && start.column <= end.column ? [start, end] : undefined;
}

export const overlap = ([a, b]: [Place, Place], [c, d]: [Place, Place]) =>
  a.row <= d.row && c.row <= b.row && a.column <= d.column && c.column <= b.column;
