import type { NumberFormat } from './number-text.ts';
import { refusal } from './rules.ts';
import { decodeText, type Workbook } from './workbook.ts';

/** A cell with something in it. `from` is the row that holds the text: an earlier one where cells are merged. */
export interface Cell {
  text: string;
  from: number;
  /** What a text should not be: a number shown as a day or a time, an error value, a formula without a result. */
  mark?: 'date' | 'time' | 'error' | 'uncalculated';
  /** Whether the cell holds a number and not a text of digits. */
  isNumber?: true;
  /** Whether a formula stands in the cell; its text is the stored result. */
  isFormula?: true;
}

/** How the texts of cells are taken. */
export interface CellManner {
  /** The text of a stored number. */
  number(raw: string, format: NumberFormat, from1904: boolean): string;
  /** What is kept of a text. */
  clean(text: string): string;
  /**
   * Cells as they stand in the file: nothing is repeated over merged cells, a marked cell is kept without a text too,
   * and one with more text than is read is left to the caller.
   */
  exact: boolean;
}

/** A cell while it is read. */
export interface OpenCell {
  row: number;
  column: number;
  type: string;
  style: number;
  raw: string;
  hasFormula: boolean;
  hasValue: boolean;
}

const general: NumberFormat = { kind: 'general' };

/** What a cell is that a text should not be. */
export function markOf({ type, style, raw, hasFormula, hasValue }: OpenCell, formats: NumberFormat[]): Cell['mark'] {
  // A formula may have an empty text as its result; that is a result.
  if (hasFormula && raw === '' && !(type === 'str' && hasValue)) return 'uncalculated';
  if (raw === '') return undefined;
  if (type === 'e') return 'error';
  if (type === 'd') return 'date';
  const kind = type === 'n' ? formats[style]?.kind : undefined;
  return kind === 'date' || kind === 'time' ? kind : undefined;
}

/** The text of a cell. Throws AppError `damaged` where it refers to a missing one. */
export function textOf(cell: OpenCell, workbook: Workbook, sheet: string, manner: CellManner): string {
  const damaged = () =>
    refusal('damaged', `The workbook is damaged: row ${cell.row} of the sheet “${sheet}” refers to a missing text.`, {
      sheet,
      row: cell.row,
    });
  switch (cell.type) {
    case 's': {
      if (cell.raw === '') return '';
      const text = workbook.strings[Number(cell.raw)];
      if (text === undefined) throw damaged();
      return text;
    }
    case 'b':
      return cell.raw === '' ? '' : ['1', 'true'].includes(cell.raw.trim().toLowerCase()) ? 'TRUE' : 'FALSE';
    case 'd':
      return cell.raw.slice(0, 10);
    case 'str':
    case 'inlineStr':
      return decodeText(cell.raw);
    case 'e':
      return cell.raw;
    default:
      return manner.number(cell.raw, workbook.formats[cell.style] ?? general, workbook.from1904);
  }
}
