import * as fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  catalogue,
  changeParts,
  controls,
  fullRows,
  headings,
  makeWorkbook,
  read,
  readBytes,
  refusalOf,
} from './soa-sheets.ts';

const full = await makeWorkbook({ name: 'SoA', rows: [headings, ...fullRows()] });
const ole = (stream: string) => {
  const bytes = Buffer.alloc(2_048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.write(stream, 1_024, 'utf16le');
  return new Uint8Array(bytes);
};

describe('files of another kind are refused by name', () => {
  test.each<[string, Uint8Array, string, string]>([
    ['an old workbook', ole('Workbook'), 'not-a-workbook', '.xls)'],
    ['an encrypted workbook', ole('EncryptedPackage'), 'encrypted', 'password'],
    ['an old document', ole('WordDocument'), 'not-a-workbook', '.doc)'],
    ['a very old workbook', new Uint8Array([9, 8, 16, 0, 0, 6, 5, 0, 0, 0]), 'not-a-workbook', '.xls)'],
    ['a text', strToU8('Control;Applicable\nA.2.2;Yes\n'), 'not-a-workbook', '.csv'],
    ['a text with a mark', strToU8('\uFEFFControl,Applicable\n'), 'not-a-workbook', '.csv'],
    ['a web page', strToU8('<html><table><tr><td>A.2.2</td></tr></table></html>'), 'not-a-workbook', '.html'],
    [
      'an XML spreadsheet',
      strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
      'not-a-workbook',
      'old XML',
    ],
    ['a PDF', strToU8('%PDF-1.7\n'), 'not-a-workbook', '.pdf'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'not-a-workbook', 'another kind'],
    [
      'an OpenDocument sheet',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }),
      'not-a-workbook',
      '.ods',
    ],
    [
      'a document',
      zipSync({
        '[Content_Types].xml': strToU8('<x/>'),
        '_rels/.rels': strToU8('<x/>'),
        'word/document.xml': strToU8('<x/>'),
      }),
      'not-a-workbook',
      '.docx',
    ],
    [
      'a binary workbook',
      zipSync({
        '[Content_Types].xml': strToU8('<x/>'),
        '_rels/.rels': strToU8('<x/>'),
        'xl/workbook.bin': strToU8('x'),
      }),
      'not-a-workbook',
      '.xlsb',
    ],
    ['a zip', zipSync({ 'a.txt': strToU8('x') }), 'not-a-workbook', 'zip'],
    ['nothing', new Uint8Array(), 'empty', 'no bytes'],
    ['too much', new Uint8Array(20 * 1024 * 1024 + 1), 'too-large', '20 MB'],
    ['half a workbook', full.subarray(0, full.length / 2), 'damaged', 'damaged'],
  ])('%s', async (_, bytes, reason, words) => {
    const refused = await refusalOf(bytes, 'soa.xlsx');
    expect(refused).toMatchObject({ reason });
    expect(refused?.message).toContain(words);
    expect(refused?.message.endsWith('.')).toBe(true);
  });

  test('the name of a file does not count', async () => {
    expect((await readBytes(full, 'statement.pdf')).matched).toBe(38);
  });
});

describe('workbooks without a statement', () => {
  test('without content', async () => {
    expect(await refusalOf(await makeWorkbook({ rows: [] }, { rows: [[' ']] }))).toMatchObject({
      code: 'refused',
      reason: 'empty',
    });
  });

  test('with other lists', async () => {
    const budget = [
      ['Item', 'Approved', 'Sum'],
      ['Suppliers', 'Yes', 12],
      ['Customers', 'No', 13],
      ['Travel', 'Yes', 1.5],
    ];
    expect(await refusalOf(await makeWorkbook({ rows: budget }))).toMatchObject({ reason: 'no-table' });
  });

  test('with controls but no answers', async () => {
    const list = [['Control', 'Title'], ...controls.map(({ id, title }) => [id, title])];
    const refused = await refusalOf(await makeWorkbook({ name: 'List', rows: list }));
    expect(refused).toMatchObject({ reason: 'no-table' });
    expect(refused?.message).toContain('“List”');
  });

  test('with formulas that were never calculated', async () => {
    const rows = controls.map(({ id }) => [{ formula: `"${id}"` }, { formula: '"Yes"' }]) as never[];
    const refused = await refusalOf(await makeWorkbook({ rows: [['Control', 'Applicable'], ...rows] }));
    expect(refused).toMatchObject({ reason: 'no-table' });
    expect(refused?.message).toContain('formulas');
  });
});

