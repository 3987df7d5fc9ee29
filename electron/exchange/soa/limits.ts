import { AppError } from '../../../shared/errors.ts';
import type { WorkbookRules } from '../xlsx/rules.ts';

const mebibyte = 1024 * 1024;

/** How a statement's workbook is read. A statement with content beyond the limits is refused, never cut short. */
export const statementRules: WorkbookRules = {
  container: { file: 20 * mebibyte, entries: 2_000, total: 200 * mebibyte, entry: 100 * mebibyte },
  read: {
    rows: 20_000,
    columns: 200,
    text: 40_000,
    cells: 500_000,
    elements: 3_000_000,
    depth: 100,
    attributes: 200,
  },
  says: {
    wanted: 'Ask for the statement as an Excel workbook (.xlsx).',
    smaller: 'Ask for the statement alone, without pictures.',
    tooManyCells: 'The workbook has more than half a million cells. Send the statement alone.',
  },
};

/** Rows at the top of a sheet that are searched for headings. */
export const headerRows = 30;

/** Why a sound workbook is refused as a statement. */
export type StatementRefusal = 'other-standard' | 'no-table' | 'empty';

/** A refusal as an error: the sentence says what was found and what to do; `details` names sheet or standard. */
export function refuseStatement(
  reason: StatementRefusal,
  sentence: string,
  details: Record<string, unknown> = {},
): AppError {
  return new AppError('refused', sentence, { reason, ...details });
}
