import { readDay } from '../soa/dates.ts';
import type { Cell } from '../xlsx/cell-text.ts';
import type { ResponseColumn } from './columns.ts';
import { longestCell } from './limits.ts';
import { quote } from './refusals.ts';

/** Whether nothing stands in a cell. */
export const isBlank = (cell: Cell | undefined) =>
  cell === undefined || (cell.mark === undefined && cell.text.trim() === '');

/** A cell as its column wants it, or what is wrong with it. */
export function readAnswer(column: ResponseColumn, cell: Cell | undefined): { value: string } | { problem: string } {
  if (!cell || isBlank(cell)) return { value: '' };
  if (cell.isFormula) return { problem: 'The cell holds a formula. Type the words themselves.' };
  if (cell.mark === 'error') return { problem: `The cell holds the error ${quote(cell.text)}.` };
  if (cell.text.length > longestCell)
    return { problem: `The text is longer than a cell holds (${longestCell.toLocaleString('en-GB')} characters).` };
  const text = cell.text;
  switch (column.kind) {
    case 'choice': {
      const entry = Object.entries(column.choices ?? {}).find(
        ([, label]) => label.toLowerCase() === text.trim().toLowerCase(),
      );
      const choices = Object.values(column.choices ?? {}).join(' or ');
      return entry ? { value: entry[0] } : { problem: `${quote(text)} is not one of the list: ${choices}.` };
    }
    case 'day': {
      const date = readDay(text);
      return date ? { value: date } : { problem: `${quote(text)} is not a day. Type it as 2027-03-15.` };
    }
    case 'line':
      return { value: text.replaceAll(/\s+/g, ' ').trim() };
    case 'text':
    case 'locked':
    case 'hidden':
    default:
      // A text that looks like a day was turned into one by the spreadsheet; what was typed is lost.
      if (cell.mark === 'date' || cell.mark === 'time')
        return { problem: `The cell holds the ${cell.mark} ${quote(text)}. Format it as text and write it again.` };
      return { value: text };
  }
}
