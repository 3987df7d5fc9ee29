import { AppError, type ErrorCode } from '../../../shared/errors.ts';
import type { ZipLimits } from '../zip-limits.ts';

const mebibyte = 1024 * 1024;

/** What a workbook's container may hold, in bytes and entries. */
export const workbookLimits: ZipLimits = {
  file: 20 * mebibyte,
  entries: 2_000,
  total: 200 * mebibyte,
  entry: 100 * mebibyte,
};

/** What is read of a workbook. A statement with content beyond is refused, never cut short. */
export const readLimits = {
  /** Rows of one sheet. */
  rows: 20_000,
  /** Columns of one sheet. */
  columns: 200,
  /** UTF-16 units of one cell. */
  text: 40_000,
  /** Cells of all sheets together, empty ones included. */
  cells: 500_000,
  /** XML elements of all parts together. */
  elements: 3_000_000,
  /** Nested XML elements. */
  depth: 100,
  /** Attributes of one XML element. */
  attributes: 200,
  /** Rows at the top of a sheet that are searched for headings. */
  headerRows: 30,
};

/** Why a file is refused as a statement. */
export type RefusalReason =
  | 'not-a-workbook'
  | 'encrypted'
  | 'damaged'
  | 'too-large'
  | 'other-standard'
  | 'no-table'
  | 'empty';

const codes: Record<RefusalReason, ErrorCode> = {
  'not-a-workbook': 'unsupported-file',
  encrypted: 'unsupported-file',
  damaged: 'damaged',
  'too-large': 'too-large',
  'other-standard': 'refused',
  'no-table': 'refused',
  empty: 'refused',
};

/** A refusal as an error: the sentence says what was found and what to do; `details` names sheet, row or entry. */
export function refusal(reason: RefusalReason, sentence: string, details: Record<string, unknown> = {}): AppError {
  return new AppError(codes[reason], sentence, { reason, ...details });
}
