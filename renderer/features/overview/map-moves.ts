// Where the arrow keys lead in a map of rows of unequal length. Pure.

export type Move = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

export const moveOfKey: Readonly<Record<string, Move>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

/** The cell a move leads to: along the whole map to the side, and in the same column, as far as there is one, up and down. */
export function moveInMap(rows: readonly (readonly string[])[], current: string, move: Move): string | undefined {
  const place = rows.findIndex((row) => row.includes(current));
  const row = rows[place];
  if (!row) return rows[0]?.[0];
  if (move === 'first' || move === 'last') return row.at(move === 'first' ? 0 : -1);
  if (move === 'left' || move === 'right') {
    const all = rows.flat();
    return all[all.indexOf(current) + (move === 'left' ? -1 : 1)];
  }
  const other = rows[place + (move === 'up' ? -1 : 1)];
  return other?.[Math.min(row.indexOf(current), other.length - 1)];
}
