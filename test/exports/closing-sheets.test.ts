// The sheets of the closing meeting, reopened and drawn: one page each, whatever stands in the finding.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { exportSheets } from '../../electron/exports/export-sheets.ts';
import type { ReportFinding } from '../../electron/exports/report-model.ts';
import type { ClosingSheets } from '../../electron/exports/sections/closing-sheets.ts';
import { hostileTexts } from '../support/damaged-response.ts';
import { libreOffice } from '../support/libre-office.ts';
import { reportNotRun } from '../support/not-run.ts';
import { aReportModel, modelSizes } from '../support/report-model.ts';
import { openWord } from '../support/word.ts';

const canReadPdf = spawnSync('pdftotext', ['-v']).status === 0;
if (!libreOffice || !canReadPdf) reportNotRun('the closing sheets in LibreOffice', 'soffice or pdftotext is missing');
const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-sheets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const model = aReportModel({ ...modelSizes.small, findings: 6 });
async function sheetsOf(...changes: Partial<ReportFinding>[]) {
  const file = path.join(folder, `${Math.random()}.docx`);
  const due = [{ what: 'Correction', day: '2026-11-14', basis: '30 days, practice' }];
  const sheets: ClosingSheets = {
    ...model,
    sheets: changes.map((change, at) => ({ finding: { ...model.findings[at]!, ...change }, due })),
  };
  await exportSheets(sheets, file);
  return { file, ...openWord(file) };
}

/** The words of every page as LibreOffice draws it. */
function pagesOf(file: string): string[] {
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
  const drawn = spawnSync(libreOffice ?? '', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file]);
  if (drawn.status !== 0) throw new Error(String(drawn.stderr));
  const text = spawnSync('pdftotext', ['-layout', file.replace(/docx$/, 'pdf'), '-'], { maxBuffer: 1 << 28 });
  return String(text.stdout).split('\f').slice(0, -1);
}

const cells = (table: string[][] | undefined, label: string) => table?.find(([first]) => first === label)?.[1];

describe('a sheet of the closing meeting', () => {
  it('states the finding in its parts with the grade as it is defined, and by when to answer', async () => {
    const [grade] = model.template.grades.filter((one) => one.grade === model.findings[0]?.grade);
    const { tables, paragraphs } = await sheetsOf({ number: 'F-001', title: 'Not redone', heading: 'Not redone' });
    const statement = tables.get('F-001, statement');
    const { requirement, evidence, nature, gradeReason, requirements } = model.findings[0]!;
    expect(paragraphs[0]).toEqual({ style: 'Heading1', text: 'F-001 Not redone' });
    expect(statement?.[0]?.[1]).toContain(requirements.join(', '));
    expect(cells(statement, 'Requirement')).toBe(requirement);
    expect(cells(statement, 'Evidence')).toBe(evidence);
    expect(cells(statement, 'Nature')).toBe(nature);
    expect(cells(statement, 'Grade')).toContain(grade?.definition.trim() ?? '');
    expect(cells(statement, 'Grade')).toContain(gradeReason);
    expect(cells(statement, 'Response due')).toBe('Correction by 14 November 2026: 30 days, practice');
    expect(tables.get('F-001, acknowledgement')?.map(([who]) => who)).toEqual([
      'For',
      'the organisation',
      'the audit team',
    ]);
  });

  it('prints the position that was taken, and boxes and lines where none is recorded', async () => {
    const taken = { auditeePosition: 'disagrees', auditeeBy: 'Head of claims', auditeeOn: '2026-10-15' } as const;
    const { tables } = await sheetsOf(
      { number: 'F-001', ...taken, auditeeComment: 'It was done.' },
      { number: 'F-002', auditeePosition: '', auditeeComment: '', auditeeBy: '' },
    );
    expect(tables.get('F-001, position')).toEqual([
      ['Position', 'Disagrees, Head of claims, 15 October 2026.'],
      ['Comment', 'It was done.'],
    ]);
    expect(tables.get('F-001, acknowledgement')?.[1]?.[1]).toBe('Head of claims');
    expect(cells(tables.get('F-002, position'), 'Position')).toMatch(/^☐ +agrees +☐ +disagrees$/);
    expect(cells(tables.get('F-002, position'), 'Comment')?.trim()).toBe('');
  });

  it('carries any text, and is sound', async () => {
    const text = [...hostileTexts, '\u0000\uD800 half', ']]>'].join('\n\n');
    const long = 'word '.repeat(40_000);
    const { part } = await sheetsOf({ requirement: text, evidence: long, nature: text, auditeeComment: text });
    const words = part('word/document.xml').replaceAll(/<[^>]+>/g, '');
    expect(words.split('word ').length).toBeGreaterThan(39_990);
    for (const hostile of hostileTexts.filter((one) => !/[\u0590-\u05FF]/.test(one)))
      expect(
        words.split(
          hostile.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
        ).length,
      ).toBe(4);
  });
});

describe.skipIf(!libreOffice || !canReadPdf)('in LibreOffice', () => {
  it('has a page for each finding; a long one goes on under its number', { timeout: 120_000 }, async () => {
    const sentence = 'The log of the period was read from its first to its last line and names what was seen there. ';
    const { file } = await sheetsOf(
      { number: 'F-001' },
      { number: 'F-002', evidence: sentence.repeat(12), nature: sentence.repeat(4), auditeeComment: '' },
      { number: 'F-003', evidence: sentence.repeat(90) },
      { number: 'F-004' },
    );
    const pages = pagesOf(file);
    const numbers = pages.map((page) => /F-00\d/.exec(page)?.[0]);
    expect(numbers.filter((number) => number !== 'F-003')).toEqual(['F-001', 'F-002', 'F-004']);
    const ofLong = pages.filter((_, at) => numbers[at] === 'F-003');
    expect(ofLong.length).toBeGreaterThan(1);
    // The line to sign stands under its number, wherever it comes to stand.
    expect(ofLong.at(-1)).toContain('Acknowledgement of F-003');
    expect(ofLong.filter((page) => page.includes('Signature'))).toHaveLength(1);
  });
});
