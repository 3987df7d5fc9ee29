import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportExcel } from '../../electron/exports/export-excel.ts';
import type { ReportModel } from '../../electron/exports/report-model.ts';
import { countRows } from '../../electron/exports/sections/counts.ts';
import { composeWorkbook } from '../../electron/exports/xlsx/compose-workbook.ts';
import { hashFile } from '../../electron/files.ts';
import { aReportModel, modelSizes } from '../support/report-model.ts';

const linkPattern = /<hyperlink ref="([A-Z]+\d+)" location="([^"]+)"\/>/g;

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

/** The looks that the cells of a column get from their values, by formula. */
function rulesOf(name: string, title: string): Map<string, Partial<ExcelJS.Style>> {
  const [cell] = column(book, name, title);
  const { conditionalFormattings } = sheetOf(book, name) as unknown as {
    conditionalFormattings: { ref: string; rules: { formulae: string[]; style: Partial<ExcelJS.Style> }[] }[];
  };
  const own = conditionalFormattings.filter(({ ref }) => ref.startsWith(`${cell?.address}:`));
  return new Map(own.flatMap(({ rules }) => rules.map(({ formulae, style }) => [formulae[0] ?? '', style] as const)));
}

/** The links of every sheet by their cells; exceljs does not read links inside a workbook. */
function linksIn(target: string): Map<string, Map<string, string>> {
  const parts = unzipSync(readFileSync(target));
  const xml = (part: string) => new TextDecoder().decode(parts[part]);
  const names = [...xml('xl/workbook.xml').matchAll(/<sheet name="([^"]+)"/g)].map(([, name = '']) => name);
  return new Map(
    names.map((name, index) => {
      const found = xml(`xl/worksheets/sheet${index + 1}.xml`).matchAll(linkPattern);
      return [name, new Map([...found].map(([, ref = '', to = '']) => [ref, to]))];
    }),
  );
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
      'Links',
      'Columns',
      'Lists',
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
    expect(rows.map(([label, , name]) => [label, counts.get(label), name])).toEqual(rows);
  });

  it('has a frozen header, a named table with a filter over the whole range and a page set-up on every sheet', () => {
    const pages = new Set(['Summary', 'Lists']);
    for (const sheet of book.worksheets) {
      const { views, pageSetup, headerFooter, autoFilter, columnCount, rowCount } = sheet;
      expect(views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
      expect(pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToHeight: 0 });
      const width = sheet.columns.reduce((sum, { width: own = 0 }) => sum + own, 0);
      expect(width / (pageSetup.fitToWidth ?? 1)).toBeLessThan(390);
      expect(pageSetup.printTitlesRow).toBe('1:1');
      expect(pageSetup.printTitlesColumn).toBe(pageSetup.fitToWidth === 1 ? undefined : 'A:A');
      expect(pageSetup.printArea).toMatch(new RegExp(`^A1:[A-Z]+${rowCount}$`));
      expect(headerFooter.oddFooter).toBe('&L2026-003&C&A&RPage &P of &N');
      expect(headerFooter.oddHeader).toBe(
        '&L2026-003 Northwind Claims stage 2, Northwind Claims (invented sample)&RDraft of version 1, 23 November 2026, confidential',
      );
      expect(autoFilter).toBeFalsy();
      const [table] = sheet.getTables() as unknown as { table: Record<string, unknown> }[];
      if (pages.has(sheet.name)) expect(table).toBeUndefined();
      else {
        const last = sheet.getRow(1).getCell(columnCount).address.replace(/\d+/, '');
        const range = `A1:${last}${Math.max(2, rowCount)}`;
        const name = sheet.name.replaceAll(' ', '_');
        expect(table?.table).toMatchObject({ displayName: name, tableRef: range, autoFilterRef: range });
      }
    }
  });

  it('has a name for every count, for Excel and whoever writes a formula', async () => {
    const parts = unzipSync(await readFile(file));
    const xml = new TextDecoder().decode(parts['xl/workbook.xml']);
    expect(xml).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'Summary'!$1:$1</definedName>`);
    expect(xml).toContain(`<definedName name="_xlnm.Print_Area" localSheetId="7">'Findings'!$A$1:$X$13</definedName>`);
    for (const [, count, name] of countRows(model)) {
      const [range] = book.definedNames.getRanges(`count_${name}`).ranges;
      const place = range?.replace(/^'?Summary'?!/, '').replaceAll('$', '') ?? '';
      expect([name, sheetOf(book, 'Summary').getCell(place).value]).toEqual([name, count]);
    }
  });

  it('links every sheet from the summary, and marks what leads somewhere', () => {
    const links = linksIn(file);
    const summary = links.get('Summary') ?? new Map<string, string>();
    for (const { name } of book.worksheets.slice(1)) expect([...summary.values()]).toContain(`'${name}'!A1`);
    for (const [name, own] of links) {
      for (const [ref, to] of own) {
        const [, sheet = '', place = ''] = /^'(.+)'!(.+)$/.exec(to) ?? [];
        expect(sheetOf(book, name).getCell(ref).font.underline).toBe(true);
        expect(sheetOf(book, sheet).getCell(place).text).not.toBe('');
      }
    }
  });

  it('leads from every finding, piece of evidence, question and requirement to the others and back', async () => {
    const many = aReportModel();
    const [finding] = many.findings;
    const questions = many.requirements.flatMap((requirement) => requirement.questions);
    // One that rests on more than its cell can show in one line.
    const numbers = many.evidence.slice(10, 30).map(({ number }) => number);
    if (finding) finding.evidenceNumbers = numbers;
    for (const piece of many.evidence) if (numbers.includes(piece.number)) piece.usedIn.push(finding?.number ?? '');
    const target = path.join(folder, 'links.xlsx');
    await exportExcel(many, target);
    const links = linksIn(target);
    const rows = new Map<string, number>();
    const opened = await open(target);
    for (const [name, title] of [
      ['Findings', 'Number'],
      ['Evidence', 'Number'],
      ['Requirements', 'Requirement'],
    ] as const)
      for (const [index, text] of texts(column(opened, name, title)).entries()) rows.set(text, index + 2);
    const placeOf = new Map<string, string>([
      ...many.findings.map(({ number }) => [number, `'Findings'!A${rows.get(number)}`] as const),
      ...many.evidence.map(({ number }) => [number, `'Evidence'!A${rows.get(number)}`] as const),
      ...many.requirements.map(({ id }) => [id, `'Requirements'!A${rows.get(id)}`] as const),
      ...questions.map(({ itemId }, index) => [itemId, `'Checklist'!A${index + 2}`] as const),
    ]);
    /** Where one click leads from the row of a place, or two by way of the sheet Links. */
    const reached = (place: string): Set<string> => {
      const [, sheet = '', row = ''] = /^'(.+)'!A(\d+)$/.exec(place) ?? [];
      const clicks = [...(links.get(sheet) ?? [])].filter(([ref]) => ref.replace(/^[A-Z]+/, '') === row);
      return new Set(
        clicks.flatMap(([ref, to]) => {
          const [, block] = /^'Links'!A(\d+)$/.exec(to) ?? [];
          if (!block) return [to];
          const all: string[] = [];
          const back = `'${sheet}'!${ref.replace(/\d+/, '')}${row}`;
          const start = links.get('Links')?.get(`A${block}`);
          expect(start?.replace(/![A-Z]+/, '!')).toBe(back.replace(/![A-Z]+/, '!'));
          for (let at = Number(block); links.get('Links')?.get(`A${at}`) === start; at += 1)
            all.push(links.get('Links')?.get(`B${at}`) ?? '');
          return all;
        }),
      );
    };
    const pairs = [
      ...many.findings.flatMap(({ number, evidenceNumbers, item, requirements }) => [
        ...evidenceNumbers.map((one) => [number, one]),
        ...requirements.map((one) => [number, one]),
        ...(item ? [[number, item]] : []),
      ]),
      ...questions.flatMap(({ itemId, evidence }) => evidence.map((one) => [itemId, one])),
    ];
    expect(pairs.length).toBeGreaterThan(200);
    const missing = pairs.flatMap(([one = '', other = '']) => {
      const [from = '', to = ''] = [placeOf.get(one), placeOf.get(other)];
      return [
        ...(reached(from).has(to) ? [] : [`${one} to ${other}`]),
        ...(reached(to).has(from) ? [] : [`${other} to ${one}`]),
      ];
    });
    expect(missing).toEqual([]);
    for (const { id, questions: own } of many.requirements)
      if (own[0]) {
        expect(reached(placeOf.get(id) ?? '')).toContain(placeOf.get(own[0].itemId));
        expect(reached(placeOf.get(own[0].itemId) ?? '')).toContain(placeOf.get(id));
      }
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

  it('colours verdicts and grades by what stands in the cell, so that a changed word changes its colour', () => {
    const verdict = rulesOf('Checklist', 'Verdict');
    expect(verdict.get('"Nonconforming"')).toMatchObject({
      fill: { pattern: 'solid', bgColor: { argb: 'FFB8460B' } },
      font: { color: { argb: 'FFFFFFFF' } },
    });
    expect(verdict.get('"Not audited"')).toMatchObject({ fill: { pattern: 'lightUp' } });
    expect(rulesOf('Findings', 'Grade').get('"Minor nonconformity"')).toMatchObject({
      fill: { bgColor: { argb: 'FFFBE7DA' } },
    });
    expect(rulesOf('Findings', 'State').get('"Overdue"')).toMatchObject({ fill: { bgColor: { argb: 'FFB8460B' } } });
    expect([...rulesOf('Actions', 'Due').keys()]).toEqual([
      'AND(ISNUMBER($I2),$I2<TODAY(),OR($L2="Open",$L2="Accepted"))',
    ]);
  });

  it('offers the words of every list, and every cell of such a column holds one of them', () => {
    const { sheets, lists = [] } = composeWorkbook(model).workbook;
    let checked = 0;
    for (const sheet of sheets) {
      for (const [index, { list, title }] of (sheet.columns ?? []).entries()) {
        if (!list) continue;
        const words = lists.find(({ name }) => name === list)?.words ?? [];
        const cell = sheetOf(book, sheet.name)
          .getRow(2)
          .getCell(index + 1);
        if (sheet.rows.length > 1) {
          expect(cell.dataValidation, title).toMatchObject({ type: 'list', formulae: [`list_${list}`] });
          checked += 1;
        }
        const wrong = sheet.rows.slice(1).filter((row) => !['', ...words].includes(String(row[index]?.value)));
        expect(wrong.map((row) => row[index]?.value)).toEqual([]);
        const [range = ''] = book.definedNames.getRanges(`list_${list}`).ranges;
        const [first = '', last = first] = range.replace(/^.*!/, '').replaceAll('$', '').split(':');
        const listed = sheetOf(book, 'Lists');
        expect(listed.getCell(first).text).toBe(words[0]);
        expect(listed.getCell(last).text).toBe(words.at(-1));
      }
    }
    expect(checked).toBeGreaterThan(20);
    expect(column(book, 'Actions', 'Due')[0]?.dataValidation).toMatchObject({ type: 'date' });
  });

  it('explains every column of every sheet on the sheet Columns', () => {
    const listed = column(book, 'Columns', 'Sheet').map((cell, index) => {
      const row = [cell, column(book, 'Columns', 'Column')[index]].map((one) => one?.text ?? '');
      return row.join(': ');
    });
    const wanted = book.worksheets
      .filter((sheet) => !['Summary', 'Lists'].includes(sheet.name))
      .flatMap((sheet) => (sheet.getRow(1).values as string[]).slice(1).map((title) => `${sheet.name}: ${title}`));
    expect(listed.filter((one) => !one.startsWith('Summary: ')).toSorted()).toEqual(wanted.toSorted());
    for (const title of ['Meaning', 'Allowed values', 'Where it comes from'])
      for (const cell of column(book, 'Columns', title).slice(2)) expect(cell.text.length).toBeGreaterThan(3);
    const sentences = texts(column(book, 'Columns', 'Meaning'));
    expect(sentences.filter((sentence) => !/^[A-Z].*\.$/.test(sentence))).toEqual([]);
    const verdict = listed.indexOf('Checklist: Verdict');
    expect(column(book, 'Columns', 'Allowed values')[verdict]?.text).toContain('Conforms, Improvement, Nonconforming');
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
