// Every link of a requirement to another framework stands in Word and in Excel.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDocument } from '../../electron/exports/docx/check.ts';
import { exportExcel } from '../../electron/exports/export-excel.ts';
import { exportWord } from '../../electron/exports/export-word.ts';
import type { ReportModel } from '../../electron/exports/report-model.ts';
import { frameworks } from '../../shared/domain/crosswalks.ts';
import { keysOf, verdictLetters, verdicts } from '../../shared/domain/vocabulary.ts';
import { columnOf, openExcel } from '../support/excel.ts';
import { aReportModel, modelSizes } from '../support/report-model.ts';
import { type OpenedWord, openWord } from '../support/word.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-crosswalks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = path.join(folder, 'report.docx');
let model: ReportModel;
let word: OpenedWord;
let sheets: Map<string, string[][]>;

beforeAll(async () => {
  model = aReportModel({ ...modelSizes.full, findings: 4, evidence: 6 });
  await exportWord(model, file);
  await exportExcel(model, path.join(folder, 'report.xlsx'));
  word = openWord(file);
  sheets = await openExcel(path.join(folder, 'report.xlsx'));
});

const bases = { published: 'Published crosswalk', judgement: 'Our judgement' };
const linksOf = (framework: keyof typeof frameworks) =>
  model.requirements.flatMap((requirement) => requirement.crosswalk[framework].map((link) => ({ requirement, link })));

describe('the annex on the same ground elsewhere', () => {
  it('has every link of the model, with result, basis and strength', () => {
    for (const framework of keysOf(frameworks)) {
      const rows = word.tables.get(`Links to ${frameworks[framework]}`)?.slice(1) ?? [];
      const found = rows.flatMap(([reference = '', linked = '', basis = '']) =>
        linked.split('   ').map((one) => [reference, one.trim().replaceAll(/\s+/g, ' '), basis].join(' | ')),
      );
      const expected = linksOf(framework).map(({ requirement: { id, result }, link }) =>
        [
          link.id,
          `${verdictLetters[result.verdict]} ${id}`,
          link.strength ? `${bases[link.basis]}, ${link.strength}` : bases[link.basis],
        ].join(' | '),
      );
      expect(expected.length).toBeGreaterThan(100);
      expect(found.toSorted()).toEqual(expected.toSorted());
    }
  });

  it('has the references in the order of their framework', () => {
    const references = (framework: string) => [
      ...new Set(
        word.tables
          .get(`Links to ${framework}`)
          ?.slice(1)
          .map(([reference = '']) => reference),
      ),
    ];
    const before = (list: string[], one: string, other: string) => {
      expect(list).toContain(one);
      expect(list.indexOf(one)).toBeLessThan(list.indexOf(other));
    };
    const nist = references('NIST AI RMF');
    before(nist, 'GOVERN 6.2', 'MAP 1.1');
    before(nist, 'MEASURE 2.9', 'MEASURE 2.10');
    before(nist, 'MEASURE 4.3', 'MANAGE 1.1');
    before(references('EU AI Act'), 'Art. 9', 'Art. 10');
    before(references('ISO/IEC 27001'), '10.2', 'A.5.1');
  });

  it('says what the links rest on, in general and for each framework', () => {
    const lines = word.paragraphs.map((paragraph) => paragraph.text);
    const { general = '', published = '', nistAiRmf, euAiAct, iso27001 } = model.catalogue.crosswalkSources;
    expect(lines).toContain(general);
    expect(lines).toContain(`Published crosswalk: ${published}`);
    for (const source of [nistAiRmf, euAiAct, iso27001]) expect(lines).toContain(source);
  });

  it('is one sentence where the catalogue has no links', async () => {
    const bare = aReportModel({ ...modelSizes.small, template: { ...model.template, sections: ['crosswalks'] } });
    for (const requirement of bare.requirements) requirement.crosswalk = { nistAiRmf: [], euAiAct: [], iso27001: [] };
    await exportWord(bare, path.join(folder, 'bare.docx'));
    const lines = openWord(path.join(folder, 'bare.docx')).paragraphs.map((paragraph) => paragraph.text);
    expect(lines).toContain('The catalogue of this audit links to no other framework.');
    await exportExcel(bare, path.join(folder, 'bare.xlsx'));
    expect((await openExcel(path.join(folder, 'bare.xlsx'))).get('Crosswalks')).toHaveLength(1);
  });

  it.each([
    ['a link is gone', /<w:t>GOVERN 1\.1<\/w:t>/, '<w:t>GOVERN 1.7</w:t>'],
    ['a basis is another', />Our judgement, strong</, '>Our judgement, weak<'],
  ])('is refused by the check where %s', async (_, from, to) => {
    const parts = unzipSync(readFileSync(file));
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const changed = xml.replace(from, to);
    expect(changed).not.toBe(xml);
    writeFileSync(`${file}.changed`, zipSync({ ...parts, 'word/document.xml': strToU8(changed) }));
    await expect(checkDocument(`${file}.changed`, model)).rejects.toMatchObject({
      message: expect.stringMatching(/of its links to/),
    });
  });
});

describe('the sheet of crosswalks', () => {
  it('has one row per link', () => {
    const titles = ['Requirement', 'Title', 'Result', 'Framework', 'Reference', 'Basis', 'Strength'];
    expect(sheets.get('Crosswalks')?.[0]).toEqual(titles);
    const expected = keysOf(frameworks).flatMap((framework) =>
      linksOf(framework).map(({ requirement: { id, title, result }, link }) => {
        const strength = (link.strength ?? '').replace(/^./, (letter) => letter.toUpperCase());
        return [id, title, verdicts[result.verdict], frameworks[framework], link.id, bases[link.basis], strength];
      }),
    );
    const rows = sheets.get('Crosswalks')?.slice(1) ?? [];
    expect(rows).toHaveLength(expected.length);
    expect(rows.map((row) => row.join('|')).toSorted()).toEqual(expected.map((row) => row.join('|')).toSorted());
  });

  it('has its links beside the requirements too, judgements with an asterisk that is explained', () => {
    const at = model.requirements.findIndex(({ id }) => id === '4.1');
    expect(columnOf(sheets, 'Requirements', 'NIST AI RMF')[at]).toBe('GOVERN 1.1, MAP 1.3, MAP 1.4, MAP 4.1');
    expect(columnOf(sheets, 'Requirements', 'EU AI Act')[at]).toBe('Art. 2*, Art. 3*, Art. 6*, Art. 25*');
    expect(columnOf(sheets, 'Requirements', 'ISO/IEC 27001')[at]).toBe('4.1*');
    const summary = sheets.get('Summary')?.map((row) => row.slice(0, 2)) ?? [];
    expect(summary).toContainEqual([
      'Asterisk on the sheet Requirements',
      'A link that is our judgement; links without one are published.',
    ]);
    expect(summary).toContainEqual(['In general', model.catalogue.crosswalkSources['general']]);
  });
});
