import type { WorkbookRules } from '../xlsx/rules.ts';

/** Longest text that a cell of a spreadsheet holds, in UTF-16 units. */
export { longestCell } from '../../exports/xlsx/long-texts.ts';

/** Most rows that one workbook asks to be answered. */
export const mostRows = 2_000;

const mebibyte = 1024 * 1024;

/** How a filled workbook is read. One with content beyond the limits is refused, never cut short. */
export const responseRules: WorkbookRules = {
  container: { file: 20 * mebibyte, entries: 500, total: 200 * mebibyte, entry: 100 * mebibyte },
  read: {
    rows: mostRows + 1_000,
    columns: 100,
    text: 32_767,
    cells: 300_000,
    elements: 2_000_000,
    depth: 60,
    attributes: 100,
  },
  says: {
    wanted: 'Send the corrective-action workbook that was filled in (.xlsx).',
    smaller: 'Send the workbook alone, without pictures, and evidence as files of their own.',
    tooManyCells: 'The workbook has more cells than a corrective-action workbook can have. Send it as it was made.',
  },
};
