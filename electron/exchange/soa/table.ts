import { type Columns, findColumns } from './columns.ts';
import { numberOfStandard, readCellIds } from './control-ids.ts';
import type { ControlIndex } from './control-index.ts';
import { findHeader, type Header } from './headings.ts';
import { findIdColumn, type IdColumn } from './id-column.ts';
import { headerRows } from './limits.ts';
import type { Row, Sheet } from '../xlsx/sheet-grid.ts';

/** A table of controls on a sheet. */
export interface Table {
  sheet: Sheet;
  ids: IdColumn;
  header: Header | undefined;
  /** The row of headings, counted from 1, the first where they take two; 0 where the table has none. */
  headerRow: number;
  columns: Columns;
  /** Everything below the headings that is not marked as another standard's. */
  rows: Row[];
  /** Different controls of the catalogue. */
  controls: number;
  /** Whether most rows are about one control that no other row is about. */
  isOneToOne: boolean;
}

/** Where no heading is known: the last row above the first control that is neither a group nor a single cell. */
function guessHeaderRow(sheet: Sheet, ids: IdColumn, first: number, index: ControlIndex): number {
  const above = sheet.rows.filter(({ number }) => number < Math.min(first, headerRows + 1)).slice(-6);
  const found = above.findLast(({ cells }) => {
    const text = cells.get(ids.column)?.text ?? '';
    const isGroup = readCellIds(text, index, false) !== undefined || index.groupTitles.exact(text) !== undefined;
    return cells.size >= 2 && !isGroup;
  });
  return found?.number ?? 0;
}

/** Rows that a column "Standard" gives to another standard are not of this statement. */
function isForeign(text: string, index: ControlIndex): boolean {
  if (text.includes(numberOfStandard(index.standard))) return false;
  return index.others.some(({ name }) => text.includes(numberOfStandard(name)));
}

/** Finds the table of controls on a sheet; undefined where nothing on it names a control. */
export function findTable(sheet: Sheet, index: ControlIndex): Table | undefined {
  const ids = findIdColumn(sheet, index);
  if (!ids) return undefined;
  const header = findHeader(sheet, ({ number }) => ids.rows.has(number));
  const below = sheet.rows.filter(({ number }) => number > (header?.row ?? 0));
  const standard = [...(header?.headings ?? [])].find(([, { role }]) => role === 'standard')?.[0];
  const rows =
    standard === undefined ? below : below.filter(({ cells }) => !isForeign(cells.get(standard)?.text ?? '', index));
  const named = rows.filter(({ number }) => ids.rows.has(number));
  const columns = findColumns(sheet, header, ids, named, index);
  const perRow = named.map(({ cells }) => {
    const text = cells.get(ids.column)?.text ?? '';
    if (ids.names === 'titles') return [index.titles.exact(text) ?? text];
    return (readCellIds(text, index, ids.names === 'bare-ids')?.ids ?? []).map(({ id }) => id);
  });
  const different = new Set(perRow.flatMap((names) => (names.length === 1 ? names : []))).size;
  const controls = new Set(perRow.flat().filter((id) => index.controls.has(id))).size;
  const headerRow = header?.top ?? guessHeaderRow(sheet, ids, named[0]?.number ?? 0, index);
  return { sheet, ids, header, headerRow, columns, rows, controls, isOneToOne: different * 2 > perRow.length };
}

/** Whether a table is enough to be taken for a statement: a few names may stand in any list. */
export function isStatement({ ids, columns, controls, isOneToOne }: Table): boolean {
  if (columns.answersBy === 'nothing' || !isOneToOne) return false;
  if (ids.names === 'titles') return controls >= 3;
  return columns.answersBy === 'heading' ? controls >= 1 : controls >= 3;
}
