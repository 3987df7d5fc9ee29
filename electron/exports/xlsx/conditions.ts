import type { ColumnNote, Condition } from './cells.ts';
import { columnName } from './places.ts';
import type { Look } from './theme.ts';

/** Makes conditions for columns named by their titles; `of` answers with the cell of a title in the row at hand. */
export function conditionOn(columns: readonly ColumnNote[]) {
  const indexOf = (title: string) => columns.findIndex((column) => column.title === title);
  const of = (title: string) => `$${columnName(indexOf(title))}2`;
  return (title: string, formula: (of: (title: string) => string) => string, look: Look): Condition => ({
    column: indexOf(title),
    formula: formula(of),
    look,
  });
}
