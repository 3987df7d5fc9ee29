import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { exportExcel } from '../../electron/exports/export-excel.ts';
import type { ReportModel } from '../../electron/exports/report-model.ts';
import { disk } from '../../electron/files.ts';
import { aReportModel, modelSizes } from '../support/report-model.ts';

let folder: string;
let target: string;
const lastWeek = 'the report of last week';
const real = { ...disk };

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'plumbline-excel-check-'));
  target = path.join(folder, 'report.xlsx');
  await writeFile(target, lastWeek);
});
afterEach(async () => {
  Object.assign(disk, real);
  await rm(folder, { recursive: true, force: true });
});

/** Tries an export; answers the code and problems of its error, and whether the old file alone is left. */
async function tryExport(model: ReportModel, signal?: AbortSignal) {
  const error = await exportExcel(model, target, signal).then(
    () => undefined,
    (reason: unknown) => reason as { code: string; details?: { problems?: string[] } },
  );
  const files = await readdir(folder);
  const untouched = files.length === 1 && (await readFile(target, 'utf8')) === lastWeek;
  return { code: error?.code, problems: error?.details?.problems?.join('; ') ?? '', untouched };
}

/** Changes a part of the written file before it is reopened. */
function damage(part: string, change: (xml: string) => string): void {
  const readFileWhole = (async (file: string) => {
    const parts = unzipSync(await readFile(file));
    const before = new TextDecoder().decode(parts[part]);
    const after = change(before);
    expect(after).not.toBe(before);
    return Buffer.from(zipSync({ ...parts, [part]: new TextEncoder().encode(after) }));
  }) as typeof disk.readFile;
  Object.assign(disk, { readFile: readFileWhole });
}

const refused = { code: 'damaged', untouched: true };

it('refuses a model whose counts do not agree with its records', async () => {
  const model = aReportModel(modelSizes.small);
  model.counts.findings.total += 1;
  const result = await tryExport(model);
  expect(result).toMatchObject(refused);
  expect(result.problems).toContain('Findings: 2 instead of 3');
});

it('refuses a plan that was lost on the way', async () => {
  const model = aReportModel(modelSizes.small);
  const stored = model.meetings;
  let reads = 0;
  // What is written is read first; the check reads again and finds a meeting that was not written.
  const meeting = { id: 'm', kind: 'daily', title: '', on: null, startsAt: '', minutes: 20, actualMinutes: null };
  const more = [{ ...meeting, place: '', agenda: [], attendees: [], opinions: '', notes: '', position: 0 }];
  Object.defineProperty(model, 'meetings', { get: () => ((reads += 1) > 1 ? more : stored) });
  const result = await tryExport(model);
  expect(result).toMatchObject(refused);
  expect(result.problems).toContain('Meetings: 0 instead of 1');
});

it('refuses a model whose counts by verdict or grade do not agree', async () => {
  const model = aReportModel(modelSizes.small);
  model.counts.questions.byVerdict.conforms -= 1;
  model.counts.findings.byGrade.major += 1;
  const result = await tryExport(model);
  expect(result).toMatchObject(refused);
  expect(result.problems).toMatch(/Questions, Conforms.*Findings, Major nonconformity/);
});

it.each([
  ['a changed text', 'xl/sharedStrings.xml', (xml: string) => xml.replace('F-001', 'F-009')],
  ['a lost row', 'xl/worksheets/sheet11.xml', (xml: string) => xml.replace(/<row r="7".*?<\/row>/, '')],
  ['a wrong link', 'xl/worksheets/sheet8.xml', (xml: string) => xml.replace("'Evidence'!A2", "'Evidence'!A3")],
  ['a lost filter', 'xl/tables/table4.xml', (xml: string) => xml.replace(/<autoFilter[^>]*>/, '')],
  ['a table of fewer rows', 'xl/tables/table4.xml', (xml: string) => xml.replace(/ref="A1:Q\d+"/, 'ref="A1:Q9"')],
  ['a renamed column', 'xl/tables/table4.xml', (xml: string) => xml.replace('name="Verdict"', 'name="Result"')],
  ['a lost table', 'xl/worksheets/sheet5.xml', (xml: string) => xml.replace(/<tableParts.*<\/tableParts>/, '')],
  [
    'a lost drop-down',
    'xl/worksheets/sheet5.xml',
    (xml: string) => xml.replace(/<dataValidation .*?<\/dataValidation>/, ''),
  ],
  [
    'lost colours',
    'xl/worksheets/sheet5.xml',
    (xml: string) => xml.replace(/<conditionalFormatting.*<\/conditionalFormatting>/, ''),
  ],
  ['a lost drawing', 'xl/worksheets/sheet1.xml', (xml: string) => xml.replace(/<drawing [^>]*>/, '')],
  [
    'a chart of other numbers',
    'xl/charts/chart1.xml',
    (xml: string) => xml.replace(/(<c:numCache>.*?<c:v>)\d+/, '$177'),
  ],
  ['a chart of other cells', 'xl/charts/chart2.xml', (xml: string) => xml.replace(/\$C\$/g, '$D$')],
  [
    'a name for another cell',
    'xl/workbook.xml',
    (xml: string) => xml.replace(/(name="count_findings">'Summary'!\$B\$)\d+/, '$11'),
  ],
  [
    'a lost print area',
    'xl/workbook.xml',
    (xml: string) => xml.replace(/<definedName name="_xlnm.Print_Area" localSheetId="3">.*?<\/definedName>/, ''),
  ],
  ['a cell of another row', 'xl/worksheets/sheet5.xml', (xml: string) => xml.replace('<c r="A2"', '<c r="A3"')],
  ['a formula', 'xl/worksheets/sheet5.xml', (xml: string) => xml.replace('<v>', '<f>1</f><v>')],
  ['a lost sample', 'xl/worksheets/sheet6.xml', (xml: string) => xml.replace(/<row r="3".*?<\/row>/, '')],
  ['a changed number', 'xl/worksheets/sheet11.xml', (xml: string) => xml.replace('<v>120000</v>', '<v>120001</v>')],
  ['a part that is not well formed', 'xl/styles.xml', (xml: string) => xml.replace('</fonts>', '')],
  ['a missing sheet', 'xl/workbook.xml', (xml: string) => xml.replace(/<sheet name="SoA"[^>]*>/, '')],
])('notices %s', async (_, part, change) => {
  damage(part, change);
  expect(await tryExport(aReportModel(modelSizes.small))).toMatchObject(refused);
});

it('notices a file that is cut short', async () => {
  const cut = (async (file: string) => (await readFile(file)).subarray(0, 5_000)) as typeof disk.readFile;
  Object.assign(disk, { readFile: cut });
  expect(await tryExport(aReportModel(modelSizes.small))).toMatchObject(refused);
});

it('says that the disk is full and keeps the old file', async () => {
  Object.assign(disk, { sync: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) });
  expect(await tryExport(aReportModel(modelSizes.small))).toMatchObject({ code: 'disk-full', untouched: true });
});

it('stops when asked, before and while writing', async () => {
  const model = aReportModel(modelSizes.small);
  expect(await tryExport(model, AbortSignal.abort())).toMatchObject({ code: 'cancelled', untouched: true });
  const controller = new AbortController();
  const running = exportExcel(model, target, controller.signal, (done) => {
    if (done === 4) controller.abort();
  });
  await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  expect(await readdir(folder)).toEqual(['report.xlsx']);
});
