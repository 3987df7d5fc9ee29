import type { WorkbookRules } from '../xlsx/rules.ts';

const mebibyte = 1024 * 1024;

/** Most bytes of a catalogue file, as a spreadsheet or as JSON. */
export const mostBytes = 20 * mebibyte;

/** Most rows of one sheet, its headings included. */
export const mostRows = 150_000;

/** How a catalogue's workbook is read. */
export const catalogueRules: WorkbookRules = {
  container: { file: mostBytes, entries: 2_000, total: 120 * mebibyte, entry: 120 * mebibyte },
  read: {
    rows: mostRows,
    columns: 200,
    text: 40_000,
    cells: 1_500_000,
    elements: 6_000_000,
    depth: 100,
    attributes: 200,
  },
  says: {
    wanted: 'Give the catalogue as an Excel workbook (.xlsx) or as JSON.',
    smaller: 'Remove pictures and sheets that are not part of the catalogue.',
    tooManyCells: 'The workbook has more than one and a half million cells. Remove what is not part of the catalogue.',
  },
};
