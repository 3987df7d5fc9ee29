// Where questions come from, what they are about, and the text of the standard beside them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportExcel } from '../../electron/exports/export-excel.ts';
import { exportWord } from '../../electron/exports/export-word.ts';
import type { ReportModel, ReportQuestion } from '../../electron/exports/report-model.ts';
import { columnOf, openExcel } from '../support/excel.ts';
import { aReportModel, modelSizes } from '../support/report-model.ts';
import { type OpenedWord, openWord } from '../support/word.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-questions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const word = (name: string) => path.join(folder, `${name}.docx`);
const excel = (name: string) => path.join(folder, `${name}.xlsx`);

async function printed(name: string, model: ReportModel) {
  await exportWord(model, word(name));
  await exportExcel(model, excel(name));
  return { opened: openWord(word(name)), sheets: await openExcel(excel(name)) };
}

describe('questions', () => {
  let opened: OpenedWord;
  let sheets: Map<string, string[][]>;
  let questions: ReportQuestion[];

  beforeAll(async () => {
    const model = aReportModel(modelSizes.small);
    questions = model.requirements.flatMap((requirement) => requirement.questions);
    const change = (at: number, fields: Partial<ReportQuestion>) => Object.assign(questions[at] ?? {}, fields);
    change(0, { id: 'O-4.1-01', isOwn: true, depth: '', themes: ['T2', 'T6'] });
    change(1, { control: 'A.10.4', aiSystem: '' });
    change(2, { aiSystem: 'Fraud flag' });
    change(3, { parked: true });
    ({ opened, sheets } = await printed('marks', model));
  });

  const linesOf = (position: number) => {
    const lines = opened.paragraphs.map((paragraph) => paragraph.text);
    const at = lines.findIndex((line) => line.startsWith(`${questions[position]?.id} ·`));
    return { facts: lines[at] ?? '', before: lines.slice(Math.max(0, at - 6), at) };
  };

  it('that the team added are marked, with their own themes', () => {
    expect(linesOf(0).facts).toMatch(/^O-4\.1-01 · added by the audit team · .* · Themes T2, T6$/);
    expect(columnOf(sheets, 'Checklist', 'Source')[0]).toBe('Own');
    expect(columnOf(sheets, 'Checklist', 'Themes')[0]).toBe('T2, T6');
    expect(columnOf(sheets, 'Checklist', 'Source')[2]).toBe('Catalogue');
  });

  it('about an exclusion name the control', () => {
    expect(linesOf(1).facts).toContain('About the exclusion of A.10.4');
    expect(columnOf(sheets, 'Checklist', 'Source')[1]).toBe('Exclusion of A.10.4');
  });

  it('that are put for one AI system show it first', () => {
    expect(linesOf(2).before).toContain(`Fraud flag: ${questions[2]?.text}`);
    expect(linesOf(2).facts).not.toContain('Fraud flag');
    const [header = []] = sheets.get('Checklist') ?? [];
    expect(header.indexOf('AI system')).toBe(header.indexOf('Question') - 1);
  });

  it('that are parked say so', () => {
    const cell = [...opened.tables].find(([name]) => name.startsWith('Questions on 4.4'))?.[1][1]?.[1];
    expect(cell).toMatch(/parked$/);
    expect(columnOf(sheets, 'Checklist', 'Parked').filter(Boolean)).toEqual(['Parked']);
  });

  it('explain their themes once, at the top of the annex', () => {
    const line = opened.paragraphs.find(({ text }) => text.startsWith('Themes of the questions: '))?.text;
    expect(line).toMatch(/T1 .+ · T2 .+ · T9 .+\.$/);
  });
});

describe('the text of the standard', () => {
  const secret = 'An invented sentence that stands for licensed text.';
  const lineStart = 'Text of the standard';
  const textsOf = (file: string) =>
    Object.values(unzipSync(readFileSync(file)))
      .map((part) => strFromU8(part))
      .join('\n');

  it('is printed with the name of the holder where it shall be', async () => {
    const model = aReportModel(modelSizes.small);
    model.licenceHolder = 'Example Certification (invented)';
    const [first, second] = model.requirements;
    if (!first || !second) throw new Error('The model has no requirement.');
    first.licensedText = `${secret}\n\nSecond paragraph [8.4].`;
    const { opened, sheets } = await printed('licensed', model);
    const at = opened.paragraphs.findIndex(({ text }) => text === secret);
    expect(opened.paragraphs.slice(at - 1, at + 3).map(({ style, text }) => [style, text])).toEqual([
      ['Heading3', `${first.id} ${first.title}`],
      ['Quote', secret],
      ['Quote', 'Second paragraph [8.4].'],
      ['Small', `${lineStart}, printed under the licence of Example Certification (invented)`],
    ]);
    expect(opened.paragraphs.filter(({ text }) => text.startsWith(lineStart))).toHaveLength(1);
    expect(columnOf(sheets, 'Requirements', lineStart).filter(Boolean)).toEqual([first.licensedText]);
    expect(sheets.get('Summary')?.map((row) => row.slice(0, 2))).toContainEqual([
      lineStart,
      `${lineStart}, printed under the licence of Example Certification (invented)`,
    ]);
    model.licenceHolder = '';
    const nameless = await printed('nameless', model);
    expect(nameless.opened.paragraphs.map(({ text }) => text)).toContain(
      `${lineStart}, printed under the licence of the holder named by the auditor`,
    );
  });

  it('leaves no trace where it shall not', async () => {
    const model = aReportModel(modelSizes.small);
    await printed('off', model);
    for (const file of [word('off'), excel('off')]) {
      expect(textsOf(file)).not.toMatch(/text of the standard|licen[cs]e/i);
      expect(textsOf(file)).not.toContain(secret);
    }
  });
});
