// Documents with a layout of the house, reopened: logo, looks, order and own texts are there, and nothing gets lost.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBaseDocument } from '../../electron/exchange/base-document/read-base.ts';
import type { BaseLook } from '../../electron/exports/docx/base-look.ts';
import { exportExcel } from '../../electron/exports/export-excel.ts';
import { previewReport, writePrintPage } from '../../electron/exports/export-html.ts';
import { exportWord } from '../../electron/exports/export-word.ts';
import type { ReportHouseLayout, ReportModel } from '../../electron/exports/report-model.ts';
import { houseLayoutFields, storedSections, withHouseLayout } from '../../shared/domain/house-layouts.ts';
import { aBaseDocument, aPicture } from '../support/base-document.ts';
import { aReportModel, modelSizes } from '../support/report-model.ts';
import { type OpenedWord, openWord } from '../support/word.ts';
import { readFileSync } from 'node:fs';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-layout-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const target = (name: string) => path.join(folder, name);

const sections = storedSections([
  { section: 'findings', heading: 'What we found', introduction: 'Read [F-001] first.\n\nThen the others.' },
  { section: 'cover', heading: '', introduction: '' },
  { section: 'contents', heading: 'Inside', introduction: '' },
  { section: 'scope', heading: '', introduction: '' },
  { section: 'clauses', heading: '', introduction: '' },
  { section: 'conclusions', heading: '', introduction: '' },
  { section: 'required', heading: '', introduction: '' },
]);

const aLayout = (fields: Partial<ReportHouseLayout> = {}): ReportHouseLayout => ({
  ...houseLayoutFields.parse({
    name: 'Granite & Reed',
    accent: '0b6b5a',
    headingColour: '14344a',
    headingFont: 'Georgia',
    coverTitle: 'Assurance report',
    coverLines: ['Granite & Reed Assurance', '7 Invented Lane'],
    coverNote: 'Accredited in Nowhere under number 42.',
    footer: 'Granite & Reed, confidential',
    ...sections,
  }),
  id: 'layout',
  logoFile: '',
  baseFile: '',
  ...fields,
});

function withLayout(layout: ReportHouseLayout): ReportModel {
  const model = aReportModel({ ...modelSizes.small, accepted: true });
  return { ...model, ...withHouseLayout(model, layout), houseLayout: layout };
}

let logo: Partial<ReportHouseLayout>;
let base: BaseLook;
beforeAll(async () => {
  writeFileSync(target('logo.png'), await aPicture({ width: 300, height: 100, colour: '#0b6b5a' }));
  logo = {
    logo: 'aa'.repeat(32),
    logoFile: target('logo.png'),
    logoType: 'image/png',
    logoPixelsWide: 300,
    logoPixelsHigh: 100,
  };
  base = readBaseDocument({ bytes: await aBaseDocument(), name: 'house.docx' }).look;
});

const headings = ({ paragraphs }: OpenedWord) =>
  paragraphs.filter(({ style }) => ['Heading1', 'AnnexHeading', 'TOCHeading'].includes(style)).map(({ text }) => text);

