// A file of separated values as a sheet: encoding and separator are told from its content, quotes may hold line breaks.
import { refusal, type WorkbookRules } from '../xlsx/rules.ts';
import type { Cell } from '../xlsx/cell-text.ts';
import type { Row, Sheet } from '../xlsx/sheet-grid.ts';
import { megabytes } from '../xlsx/zip-limits.ts';

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The sign that separates the first line with one into most parts; quoted texts do not count. */
function findSeparator(text: string): string {
  const start = text.slice(0, 20_000).replaceAll(/"(?:[^"]|"")*"/g, '');
  const line = start.split(/\r\n?|\n/).find((one) => /[,;\t]/.test(one)) ?? '';
  const parts = (sign: string) => line.split(sign).length;
  return [',', ';', '\t'].toSorted((one, other) => parts(other) - parts(one))[0] ?? ',';
}

/** One record after the other. `open` is the record in which a quote was opened and never closed. */
function* splitRecords(text: string, separator: string): Generator<{ fields: string[]; open: boolean }> {
  let fields: string[] = [];
  let at = 0;
  while (at < text.length) {
    let value = '';
    let open = false;
    if (text[at] === '"') {
      open = true;
      at += 1;
      while (at < text.length) {
        const quote = text.indexOf('"', at);
        if (quote < 0) {
          at = text.length;
          break;
        }
        value += text.slice(at, quote);
        at = quote + 1;
        if (text[at] !== '"') {
          open = false;
          break;
        }
        value += '"';
        at += 1;
      }
    }
    let end = at;
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
    fields.push(value + text.slice(at, end));
    at = end;
    if (open) {
      yield { fields, open };
      return;
    }
    if (text[at] === separator && at + 1 < text.length) {
      at += 1;
      continue;
    }
    if (text[at] === separator) {
      fields.push('');
      at += 1;
    }
    yield { fields, open };
    fields = [];
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
  }
}

/** Whether a file says by its name that it holds separated values. */
export const isCsvName = (name: string) => /\.(csv|tsv)$/i.test(name);

/**
 * Reads separated values as one sheet with the name of the file. Throws AppError `unsupported-file`, `too-large`,
 * `damaged` or `refused`.
 */
export function readCsv(bytes: Uint8Array, name: string, { container, read, says }: WorkbookRules): Sheet {
  if (bytes.length === 0) throw refusal('empty', `“${name}” is empty: it has no bytes. Ask for the file again.`);
  if (bytes.length > container.file)
    throw refusal('too-large', `“${name}” is larger than ${megabytes(container.file)}. ${says.smaller}`);
  const text = decode(bytes).replace(/^\ufeff/, '');
  if (/[^\P{Cc}\t\r\n\f]/u.test(text))
    throw refusal('not-a-workbook', `“${name}” holds something other than text. ${says.wanted}`);
  const rows: Row[] = [];
  let number = 0;
  let cells = 0;
  for (const { fields, open } of splitRecords(text, findSeparator(text))) {
    number += 1;
    const where = { sheet: name, row: number };
    if (open)
      throw refusal(
        'damaged',
        `Row ${number} of “${name}” opens a quote that is never closed. Nothing was read.`,
        where,
      );
    cells += fields.length;
    if (cells > read.cells) throw refusal('too-large', says.tooManyCells, where);
    if (fields.length > read.columns || number > read.rows)
      throw refusal('too-large', `“${name}” has content beyond ${read.rows} rows or ${read.columns} columns.`, where);
    const row: Row = { number, cells: new Map() };
    for (const [place, field] of fields.entries()) {
      const shown = field
        .replaceAll(/\r\n?/g, '\n')
        .replaceAll(/\p{Cf}/gu, '')
        .trim();
      if (shown.length > read.text)
        throw refusal('too-large', `Row ${number} of “${name}” has a cell with more than ${read.text} characters.`, {
          ...where,
          column: place + 1,
        });
      if (shown !== '') row.cells.set(place + 1, { text: shown, from: number } satisfies Cell);
    }
    if (row.cells.size > 0) rows.push(row);
  }
  return { name, hidden: false, rows, spans: [], hiddenColumns: new Set(), cutAt: undefined, uncalculated: 0 };
}
