import { type CellIds, readCellIds } from './control-ids.ts';
import type { ControlIndex } from './control-index.ts';
import type { Sheet } from '../xlsx/sheet-grid.ts';

/** The column that names the controls of a sheet, and how. */
export interface IdColumn {
  column: number;
  /** Whether the column holds ids, ids without a letter, or titles only. */
  names: 'ids' | 'bare-ids' | 'titles';
  /** Rows that name a control of the catalogue. */
  rows: Set<number>;
}

interface Count {
  column: number;
  ids: Set<string>;
  rows: Set<number>;
  filled: number;
}

function countColumns(sheet: Sheet, nameIn: (text: string) => string | undefined): Count[] {
  const counts = new Map<number, Count>();
  for (const { number, cells } of sheet.rows) {
    for (const [column, { text, from }] of cells) {
      if (from !== number) continue;
      let count = counts.get(column);
      if (!count) counts.set(column, (count = { column, ids: new Set(), rows: new Set(), filled: 0 }));
      count.filled += 1;
      const id = nameIn(text);
      if (id === undefined) continue;
      count.ids.add(id);
      count.rows.add(number);
    }
  }
  return [...counts.values()];
}

/** The column with most different names; among equals the one with most of our controls, then the leftmost. */
function pickMost(counts: Count[], isOurs: (id: string) => boolean): Count | undefined {
  const ours = ({ ids }: Count) => [...ids].filter(isOurs).length;
  return counts
    .filter(({ ids }) => ids.size > 0)
    .toSorted((a, b) => b.ids.size - a.ids.size || ours(b) - ours(a) || a.column - b.column)[0];
}

const firstName = (found: CellIds | undefined, wanted: (found: CellIds) => boolean) => {
  const first = found && wanted(found) ? found.ids[0] : undefined;
  return first && (first.kind === 'control' || first.kind === 'unknown') ? first.id : undefined;
};

const withoutLetter = (id: string) => id.slice(id.indexOf('.') + 1);

/** Bare numbers are also what clauses are called: they count as controls where that explains more of them. */
function areControls(count: Count, sheet: Sheet, index: ControlIndex): boolean {
  const explains = (known: (id: string) => boolean) => [...count.ids].filter(known).length;
  const asControls = explains((id) => index.controls.has(id));
  const asOther = Math.max(0, ...index.others.map(({ ids }) => explains((id) => ids.has(id))));
  const asClauses = explains((id) => index.clauses.has(withoutLetter(id)));
  if (count.rows.size * 2 < count.filled) return false;
  if (Math.max(asControls, asOther) >= 3 && Math.max(asControls, asOther) > asClauses) return true;
  const titled = sheet.rows.filter(({ number, cells }) => {
    const id = count.rows.has(number) ? readCellIds(cells.get(count.column)?.text ?? '', index, true)?.ids[0]?.id : '';
    return [...cells.values()].some(({ text }) => id !== '' && index.titles.exact(text) === id);
  });
  return titled.length >= 3 && titled.length * 2 >= asControls;
}

/** Finds the column that names controls, by what stands in it; undefined where no column does. */
export function findIdColumn(sheet: Sheet, index: ControlIndex): IdColumn | undefined {
  const isOurs = (id: string) => index.controls.has(id);
  const lettered = pickMost(
    countColumns(sheet, (text) => firstName(readCellIds(text, index, false), (found) => found.lettered)),
    isOurs,
  );
  const titled = pickMost(
    countColumns(sheet, (text) => index.titles.exact(text)),
    isOurs,
  );
  if (lettered && (lettered.ids.size >= 3 || lettered.ids.size >= (titled?.ids.size ?? 0)))
    return { column: lettered.column, names: 'ids', rows: lettered.rows };
  const bare = pickMost(
    countColumns(sheet, (text) => firstName(readCellIds(text, index, true), (found) => !found.lettered)),
    isOurs,
  );
  if (bare && areControls(bare, sheet, index)) return { column: bare.column, names: 'bare-ids', rows: bare.rows };
  return titled && { column: titled.column, names: 'titles', rows: titled.rows };
}
