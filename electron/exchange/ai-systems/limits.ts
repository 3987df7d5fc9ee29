// How much of an inventory of AI systems is read, and how one is refused.
import { AppError } from '../../../shared/errors.ts';
import type { WorkbookRules } from '../xlsx/rules.ts';

const mebibyte = 1024 * 1024;

/** Most systems of one file. */
export const mostSystems = 2_000;
/** Most sheets of one workbook. */
export const mostSheets = 100;
/** Rows at the top of a sheet that are searched for headings. */
export const headerRows = 40;

/** How an inventory's workbook is read. One with content beyond the limits is refused, never cut short. */
export const inventoryRules: WorkbookRules = {
  container: { file: 20 * mebibyte, entries: 2_000, total: 200 * mebibyte, entry: 100 * mebibyte },
  read: { rows: 20_000, columns: 200, text: 20_000, cells: 500_000, elements: 3_000_000, depth: 100, attributes: 200 },
  says: {
    wanted: 'Ask for the list of AI systems as an Excel workbook (.xlsx) or as comma-separated values (.csv).',
    smaller: 'Ask for the list alone, without pictures.',
    tooManyCells: 'The workbook has more than half a million cells. Send the list of AI systems alone.',
  },
};

/** Why a sound file is refused as an inventory. */
export type InventoryRefusal = 'no-table' | 'no-rows' | 'hidden' | 'empty' | 'too-large';

/** A refusal as an error: the sentence says what was found and what to do; `details` names sheet, row or column. */
export function refuseInventory(
  reason: InventoryRefusal,
  sentence: string,
  details: Record<string, unknown> = {},
): AppError {
  return new AppError(reason === 'too-large' ? 'too-large' : 'refused', sentence, { reason, ...details });
}
