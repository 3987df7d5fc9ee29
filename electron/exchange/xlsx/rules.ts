import { AppError, type ErrorCode } from '../../../shared/errors.ts';
import type { ZipLimits } from './zip-limits.ts';

/** What is read of a workbook. Content beyond is refused or named, never cut short unseen. */
export interface ReadLimits {
  /** Rows of one sheet. */
  rows: number;
  /** Columns of one sheet. */
  columns: number;
  /** UTF-16 units of one cell. */
  text: number;
  /** Cells of all sheets together, empty ones included. */
  cells: number;
  /** XML elements of all parts together. */
  elements: number;
  /** Nested XML elements. */
  depth: number;
  /** Attributes of one XML element. */
  attributes: number;
}

/** How the workbooks of one purpose are read: their bounds, and the sentences that tell their owner what to do. */
export interface WorkbookRules {
  /** Bytes and entries of the container. */
  container: ZipLimits;
  read: ReadLimits;
  says: {
    /** After “is a PDF document (.pdf), not an Excel workbook.” */
    wanted: string;
    /** After “is larger than 20 MB.” */
    smaller: string;
    /** Where the sheets have more cells than are read. */
    tooManyCells: string;
  };
}

/** Why a file is refused as a workbook. */
export type WorkbookRefusal = 'not-a-workbook' | 'encrypted' | 'damaged' | 'too-large' | 'empty';

const codes: Record<WorkbookRefusal, ErrorCode> = {
  'not-a-workbook': 'unsupported-file',
  encrypted: 'unsupported-file',
  damaged: 'damaged',
  'too-large': 'too-large',
  empty: 'refused',
};

/** A refusal as an error: the sentence says what was found and what to do; `details` names sheet, row or entry. */
export function refusal(reason: WorkbookRefusal, sentence: string, details: Record<string, unknown> = {}): AppError {
  return new AppError(codes[reason], sentence, { reason, ...details });
}