describe('Word with a layout of the house', () => {
  let word: OpenedWord;
  let warnings: { record: string; message: string }[];
  beforeAll(async () => {
    const answer = await exportWord(withLayout(aLayout(logo)), target('house.docx'));
    word = openWord(target('house.docx'));
    warnings = answer.warnings;
  });

  it('has its sections in its order under its headings, and what a report always has', () => {
    expect(headings(word)).toEqual(
      [
        '1 What we found',
        'Annex A Where each required content is',
        'Inside',
        '2 Scope, criteria and method',
        '3 Results by clause',
        '4 Conclusions',
      ].toSorted((one, other) => headings(word).indexOf(one) - headings(word).indexOf(other)),
    );
    const texts = word.paragraphs.map(({ text }) => text);
    const at = texts.indexOf('1 What we found');
    expect(texts.slice(at + 1, at + 3)).toEqual(['Read [F-001] first.', 'Then the others.']);
  });

  it('has the logo, title, address, note and foot of the house', () => {
    expect(word.names).toContain('word/media/logo.png');
    expect(word.names).not.toContain('word/media/mark.png');
    const texts = word.paragraphs.map(({ text }) => text);
    for (const words of ['Assurance report', '7 Invented Lane', 'Accredited in Nowhere under number 42.'])
      expect(texts).toContain(words);
    expect(word.part('word/footer.xml')).toContain('Granite &amp; Reed, confidential');
    expect(word.part('word/document.xml')).toContain('cx="1620000" cy="540000"');
  });

  it('has its colours and fonts, and says where each required content is not', () => {
    const styles = word.part('word/styles.xml');
    const style = (id: string) => new RegExp(`w:styleId="${id}".*?</w:style>`).exec(styles)?.[0] ?? '';
    expect(style('Heading1')).toMatch(/Georgia.*14344a/);
    expect(style('Ref')).toContain('0b6b5a');
    expect(style('Normal')).toContain('Calibri');
    expect(word.tables.get('Where each required content is')?.flat()).toContain(
      'Missing: No section of this report has it.',
    );
    expect(warnings.some(({ message }) => message.startsWith('No section of this report has:'))).toBe(true);
  });

  it('has the looks, header and footer of its base document, and its own structure', async () => {
    await exportWord(
      withLayout(aLayout({ headingFont: '', headingColour: '', accent: '' })),
      target('base.docx'),
      undefined,
      undefined,
      base,
    );
    const based = openWord(target('base.docx'));
    const styles = based.part('word/styles.xml');
    const style = (id: string) => new RegExp(`w:styleId="${id}".*?</w:style>`).exec(styles)?.[0] ?? '';
    expect(style('Normal')).toMatch(/Georgia.*w:sz w:val="22"/);
    expect(style('Heading1')).toMatch(/pageBreakBefore.*numPr.*outlineLvl w:val="0".*Verdana.*7a1f3d/);
    expect(based.part('word/header.xml')).toMatch(/Granite &amp; Reed Assurance.*2026-003/s);
    expect(based.names).toContain('word/media/header-rIdBase1.png');
    expect(based.part('word/footer.xml')).toContain('Accredited in Nowhere');
    expect(based.part('word/document.xml')).not.toContain('not taken');
  });

  it('goes without a logo that cannot be read, and says so', async () => {
    const { warnings: said } = await exportWord(
      withLayout(aLayout({ ...logo, logoFile: target('gone.png') })),
      target('gone.docx'),
    );
    // The mark of the product does not stand over the address of the house.
    const { names, part } = openWord(target('gone.docx'));
    expect(names.filter((name) => /media\/(mark|logo)/.test(name))).toEqual([]);
    expect(part('word/document.xml')).not.toContain('the mark of the product');
    expect(said.some(({ message }) => /logo.*cannot be read/.test(message))).toBe(true);
  });
});

describe('hostile words of a layout', () => {
  it('reach every document as words', async () => {
    const hostile = '=1+1 \u0000\u000B\uFFFE\uD800 ]]> </style><b a="1"> & \u202E "end\\';
    const fields = { coverTitle: hostile, coverLines: [hostile], coverNote: hostile, footer: hostile, name: hostile };
    const headed = {
      headings: sections.headings.map(() => hostile),
      introductions: sections.headings.map(() => hostile),
    };
    const model = withLayout(aLayout({ ...logo, ...fields, ...headed }));
    await exportWord(model, target('hostile.docx'), undefined, undefined, base);
    const word = openWord(target('hostile.docx'));
    expect(word.paragraphs.filter(({ text }) => text.includes('=1+1')).length).toBeGreaterThan(8);
    await writePrintPage(model, target('hostile.html'), base);
    expect(readFileSync(target('hostile.html'), 'utf8').match(/<\/style>/g)).toHaveLength(1);
    await exportExcel(model, target('hostile.xlsx'), undefined, undefined, base);
  });
});

describe('the other documents', () => {
  it('shows the same on the screen and in PDF', async () => {
    const { html, styles } = previewReport(withLayout(aLayout(logo)), base);
    expect(html).toContain(`data-content="${'aa'.repeat(32)}"`);
    expect(html).toMatch(/Assurance report.*7 Invented Lane|7 Invented Lane.*Assurance report/s);
    expect(html).toMatch(/What we found.*Read \[<a[^>]*>F-001<\/a>\] first\./s);
    expect(styles).toContain('#0b6b5a');
    await writePrintPage(withLayout(aLayout(logo)), target('print.html'), base);
    const page = readFileSync(target('print.html'), 'utf8');
    expect(page).toContain('logo.png');
    expect(page).toMatch(
      /@bottom-left\{content:"Granite & Reed, confidential\\a Accredited in Nowhere, page " counter\(page\)/,
    );
  });

  it('has the accent and the font of headings in Excel', async () => {
    await exportExcel(withLayout(aLayout()), target('house.xlsx'));
    const styles = strFromU8(unzipSync(readFileSync(target('house.xlsx')))['xl/styles.xml'] ?? new Uint8Array());
    expect(styles).toContain('FF0B6B5A');
    expect(styles).toContain('<color rgb="FF14344A"/><name val="Georgia"/>');
    expect(styles).not.toContain('FF2C4A8E');
  });
});