const rowsOf = (ids: string[], titles: string[] = []) =>
  ids.map((id, at) => [id, titles[at] ?? 'Something of theirs', 'Yes', 'Needed', 'Done']);

describe('statements for another standard', () => {
  const [newer, older] = catalogue.otherStandards;

  test.each([[newer], [older]])('%o', async (standard) => {
    const refused = await refusalOf(await makeWorkbook({ rows: [headings, ...rowsOf(standard!.controls)] }));
    expect(refused).toMatchObject({ code: 'refused', reason: 'other-standard' });
    expect(refused?.message).toContain(standard!.name);
  });

  test('with bare ids', async () => {
    const ids = newer!.controls.map((id) => id.slice(2));
    expect(await refusalOf(await makeWorkbook({ rows: [headings, ...rowsOf(ids)] }))).toMatchObject({
      reason: 'other-standard',
    });
  });

  test('where all ids fit both, the titles decide', async () => {
    const both = controls.filter(({ id }) => newer!.controls.includes(id));
    expect(both.length).toBeGreaterThan(8);
    const ids = both.map(({ id }) => id);
    expect(await refusalOf(await makeWorkbook({ rows: [headings, ...rowsOf(ids)] }))).toMatchObject({
      reason: 'other-standard',
    });
    const ours = rowsOf(
      ids,
      both.map(({ title }) => title),
    );
    expect(await read({ rows: [headings, ...ours] })).toMatchObject({ matched: both.length });
  });

  test('an unknown one', async () => {
    const ids = Array.from({ length: 20 }, (_, at) => `A.7.${1 + (at % 4)}.${1 + at}`);
    expect(await refusalOf(await makeWorkbook({ rows: [headings, ...rowsOf(ids)] }))).toMatchObject({
      reason: 'other-standard',
    });
  });

  test('beside ours in one workbook or in one table', async () => {
    const theirs = { name: 'Security', rows: [headings, ...rowsOf(newer!.controls)] };
    expect(await read(theirs, { name: 'AI', rows: [headings, ...fullRows()] })).toMatchObject({
      sheet: 'AI',
      matched: 38,
      issues: [],
    });
    const mixed = [
      ['Standard', ...headings],
      ...rowsOf(newer!.controls).map((row) => ['ISO 27001:2022', ...row]),
      ...fullRows().map((row) => ['ISO 42001:2023', ...row]),
    ];
    expect(await read({ rows: mixed })).toMatchObject({ read: 38, matched: 38, issues: [] });
    expect(await refusalOf(await makeWorkbook({ rows: mixed.map((row) => row.slice(1)) }))).toMatchObject({
      reason: 'other-standard',
    });
  });
});

