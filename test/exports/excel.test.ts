import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportExcel } from '../../electron/exports/export-excel.ts';
import type { ReportModel } from '../../electron/exports/report-model.ts';
import { countRows } from '../../electron/exports/sections/counts.ts';
import { hashFile } from '../../electron/files.ts';
import { aReportModel, modelSizes } from '../support/report-model.ts';

const linkPattern = /<hyperlink ref="([A-Z]+\d+)" location="'([^']+)'!(A\d+)"\/>/g;

let folder: string;
let model: ReportModel;
let book: ExcelJS.Workbook;
let file: string;

async function open(target: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(target);
  return workbook;
}

function sheetOf(workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** The cells below the header of the column with the given title. */
function column(workbook: ExcelJS.Workbook, name: string, title: string): ExcelJS.Cell[] {
  const sheet = sheetOf(workbook, name);
  const titles = (sheet.getRow(1).values as unknown[]).slice(1);
  const index = titles.indexOf(title) + 1;
  if (index === 0) throw new Error(`no column ${title} on ${name}`);
  return Array.from({ length: sheet.rowCount - 1 }, (_, row) => sheet.getRow(row + 2).getCell(index));
}

const texts = (cells: ExcelJS.Cell[]) => cells.map((cell) => cell.text);

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'plumbline-excel-'));
  model = aReportModel();
  file = path.join(folder, 'report.xlsx');
  await exportExcel(model, file);
  book = await open(file);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the workbook', () => {
  it('has its sheets in order and properties that are known', () => {
    const names = book.worksheets.map(({ name }) => name);
    expect(names).toEqual([
      'Summary',
      'Audit',
      'Team',
      'Requirements',
      'Checklist',
      'Samples',
      'SoA',
      'Findings',
      'Grade decisions',
      'Actions',
      'Evidence',
      'AI systems',
      'Notes',
      'Plan',
      'Meetings',
      'Crosswalks',
      'Review',
      'Signatures',
      'Versions',
    ]);
    expect(book.title).toBe('2026-003 Northwind Claims stage 2');
    expect(book.creator).toBe(model.generatedBy);
    expect(book.company).toBeFalsy();
  });

  it('names every requirement, question, finding, piece of evidence and control', () => {
    const questions = model.requirements.flatMap((requirement) => requirement.questions);
    expect(texts(column(book, 'Requirements', 'Requirement'))).toEqual(model.requirements.map(({ id }) => id));
    expect(texts(column(book, 'Checklist', 'Question id'))).toEqual(questions.map(({ id }) => id));
    expect(texts(column(book, 'Checklist', 'Notes'))).toEqual(questions.map(({ notes }) => notes));
    const samples = questions.flatMap((question) => question.samples);
    expect(samples.length).toBeGreaterThan(10);
    expect(texts(column(book, 'Samples', 'Population'))).toEqual(samples.map(({ population }) => population));
    expect(texts(column(book, 'Samples', 'Seed'))).toEqual(samples.map(({ seed }) => seed));
    expect(texts(column(book, 'Findings', 'Number'))).toEqual(model.findings.map(({ number }) => number));
    expect(texts(column(book, 'Evidence', 'Number'))).toEqual(model.evidence.map(({ number }) => number));
    expect(texts(column(book, 'Evidence', 'SHA-256'))).toEqual(model.evidence.map(({ sha256 }) => sha256));
    expect(texts(column(book, 'SoA', 'Control'))).toEqual(model.soa.entries.map(({ control }) => control));
    expect(column(book, 'Actions', 'Finding')).toHaveLength(model.counts.actions.total);
  });

  it('has the running notes line by line, with corrections and what they became', () => {
    expect(texts(column(book, 'Notes', 'Text'))).toEqual(model.notes.map(({ text }) => text));
    expect(texts(column(book, 'Notes', 'Correction'))).toEqual(['Corrected by line 2', 'Corrects line 1']);
    const [nothing, became] = column(book, 'Notes', 'Became');
    expect(nothing?.text).toBe('');
    expect(became?.text).toBe('E-001, 8.4');
    expect(became?.font.underline).toBe(true);
  });

  it('says of every AI system what is recorded, whether it was sampled and why, and what is about it', () => {
    const { aiSystems } = model;
    const shown = (title: string) => texts(column(book, 'AI systems', title));
    expect(shown('AI system')).toEqual(aiSystems.map(({ name }) => name));
    expect(shown('Purpose')).toEqual(aiSystems.map(({ purpose }) => purpose));
    expect(shown('Owner')).toEqual(aiSystems.map(({ owner }) => owner));
    expect(shown('Supplier')).toEqual(aiSystems.map(({ supplier }) => supplier));
    expect(shown('Sampled')).toEqual(aiSystems.map(({ sampled }) => (sampled ? 'Yes' : 'No')));
    expect(shown('Why')).toEqual(aiSystems.map(({ samplingReason }) => samplingReason));
    const questions = model.requirements.flatMap((requirement) => requirement.questions);
    expect(shown('Questions')).toEqual(
      aiSystems.map(({ name }) => String(questions.filter(({ aiSystem }) => aiSystem === name).length)),
    );
  });

  it('shows every count of the model on the summary, label beside number', () => {
    const counts = new Map<string, unknown>();
    sheetOf(book, 'Summary').eachRow((row) => counts.set(row.getCell(1).text, row.getCell(2).value));
    const rows = countRows(model);
    expect(rows.map(([label]) => [label, counts.get(label)])).toEqual(rows);
  });

  it('has a frozen header, a filter over the whole range and a page set-up on every sheet', () => {
    for (const sheet of book.worksheets) {
      const { views, pageSetup, headerFooter, autoFilter, columnCount, rowCount } = sheet;
      expect(views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
      expect(pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 });
      expect(pageSetup.printTitlesRow).toBe('1:1');
      expect(headerFooter.oddFooter).toBe('&L2026-003&C&A&RPage &P of &N');
      const last = sheet.getRow(1).getCell(columnCount).address.replace(/\d+/, '');
      expect(autoFilter ?? `none on ${sheet.name}`).toBe(
        sheet.name === 'Summary' ? 'none on Summary' : `A1:${last}${rowCount}`,
      );
    }
  });

  it('names the filters and the repeated rows for Excel', async () => {
    const parts = unzipSync(await readFile(file));
    const xml = new TextDecoder().decode(parts['xl/workbook.xml']);
    expect(xml).toContain(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="7" hidden="1">'Findings'!$A$1:$U$13</definedName>`,
    );
    expect(xml).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'Summary'!$1:$1</definedName>`);
  });

  it('links numbers and ids to the rows that they name', async () => {
    const parts = unzipSync(await readFile(file));
    const landings = new Map<string, number>();
    for (const [index, sheet] of book.worksheets.entries()) {
      // exceljs does not read links inside a workbook.
      const xml = new TextDecoder().decode(parts[`xl/worksheets/sheet${index + 1}.xml`]);
      for (const [, ref = '', name = '', place = ''] of xml.matchAll(linkPattern)) {
        const cell = sheet.getCell(ref);
        const expected = name === 'Actions' ? sheet.getCell(ref.replace(/[A-Z]+/, 'A')) : cell;
        expect(expected.text.split(', ')[0]).toBe(sheetOf(book, name).getCell(place).text);
        expect(cell.font.underline).toBe(true);
        const landing = `${sheet.name} ${ref.replace(/\d+/, '')} ${name}`;
        landings.set(landing, (landings.get(landing) ?? 0) + 1);
      }
    }
    const questions = model.requirements.flatMap((requirement) => requirement.questions);
    const withEvidence = questions.filter(({ evidence }) => evidence.length > 0).length;
    expect(landings.get('Checklist L Evidence')).toBe(withEvidence);
    expect(landings.get('Checklist M Findings')).toBe(questions.filter(({ findings }) => findings.length > 0).length);
    expect(landings.get('Findings H Checklist')).toBe(model.findings.length);
    expect(landings.get('Findings J Evidence')).toBe(model.findings.length);
    expect(landings.get('Requirements A Checklist')).toBe(70);
    expect(landings.get('Actions A Findings')).toBe(model.counts.actions.total);
    expect(landings.get('Summary B Evidence')).toBe(1);
  });

  it('writes dates as dates, instants with the clock of the place, and numbers as numbers', () => {
    const due = column(book, 'Actions', 'Due')[0];
    expect(due?.value).toEqual(new Date('2026-12-17T00:00:00Z'));
    expect(due?.numFmt).toBe('d mmm yyyy');
    const collected = column(book, 'Evidence', 'Collected at')[0];
    expect(collected?.value).toEqual(new Date('2026-11-16T09:00:00Z'));
    expect(collected?.numFmt).toBe('d mmm yyyy hh:mm "+01:00"');
    expect(column(book, 'Evidence', 'Size in bytes')[0]?.value).toBe(120_000);
  });

  it('colours verdicts and grades, with the word in the cell', () => {
    const bad = column(book, 'Checklist', 'Verdict').find((cell) => cell.text === 'Nonconforming');
    expect(bad?.fill).toMatchObject({ pattern: 'solid', fgColor: { argb: 'FFB8460B' } });
    expect(bad?.font.color).toEqual({ argb: 'FFFFFFFF' });
    const skipped = column(book, 'Checklist', 'Verdict').find((cell) => cell.text === 'Not audited');
    expect(skipped?.fill).toMatchObject({ pattern: 'lightUp' });
    const minor = column(book, 'Findings', 'Grade').find((cell) => cell.text === 'Minor nonconformity');
    expect(minor?.fill).toMatchObject({ fgColor: { argb: 'FFFBE7DA' } });
  });

  it('gives every row a height, and long texts wrap at the top of their cell', () => {
    const sheet = sheetOf(book, 'Findings');
    expect(sheet.getRow(2).height).toBeGreaterThan(40);
    expect(sheet.getRow(2).getCell(5).alignment).toMatchObject({ wrapText: true, vertical: 'top' });
  });
});

