import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { assert, constantFrom, integer, oneof, property, string } from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportExcel } from '../../electron/exports/export-excel.ts';
import type { ReportModel } from '../../electron/exports/report-model.ts';
import { day, instant } from '../../electron/exports/xlsx/cells.ts';
import { countLines } from '../../electron/exports/xlsx/row-heights.ts';
import { cleanText, escapeCoded, readCoded, splitText } from '../../electron/exports/xlsx/xml-text.ts';
import { aReportModel, modelSizes } from '../support/report-model.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'plumbline-excel-texts-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Exports a small audit whose questions have the given notes, and answers the cells with the notes. */
async function writeNotes(notes: string[], change: (model: ReportModel) => void = () => undefined) {
  const model = aReportModel(modelSizes.small);
  const questions = model.requirements.flatMap((requirement) => requirement.questions);
  for (const [index, text] of notes.entries()) (questions[index] as (typeof questions)[number]).notes = text;
  change(model);
  const file = path.join(folder, `${crypto.randomUUID()}.xlsx`);
  const { warnings } = await exportExcel(model, file);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const cells = notes.map(
    (_, index) =>
      book
        .getWorksheet('Checklist')
        ?.getRow(index + 2)
        .getCell(9) as ExcelJS.Cell,
  );
  return { file, book, cells, warnings, model, questions };
}

it('never takes a text for a formula', async () => {
  const notes = ['=1+1', '+1', '-2+3', '@SUM(A1)', '\t=1+1', '\r=1+1', "=cmd|'/C calc'!A0", '=HYPERLINK("http://x")'];
  const { cells, file } = await writeNotes(notes, (model) => {
    model.organization.name = '=1+1';
    model.audit.title = '+SUM(1,2)';
  });
  for (const [index, cell] of cells.entries()) {
    expect(cell.type).toBe(ExcelJS.ValueType.String);
    expect(cell.value).toBe(notes[index]?.replace('\r', '\n'));
  }
  const parts = unzipSync(await readFile(file));
  const sheets = Object.keys(parts).filter((name) => name.includes('worksheets/'));
  expect(sheets.map((name) => strFromU8(parts[name] ?? new Uint8Array()).match(/<f[ >]/) !== null)).not.toContain(true);
  expect(strFromU8(parts['xl/styles.xml'] ?? new Uint8Array())).toContain('quotePrefix="1"');
});

it('keeps what XML can hold and removes what it cannot', async () => {
  const coded = '😀 _x0041_ _x0041_x0042_';
  const { cells, book } = await writeNotes(
    ['a\u0000b\u0008c\u000Bd\uFFFEe', 'lone \uD800 and \uDC00 gone', '<b> & "q" \' ]]>', coded, ' x\r\ny '],
    (model) => {
      model.organization.name = 'Müller & <Söhne> "AG" 東京';
      model.audit.title = 'A & B <C>';
      model.audit.ref = '2026-001&P';
    },
  );
  expect(cells.slice(0, 3).map((cell) => cell.value)).toEqual(['abcde', 'lone  and  gone', '<b> & "q" \' ]]>']);
  expect(cells[3]?.text).toBe(coded);
  expect(cells[4]?.value).toBe(' x\ny ');
  expect(book.getWorksheet('Summary')?.getCell('B2').value).toBe('Müller & <Söhne> "AG" 東京');
  const { oddFooter, oddHeader = '' } = book.getWorksheet('Summary')?.headerFooter ?? {};
  expect(oddFooter).toBe('&L2026-001&&P&C&A&RPage &P of &N');
  expect(oddHeader).toMatch(/^&L2026-001&&P A && B <C>, Müller/);
});

it('continues a text that is too long for a cell, says where, and warns', async () => {
  const long = 'A sentence with 😀 in it, again and again. '.repeat(3_000);
  const { book, cells, warnings, questions } = await writeNotes(['short', long]);
  const [head = '', mark] = (cells[1]?.text ?? '').split(' … (continued on the sheet "Long texts", row ');
  expect(mark).toBe('2)');
  expect((cells[1]?.text ?? '').length).toBeLessThanOrEqual(32_767);
  const rest: string[] = [];
  book.getWorksheet('Long texts')?.eachRow((row, number) => {
    if (number === 1) return;
    expect(row.getCell(1).text).toBe(questions[1]?.id);
    expect(row.getCell(3).text).toBe('Notes');
    rest.push(row.getCell(6).text);
  });
  expect(head + rest.join('')).toBe(long);
  expect(warnings).toEqual([
    {
      record: questions[1]?.id,
      message: 'The text "Notes" is too long for one cell and continues on the sheet "Long texts".',
    },
  ]);
});

