import { type Cell, type Sheet, words } from '../cells.ts';
import { listRangeName, type WordList } from '../lists.ts';
import { absolute, columnName } from '../places.ts';
import { looks } from '../theme.ts';

/** The words that the drop-downs offer, one list per column, with a name for each list. */
export function listsSheet(lists: readonly WordList[]): Sheet {
  const longest = Math.max(...lists.map((list) => list.words.length));
  const rows: Cell[][] = [lists.map(({ title }) => words(title, looks.header))];
  for (let row = 0; row < longest; row += 1) rows.push(lists.map((list) => words(list.words[row] ?? '')));
  return {
    name: 'Lists',
    about: 'The words that the drop-downs offer.',
    widths: lists.map(({ title, words: own }) =>
      Math.min(40, 6 + Math.max(...[title, ...own].map(({ length }) => length))),
    ),
    rows,
    table: false,
    key: 0,
    places: new Map(),
    merges: [],
    heights: new Map(),
    names: new Map(
      lists.map((list, index) => {
        const letter = columnName(index);
        return [listRangeName(list.name), absolute(`${letter}2:${letter}${Math.max(2, list.words.length + 1)}`)];
      }),
    ),
  };
}
