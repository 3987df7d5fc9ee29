import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import { amount, type Sheet, tableSheet, words } from '../../exports/xlsx/cells.ts';
import type { Workbook } from '../../exports/xlsx/compose-workbook.ts';
import { fitWidths } from '../../exports/xlsx/fit-widths.ts';
import { type Look, looks } from '../../exports/xlsx/theme.ts';
import { cellOf } from './cell-values.ts';
import type { Column, SheetPlan } from './column-kinds.ts';
import { type Fields, sheetKeys, sheets } from './columns.ts';
import { readMe } from './read-me.ts';
import { tablesOf } from './tables.ts';

/** Cells formatted as text: what is typed into them stays as it is, and `8.4` does not become a day in April. */
const typed: Look = { ...looks.body, format: '@' };
const typedKey: Look = { ...looks.strong, format: '@' };
const counted: Look = { ...looks.body, align: 'right', format: '0' };

function lookOf(column: Column, isFirst: boolean): Look {
  return column.kind === 'amount' ? counted : isFirst ? typedKey : typed;
}

function sheetOf(plan: SheetPlan, rows: readonly Fields[]): Sheet {
  const columns = plan.columns.map((column, index) => {
    const look = lookOf(column, index === 0);
    return {
      title: column.heading,
      width: column.width,
      about: column.about ?? column.heading,
      cell(row: Fields) {
        const value = cellOf(column, row[column.field]);
        return typeof value === 'number' ? amount(value, look) : words(value, look);
      },
    };
  });
  const sheet = tableSheet(plan.name, rows, columns, () => plan.name);
  fitWidths(sheet);
  return { ...sheet, columnLooks: plan.columns.map((column, index) => lookOf(column, index === 0)) };
}

/** The workbook of a catalogue: what it is for people first, then a sheet for each of its tables. */
export function composeSheets(catalogue: Catalogue): Workbook {
  const tables = tablesOf(catalogue);
  const { id, version, title, standard } = catalogue;
  return {
    title: title || `${standard.name} ${id}`,
    subject: `${id} ${version}`,
    creator: 'Plumbline',
    application: 'Plumbline',
    footer: `${id} ${version}`,
    createdAt: new Date().toISOString(),
    sheets: [readMe(catalogue), ...sheetKeys.map((key) => sheetOf(sheets[key], tables[key]))],
  };
}