it('widens a column for tall texts, and warns of one that no width can show', async () => {
  const tall = 'Seen and heard in the meeting, written down as it was said. '.repeat(60);
  const { book, cells, warnings, questions } = await writeNotes([tall, 'line\n'.repeat(50)]);
  expect(book.getWorksheet('Checklist')?.getColumn(9).width).toBe(100);
  expect(cells.map((cell) => cell.text)).toEqual([tall, 'line\n'.repeat(50)]);
  expect(warnings.map(({ record }) => record)).toEqual([questions[1]?.id]);
  expect(warnings[0]?.message).toContain('"Notes"');
});

it('prints a long answer to a question of the board whole', async () => {
  const long = 'Roles are named, deputies are not. '.repeat(2_000).trim();
  const { book } = await writeNotes([], (model) => {
    const [first] = model.governance;
    if (first) first.answer = `${long}\n\nSecond paragraph.`;
  });
  const words: string[] = [];
  book.getWorksheet('Summary')?.eachRow((row) => words.push(row.getCell(2).text));
  const start = words.findIndex((text) => text.startsWith('Roles are named'));
  const end = words.indexOf('Second paragraph.');
  expect(words.slice(start, end).join('')).toBe(long);
});

it('lists many numbers whole, as wrapped text where they need several lines', async () => {
  const many = Array.from({ length: 30 }, (_, index) => `A.${index}`);
  const { book } = await writeNotes([], (model) => {
    const [first] = model.evidence;
    if (first) first.usedIn = ['F-001', ...many];
  });
  const sheet = book.getWorksheet('Evidence');
  expect(sheet?.getCell('O2').text).toBe(['F-001', ...many].join(', '));
  expect(sheet?.getCell('O2').hyperlink).toBeFalsy();
  expect(sheet?.getRow(2).height).toBeGreaterThan(60);
});

it('writes days and instants that a spreadsheet cannot count as words', () => {
  expect(day('1899-12-31').value).toBe('1899-12-31');
  expect(day(null).value).toBe('');
  expect(instant('1812-06-24T10:00:00+01:00').value).toBe('1812-06-24T10:00:00+01:00');
  expect(instant('2026-11-17T09:40:00Z').look.format).toBe('d mmm yyyy hh:mm "UTC"');
  const odd = instant('2026-11-17T09:40:00+03:17');
  expect(odd.look.format).toContain('UTC');
  expect(odd.value).toBeCloseTo(Date.parse('2026-11-17T06:23:00Z') / 86_400_000 + 25_569, 8);
});

it('counts the lines that a text takes', () => {
  expect(countLines('', 20)).toBe(1);
  expect(countLines('one line', 20)).toBe(1);
  expect(countLines('two\nlines', 20)).toBe(2);
  expect(countLines('a'.repeat(64), 36)).toBeGreaterThan(1);
  expect(countLines('word '.repeat(100), 40)).toBeGreaterThan(8);
});

it('cleans, codes and splits any text without losing more than XML forbids', () => {
  const anything = string({
    unit: oneof(string({ unit: 'binary', maxLength: 2 }), constantFrom('\uD800', '\uDC00', '_x0041_', '\r', ' ')),
  });
  assert(
    property(anything, integer({ min: 2, max: 20 }), (text, longest) => {
      const clean = cleanText(text);
      expect(clean.isWellFormed()).toBe(true);
      expect(cleanText(clean)).toBe(clean);
      expect(readCoded(escapeCoded(clean))).toBe(clean);
      const pieces = splitText(clean, longest);
      expect(pieces.join('')).toBe(clean);
      expect(pieces.every((piece) => piece.length <= longest && piece.isWellFormed())).toBe(true);
    }),
  );
});
