// The damages do what they say, so that a refusal later on tells of the import and not of a slip in the damage.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { damages, hostileTexts, type ResponseLayout } from '../support/damaged-response.ts';
import { libreOffice } from '../support/libre-office.ts';
import { reportNotRun } from '../support/not-run.ts';

interface Entry {
  kind: string;
  expectation: 'refused' | 'accepted';
  mustName: string | null;
  what: string;
}
const list = path.resolve(import.meta.dirname, '../fixtures/corrective-actions/damages.json');
const { damages: entries } = JSON.parse(readFileSync(list, 'utf8')) as { damages: Entry[] };

const layout: ResponseLayout = {
  sheetName: 'Your answers',
  headerRow: 3,
  firstDataRow: 4,
  lastDataRow: 6,
  columns: { key: 'A', finding: 'B', nature: 'C', cause: 'D', action: 'E', status: 'F', due: 'G' },
  keyCell: { sheetName: 'Your answers', cell: 'B1' },
  rowKey: 'key',
  knownBy: 'finding',
  locked: 'nature',
  texts: ['cause', 'action'],
  choice: 'status',
  day: 'due',
  auditEnd: '2026-10-16',
};
const auditKey = '0199f3a0-52a7-7c31-9d1e-5b6c7d8e9f9f';

async function aResponse(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(layout.sheetName);
  sheet.addRows([
    ['Audit', auditKey],
    [],
    ['Key', 'Finding', 'Nature', 'Cause', 'Corrective action', 'Status', 'Due on'],
    ...[1, 2, 3].map((at) => {
      const due = new Date(Date.UTC(2027, at, 15));
      return [`k-${at}`, `F-00${at}`, `Not done & not seen ${at}`, `Cause ${at}`, `Action ${at}`, 'Open', due];
    }),
  ]);
  sheet.getColumn('A').hidden = true;
  sheet.getColumn('C').width = 40;
  sheet.getColumn('F').eachCell({ includeEmpty: false }, (cell, row) => {
    if (row > 3) cell.dataValidation = { type: 'list', formulae: ['"Open,Done"'] };
  });
  await sheet.protect('', {});
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function open(bytes: Uint8Array) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  return { workbook, text: (place: string) => workbook.getWorksheet(layout.sheetName)?.getCell(place).text };
}

const sound = await aResponse();
const damage = async (kind: string) => {
  const damaged = await damages[kind]?.(sound, layout);
  if (!damaged) throw new Error(`no damage ${kind}`);
  return damaged;
};

it('lists every damage once, with what must happen', () => {
  expect(entries.map(({ kind }) => kind)).toEqual(Object.keys(damages));
  for (const { expectation, mustName } of entries) expect(mustName === null).toBe(expectation === 'accepted');
});

describe('damage to rows and cells', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['other-audit', { B1: auditKey.replace(/8e9f9f$/, '9fa0a0') }, ['another audit']],
    ['row-key-changed', { A4: 'k-1', A5: 'k-29' }, ['5']],
    ['row-key-emptied', { A4: 'k-1', A5: '', D5: 'Cause 2' }, ['5']],
    ['row-key-doubled', { A4: 'k-1', A5: 'k-1', A6: 'k-3' }, ['4', '5']],
    ['row-removed', { A4: 'k-1', A5: 'k-3', A6: '' }, ['F-002']],
    ['row-added', { A6: 'k-3', A7: '', D7: 'We found one more case at the second site.' }, ['7']],
    ['locked-cell-edited', { C5: 'Not done & not seen 2 (not agreed)', C6: 'Not done & not seen 3' }, ['5', 'Nature']],
    ['choice-outside-list', { F5: 'Nearly done', F6: 'Open' }, ['5', 'Status']],
    ['day-that-is-none', { G5: '31.02.2027' }, ['5', 'Due on']],
    ['column-removed', { D3: 'Corrective action', D5: 'Action 2', E5: 'Open', G5: '' }, ['Cause']],
    ['column-renamed', { D3: 'Remarks of the works council', E3: 'Corrective action' }, ['Cause']],
    ['formula-for-value', { D5: 'done in May', D6: 'Cause 3' }, ['5', 'Cause']],
    ['rows-sorted', { A4: 'k-3', D4: 'Cause 3', A6: 'k-1', D6: 'Cause 1', D3: 'Cause' }, []],
    ['empty-rows-below', { A6: 'k-3', A7: '', D26: '' }, []],
    ['widths-changed', { A4: 'k-1', D6: 'Cause 3' }, []],
    ['hidden-sheet', { D6: 'Cause 3' }, ['Kept aside']],
    ['macros', { D6: 'Cause 3' }, ['macro']],
  ])('%s', async (kind, texts, mustName) => {
    const damaged = await damage(kind);
    const { text } = await open(damaged.bytes);
    expect(Object.fromEntries(Object.keys(texts).map((place) => [place, text(place)]))).toEqual(texts);
    expect(damaged.mustName).toEqual(mustName);
  });

  it('merges an answer over two rows', async () => {
    const { workbook } = await open((await damage('rows-merged')).bytes);
    expect(workbook.getWorksheet(layout.sheetName)?.getCell('D6').master.address).toBe('D5');
  });

  it('sets a day before the audit as a day', async () => {
    const { workbook } = await open((await damage('day-before-audit')).bytes);
    const cell = workbook.getWorksheet(layout.sheetName)?.getCell('G5');
    expect(cell?.value).toEqual(new Date('2025-09-11T00:00:00Z'));
  });

  it('writes 200,000 characters into one cell', async () => {
    expect((await open((await damage('overlong-cell')).bytes)).text('D5')).toHaveLength(200_000);
  });

  it('carries every hostile text', async () => {
    const { bytes, carried } = await damage('hostile-texts');
    const { text } = await open(bytes);
    const all = ['D4', 'E4', 'D5', 'E5', 'D6', 'E6'].map((place) => text(place)).join('\n');
    for (const hostile of hostileTexts) expect(all).toContain(hostile);
    expect(carried.map(({ text: each }) => each).join('\n')).toBe(all);
  });
});

describe('damage to files', () => {
  it('leaves files that no reader takes for a response', async () => {
    expect((await open((await damage('other-sheet-only')).bytes)).workbook.worksheets).toHaveLength(1);
    await expect(damage('truncated').then(({ bytes }) => open(bytes))).rejects.toThrow(/zip/i);
    await expect(damage('password').then(({ bytes }) => open(bytes))).rejects.toThrow(/zip/i);
    const typed = unzipSync((await damage('document-type')).bytes);
    expect(strFromU8(typed['xl/worksheets/sheet1.xml']!)).toContain('<!DOCTYPE worksheet [<!ENTITY e0 "grow">');
  });

  it('makes a small file of a large sheet', async () => {
    const { bytes } = await damage('zip-bomb');
    expect(bytes.length).toBeLessThan(2_000_000);
    const stated = new Map<string, number>();
    unzipSync(bytes, { filter: ({ name, originalSize }) => Boolean(stated.set(name, originalSize)) && false });
    expect(stated.get('xl/worksheets/sheet1.xml')).toBeGreaterThan(600_000_000);
  });
});

if (!libreOffice) reportNotRun('a response saved by LibreOffice', 'soffice is not installed');
it.skipIf(!libreOffice)('is saved by LibreOffice with the same answers', { timeout: 120_000 }, async () => {
  const { text } = await open((await damage('saved-by-libreoffice')).bytes);
  expect([text('A4'), text('C5'), text('D6'), text('F5')]).toEqual(['k-1', 'Not done & not seen 2', 'Cause 3', 'Open']);
});
