import type { ExportWarning } from '../report-model.ts';
import { amount, references, type Sheet, sheetPlace, tableSheet, words } from './cells.ts';
import { looks } from './theme.ts';
import { splitText } from './xml-text.ts';

/** Longest text that a cell of a spreadsheet holds, in UTF-16 units. */
export const longestCell = 32_767;
/** Longest part on the sheet of long texts: what fits into one row that can be seen whole. */
const longestPart = 3_000;
const name = 'Long texts';

interface Part {
  sheet: string;
  record: string;
  column: string;
  part: number;
  parts: number;
  text: string;
}

/** Whether a text of a sheet is too long for its cell. */
export const hasLongText = ({ rows }: Sheet): boolean =>
  rows.some((row) => row.some(({ value }) => typeof value === 'string' && value.length > longestCell));

/**
 * Continues texts that are too long for a cell on a sheet of their own, with a mark where they break off.
 * Changes the cells and adds the sheet where there is such a text; answers a warning for each.
 */
export function continueLongTexts(sheets: Sheet[]): ExportWarning[] {
  const parts: Part[] = [];
  const warnings: ExportWarning[] = [];
  for (const sheet of sheets) {
    for (const row of sheet.rows) {
      for (let index = 0; index < row.length; index += 1) {
        const cell = row[index];
        if (typeof cell?.value !== 'string' || cell.value.length <= longestCell) continue;
        const mark = ` … (continued on the sheet "${name}", row ${parts.length + 2})`;
        const [head = ''] = splitText(cell.value, longestCell - mark.length);
        const rest = splitText(cell.value.slice(head.length), longestPart);
        const record = String(row[sheet.key]?.value ?? '').slice(0, 100);
        const column = String(sheet.rows[0]?.[index]?.value ?? '');
        row[index] = { value: head + mark, look: cell.look };
        for (const [position, text] of rest.entries()) {
          parts.push({ sheet: sheet.name, record, column, part: position + 2, parts: rest.length + 1, text });
        }
        const message = `The text "${column}" is too long for one cell and continues on the sheet "${name}".`;
        warnings.push({ record, message });
      }
    }
  }
  if (parts.length > 0) sheets.push(longTextsSheet(parts));
  return warnings;
}

/** The sheet that holds the rest of texts that are too long for a cell. */
export function longTextsSheet(parts: readonly Part[]): Sheet {
  return tableSheet(
    name,
    parts,
    [
      {
        title: 'Record',
        width: 16,
        about: 'The record whose text goes on here.',
        cell: ({ record }) => words(record, looks.strong),
      },
      {
        title: 'Sheet',
        width: 14,
        about: 'The sheet of the record; leads to it.',
        cell: ({ sheet }) => references([sheetPlace(sheet)], [sheet]),
      },
      { title: 'Column', width: 18, about: 'The column of the text.', cell: ({ column }) => words(column) },
      {
        title: 'Part',
        width: 8,
        about: 'The number of the part; the first stands in the cell of the record.',
        kind: 'amount',
        cell: ({ part }) => amount(part),
      },
      {
        title: 'Of',
        width: 8,
        about: 'How many parts there are.',
        kind: 'amount',
        cell: (entry) => amount(entry.parts),
      },
      { title: 'Text', width: 130, about: 'The part of the text.', cell: ({ text }) => words(text) },
    ],
    ({ sheet, record, column, part }) => [name, sheet, record, column, part].join(' '),
    { about: 'The rest of texts that are too long for a cell.', from: 'The record that the first column names' },
  );
}
