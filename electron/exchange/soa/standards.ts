import { numberOfStandard, readCellIds } from './control-ids.ts';
import type { ControlIndex } from './control-index.ts';
import type { Sheet } from '../xlsx/sheet-grid.ts';
import type { Table } from './table.ts';
import { plain } from '../plain-words.ts';

/** Which standard a list is of, if not of ours. `name` is undefined where no known standard explains its ids. */
export interface OtherStandard {
  name: string | undefined;
  /** Ids that fit that standard, and ids that fit ours. */
  theirs: number;
  ours: number;
  example: string;
}

const topRows = 12;

/** Whether the name of a sheet, its first rows or its heading row mention a standard by its number. */
export function mentions(sheet: Sheet, name: string, headerRow: number): boolean {
  const number = numberOfStandard(name);
  const top = sheet.rows.filter((row) => row.number <= Math.max(topRows, headerRow));
  const texts = [sheet.name, ...top.flatMap(({ cells }) => [...cells.values()].map(({ text }) => text))];
  return texts.some((text) => ` ${plain(text)} `.replace(/iso|iec/g, ' ').includes(` ${number} `));
}

function collectIds({ ids, rows }: Table, index: ControlIndex) {
  const ours = new Set<string>();
  const controls = new Set<string>();
  const all = new Set<string>();
  const unknown = new Set<string>();
  for (const { cells } of rows) {
    const found = readCellIds(cells.get(ids.column)?.text ?? '', index, ids.names === 'bare-ids');
    for (const { kind, id } of found?.ids ?? []) {
      if (!['control', 'group', 'unknown', 'own'].includes(kind)) continue;
      all.add(id);
      if (kind === 'unknown') unknown.add(id);
      if (kind === 'control') controls.add(id);
      if (kind === 'control' || kind === 'group') ours.add(id);
    }
  }
  return { ours, controls, all, unknown };
}

/** Where ids fit both standards alike, their titles decide: how many are not the ones that our ids have. */
function countStrangeTitles({ ids, columns, rows }: Table, index: ControlIndex): { strange: number; familiar: number } {
  let strange = 0;
  let familiar = 0;
  for (const { cells } of rows) {
    const found = readCellIds(cells.get(ids.column)?.text ?? '', index, ids.names === 'bare-ids');
    const first = found?.ids[0];
    const title = found?.rest || (columns.title === undefined ? '' : (cells.get(columns.title)?.text ?? ''));
    if (first?.kind !== 'control' || title === '') continue;
    if (index.titles.near(title) === first.id) familiar += 1;
    else strange += 1;
  }
  return { strange, familiar };
}

/** Tells whether a table lists the controls of another standard: the one that explains more of its ids. */
export function findOtherStandard(table: Table, index: ControlIndex): OtherStandard | undefined {
  if (table.ids.names === 'titles') return undefined;
  const { ours, controls, all, unknown } = collectIds(table, index);
  const [best] = index.others
    .map(({ name, ids }) => ({ name, theirs: [...all].filter((id) => ids.has(id)).length }))
    .toSorted((a, b) => b.theirs - a.theirs);
  const example = [...unknown][0] ?? [...all][0] ?? '';
  if (best && best.theirs > ours.size) return { ...best, ours: ours.size, example };
  if (best && best.theirs > 0 && best.theirs === ours.size) {
    const { strange, familiar } = countStrangeTitles(table, index);
    const isNamed = mentions(table.sheet, best.name, table.headerRow);
    const areWeNamed = mentions(table.sheet, index.standard, table.headerRow);
    const isTheirs = isNamed === areWeNamed ? strange > familiar : isNamed;
    return isTheirs ? { ...best, ours: ours.size, example } : undefined;
  }
  const isStrange = unknown.size >= 5 && unknown.size > controls.size;
  return isStrange ? { name: undefined, theirs: unknown.size, ours: ours.size, example } : undefined;
}
