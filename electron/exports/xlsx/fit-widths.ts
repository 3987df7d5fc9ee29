import type { ExportWarning } from '../report-model.ts';
import type { Sheet } from './cells.ts';
import { longestCell } from './long-texts.ts';
import { countLines, mostLines } from './row-heights.ts';

/** Widths that a column may grow to. */
const steps = [60, 80, 100, 125, 160, 200];
/** A text without line breaks up to this length is never too tall in any column of ours. */
const surelyShort = 200;

/**
 * Widens columns of a table whose texts would be taller than a row can be, so that nothing is hidden on screen or
 * paper. A text that is too tall for any width stays whole in its cell; a warning names it.
 */
export function fitWidths(sheet: Sheet): ExportWarning[] {
  if (!sheet.table) return [];
  const warnings: ExportWarning[] = [];
  for (let index = 1; index < sheet.rows.length; index += 1) {
    const row = sheet.rows[index] ?? [];
    for (let column = 0; column < row.length; column += 1) {
      const value = row[column]?.value;
      if (typeof value !== 'string' || value.length < mostLines || value.length > longestCell) continue;
      if (value.length < surelyShort && !value.includes('\n')) continue;
      const width = sheet.widths[column] ?? 0;
      if (countLines(value, width) <= mostLines) continue;
      const wider = steps.find((step) => step > width && countLines(value, step) <= mostLines);
      if (wider !== undefined) {
        sheet.widths[column] = wider;
        continue;
      }
      const title = String(sheet.rows[0]?.[column]?.value ?? '');
      const message = `The text "${title}" is taller than a row can be shown; its cell and the Word report hold it whole.`;
      warnings.push({ record: String(row[sheet.key]?.value ?? '').slice(0, 100), message });
    }
  }
  return warnings;
}
