// An inventory of AI systems from a spreadsheet: which sheet, which columns, which systems.
import type { InventoryReading } from '../../../shared/contract/ai-systems.ts';
import { isCsvName, readCsv } from '../csv/read-csv.ts';
import { asShown } from '../xlsx/as-shown.ts';
import { openContainer } from '../xlsx/container.ts';
import { makeCellBudget, readSheet, type Sheet } from '../xlsx/sheet-grid.ts';
import { readWorkbook } from '../xlsx/workbook.ts';
import { findInventory, type InventoryTable } from './headings.ts';
import { inventoryRules, mostSheets, refuseInventory } from './limits.ts';
import { columnLetters, readInventoryRows } from './read-rows.ts';

interface Given {
  bytes: Uint8Array;
  name: string;
}

const isZip = ([first, second]: Uint8Array) => first === 0x50 && second === 0x4b;

function readSheets({ bytes, name }: Given): Sheet[] {
  if (isCsvName(name) && !isZip(bytes)) return [readCsv(bytes, name, inventoryRules)];
  const workbook = readWorkbook(openContainer(bytes, name, inventoryRules));
  if (workbook.sheets.length > mostSheets)
    throw refuseInventory(
      'too-large',
      `“${name}” has more than ${mostSheets} sheets. Send the one with the AI systems alone.`,
    );
  const countCell = makeCellBudget(inventoryRules);
  return workbook.sheets.map((sheet) => readSheet(workbook, sheet, countCell, asShown));
}

function refuseIfCut({ name, cutAt }: Sheet): void {
  if (cutAt === undefined) return;
  throw refuseInventory(
    'too-large',
    `The sheet “${name}” has content beyond 20,000 rows or 200 columns (${cutAt}). Remove it and import again.`,
    { sheet: name },
  );
}

/** Why no sheet can be read: where the list is hidden, what could not be calculated, or what is missing. */
function refuseWithoutTable(sheets: Sheet[]): never {
  const hidden = sheets.find((sheet) => sheet.hidden && findInventory(sheet));
  if (hidden)
    throw refuseInventory(
      'hidden',
      `The AI systems stand on the hidden sheet “${hidden.name}”. Show the sheet in Excel, save it and import it again.`,
      { sheet: hidden.name },
    );
  const unread = sheets.reduce((sum, { uncalculated }) => sum + uncalculated, 0);
  const hint =
    unread > 0
      ? `${unread} formulas have no stored result: open it in Excel, save it and import it again.`
      : 'One row needs a heading such as “AI system” or “Name”, beside others such as “Purpose”, “Owner” or “Impact”.';
  throw refuseInventory('no-table', `No sheet has a list of AI systems with headings that are known. ${hint}`);
}

function columnsOf({ headings, columns }: InventoryTable): InventoryReading['columns'] {
  const fieldOf = new Map([...columns].map(([field, column]) => [column, field]));
  return [...headings]
    .toSorted(([one], [other]) => one - other)
    .map(([column, heading]) => ({
      column: columnLetters(column),
      heading: heading.slice(0, 200),
      field: fieldOf.get(column) ?? null,
    }));
}

/**
 * Reads an inventory of AI systems from a workbook or from separated values; writes nothing. `wanted` names the sheet
 * to read; without one it is the sheet that tells most. Throws AppError `unsupported-file`, `too-large`, `damaged` or
 * `refused`, whose `details.reason` tells why and where, and reads nothing in part.
 */
export async function readInventory(file: Given, wanted?: string): Promise<InventoryReading> {
  const sheets = readSheets(file);
  if (sheets.every(({ rows, uncalculated }) => rows.length === 0 && uncalculated === 0))
    throw refuseInventory('empty', `“${file.name}” has no content in any sheet. Ask for the filled-in list.`);
  const visible = sheets.filter(({ hidden }) => !hidden);
  const tables = visible.flatMap((sheet) => {
    const table = findInventory(sheet);
    return table ? [{ table, ...readInventoryRows(table) }] : [];
  });
  const worth = ({ table, systems }: (typeof tables)[number]) => systems.length * table.columns.size;
  const ranked = tables.toSorted((one, other) => worth(other) - worth(one));
  const chosen = ranked.find(({ table }) => table.sheet.name === wanted) ?? ranked[0];
  if (!chosen) {
    for (const sheet of visible) refuseIfCut(sheet);
    return refuseWithoutTable(sheets);
  }
  const { table, systems, issues } = chosen;
  refuseIfCut(table.sheet);
  if (systems.length === 0 && issues.length === 0)
    throw refuseInventory(
      'no-rows',
      `The sheet “${table.sheet.name}” has headings in row ${table.headerRow} and no system below them.`,
      { sheet: table.sheet.name, row: table.headerRow },
    );
  return {
    sheet: table.sheet.name,
    headerRow: table.headerRow,
    otherSheets: ranked
      .filter((one) => one !== chosen && one.systems.length > 0)
      .map((one) => ({ name: one.table.sheet.name, systems: one.systems.length })),
    columns: columnsOf(table),
    systems,
    issues,
  };
}
