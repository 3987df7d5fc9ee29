// Seals show which cells of a workbook were changed after it was made. They are sums, not signatures: they find slips
// and edits, not forgers. Nothing that is sealed is ever taken in, so a forger would win nothing.
import { createHash } from 'node:crypto';
import type { ColumnKey } from './columns.ts';
import { columns } from './columns.ts';

const lengthOfMark = 8;
const sum = (parts: readonly string[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** Programs change spaces and line ends when they save; words they leave alone. */
const wordsOf = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** What marks the content of one cell. */
export function markOf(audit: string, rowKey: string, column: ColumnKey, text: string): string {
  return sum([audit, rowKey, column, wordsOf(text)]).slice(0, lengthOfMark);
}

/** The columns whose content is sealed, in order. */
const sealed = columns.filter(({ kind }) => kind !== 'hidden').map(({ key }) => key);

/** The marks of a row, and a sum over them. */
export function sealRow(audit: string, rowKey: string, textOf: (column: ColumnKey) => string): string {
  const marks = sealed.map((column) => markOf(audit, rowKey, column, textOf(column)));
  return [...marks, sum([audit, rowKey, ...marks]).slice(0, lengthOfMark)].join('-');
}

/** The marks of a sealed row by column; undefined where the seal is not the one of this row. */
export function openSeal(audit: string, rowKey: string, seal: string): Map<ColumnKey, string> | undefined {
  const marks = seal.trim().split('-');
  const last = marks.pop();
  if (marks.length !== sealed.length || sum([audit, rowKey, ...marks]).slice(0, lengthOfMark) !== last)
    return undefined;
  return new Map(sealed.map((column, at) => [column, marks[at] ?? '']));
}

/** The seal of the workbook: its audit, when it was made, and which rows it has. */
export function sealWorkbook(audit: string, madeAt: string, rows: string): string {
  return sum(['workbook', audit, madeAt, rows]).slice(0, 24);
}