describe('exporting', () => {
  it('answers the hash and size of the file, leaves nothing else, and gives the same bytes again', async () => {
    const inside = await mkdtemp(path.join(folder, 'again-'));
    const target = path.join(inside, 'report.xlsx');
    const steps: number[] = [];
    const result = await exportExcel(model, target, undefined, (done, total) => steps.push(done / total));
    expect(result).toEqual({ ...(await hashFile(target)), warnings: [] });
    expect(await readFile(target)).toEqual(await readFile(file));
    expect(await readdir(inside)).toEqual(['report.xlsx']);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toBe(1);
  });

  it('writes an audit in which nothing has happened yet, with all requirements', async () => {
    const empty = aReportModel({ answers: 0, findings: 0, evidence: 0, accepted: false });
    const target = path.join(folder, 'empty.xlsx');
    await exportExcel(empty, target);
    const read = await open(target);
    expect(texts(column(read, 'Requirements', 'Requirement'))).toEqual(empty.requirements.map(({ id }) => id));
    expect(sheetOf(read, 'Findings').rowCount).toBe(1);
    expect(sheetOf(read, 'Findings').autoFilter).toBe('A1:U1');
    const words: string[] = [];
    sheetOf(read, 'Summary').eachRow((row) => words.push(row.getCell(2).text));
    expect(words.filter((one) => one.includes('has not accepted'))).toHaveLength(4);
  });

  it('writes the large audit', async () => {
    const target = path.join(folder, 'large.xlsx');
    const large = aReportModel(modelSizes.large);
    const { warnings } = await exportExcel(large, target);
    expect(warnings).toEqual([]);
    const read = await open(target);
    expect(sheetOf(read, 'Evidence').rowCount).toBe(3_001);
    expect(sheetOf(read, 'Checklist').rowCount).toBe(1_201);
  }, 20_000);
});