describe('bounds', () => {
  const sheet = 'xl/worksheets/sheet1.xml';
  const insert = (text: string, before: string) =>
    changeParts(full, (name, part) => (name === sheet ? part.replace(before, text + before) : part));

  test.each<[string, () => Uint8Array, string]>([
    [
      'content beyond the last row',
      () => insert('<row r="20001"><c r="A20001" t="str"><v>x</v></c></row>', '</sheetData>'),
      'too-large',
    ],
    [
      'content beyond the last column',
      () => insert('<row r="60"><c r="ZZ60" t="str"><v>x</v></c></row>', '</sheetData>'),
      'too-large',
    ],
    [
      'a cell with too much text',
      () => insert(`<row r="60"><c r="A60" t="str"><v>${'x'.repeat(40_001)}</v></c></row>`, '</sheetData>'),
      'too-large',
    ],
    ['too many cells', () => insert(`<row r="60">${'<c/>'.repeat(500_001)}</row>`, '</sheetData>'), 'too-large'],
    ['endless nesting', () => insert('<a>'.repeat(5_000), '</sheetData>'), 'too-large'],
    [
      'too many merged cells',
      () => insert(`<mergeCells>${'<mergeCell ref="A1:A20000"/>'.repeat(60_000)}</mergeCells>`, '</worksheet>'),
      'too-large',
    ],
    [
      'a document type',
      () =>
        changeParts(full, (name, part) =>
          name === sheet ? part.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet') : part,
        ),
      'damaged',
    ],
    ['no XML', () => changeParts(full, (name, part) => (name === sheet ? '{}' : part)), 'damaged'],
    ['a missing sheet', () => changeParts(full, (name, part) => (name === sheet ? undefined : part)), 'damaged'],
    [
      'missing texts',
      () => changeParts(full, (name, part) => (name === 'xl/sharedStrings.xml' ? '<sst/>' : part)),
      'damaged',
    ],
  ])('%s', async (_, make, reason) => {
    const start = performance.now();
    expect(await refusalOf(make())).toMatchObject({ reason });
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test('empty cells far away do no harm', async () => {
    const far = insert('<row r="1048576"><c r="XFD1048576" s="0"/></row>', '</sheetData>');
    expect((await readBytes(far)).matched).toBe(38);
  });

  test('names with prefixes and texts in the cells are read', async () => {
    const prefixed = changeParts(full, (name, part) =>
      name === sheet ? part.replace(/<(\/?)(?=[a-z])/gi, '<$1x:').replace('xmlns=', 'xmlns:x=') : part,
    );
    expect((await readBytes(prefixed)).matched).toBe(38);
  });
});

describe('hostile input', () => {
  test('random bytes are refused in words', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 3_000 }),
        fc.constantFrom([], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0], [0x09, 0x08]),
        async (bytes, start) => {
          expect(await refusalOf(new Uint8Array([...start, ...bytes]))).toBeDefined();
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a damaged workbook is read or refused, never an accident', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(full.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        async (edits) => {
          const bytes = full.slice();
          for (const [at, value] of edits) bytes[at] = value;
          const start = performance.now();
          await refusalOf(bytes);
          expect(performance.now() - start).toBeLessThan(5_000);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('damaged parts in a sound container are read or refused, never an accident', async () => {
    const names = Object.keys(unzipSync(full)).filter((name) => /sheet1|workbook|sharedStrings|styles|rels/.test(name));
    const edit = fc.record({
      name: fc.constantFrom(...names),
      at: fc.nat(20_000),
      cut: fc.nat(40),
      put: fc.oneof(
        fc.constantFrom(
          '',
          '<',
          '>',
          '"',
          '&',
          '<c r="A1">',
          '</row>',
          ' r="-5"',
          ' t="s"',
          '<v>1e999</v>',
          '\u0000',
          'NaN',
          '99999999999',
          '&#x0;',
          '/../',
        ),
        fc.string({ maxLength: 10 }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        const bytes = changeParts(full, (name, text) =>
          edits
            .filter((one) => one.name === name)
            .reduce((part, { at, cut, put }) => {
              const place = at % (part.length + 1);
              return part.slice(0, place) + put + part.slice(place + cut);
            }, text),
        );
        const start = performance.now();
        await refusalOf(bytes);
        expect(performance.now() - start).toBeLessThan(5_000);
      }),
      { numRuns: 400 },
    );
  });

  test('any texts in any cells are read or refused, never an accident', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        'A.2.2',
        'A.6',
        'yes',
        'no',
        'x',
        'Control',
        'Applicable',
        'Version',
        'Version: 2',
        'Date',
        '30.09.2026',
        'AI policy',
        '6.2.4',
        'A.2.2–A.2.4',
        'C-01',
        'Approved by',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(text, { maxLength: 6 }), { maxLength: 12 }), async (rows) => {
        const xml = rows
          .map(
            (cells) =>
              `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`).join('')}</row>`,
          )
          .join('');
        const bytes = changeParts(full, (name, part) =>
          name === 'xl/worksheets/sheet1.xml'
            ? part.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${xml}</sheetData>`)
            : part,
        );
        expect((await refusalOf(bytes))?.message ?? 'read.').toMatch(/\.$/);
      }),
      { numRuns: 300 },
    );
  });
});

const escapeXml = (text: string) =>
  text
    .replace(/[^\P{C}\n\t]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
