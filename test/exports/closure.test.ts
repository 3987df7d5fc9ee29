import os from 'node:os';
import path from 'node:path';
import { mkdtemp, rm } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import type { Block, Run } from '../../electron/exports/blocks.ts';
import { exportExcel } from '../../electron/exports/export-excel.ts';
import { composeReport } from '../../electron/exports/sections/compose.ts';
import { columnOf, openExcel } from '../support/excel.ts';
import { aReportModel } from '../support/report-model.ts';

const folder = await mkdtemp(path.join(os.tmpdir(), 'plumbline-closure-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const textOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join('');
const linesOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [textOf(block.runs)];
    if (block.kind === 'table')
      return block.rows.map(({ cells }) => cells.map((one) => textOf(one.paragraphs.flat())).join(' | '));
    if (block.kind === 'facts') return block.rows.flatMap(({ paragraphs }) => paragraphs.map(textOf));
    return [];
  });

describe('what the report says on the way to closure', () => {
  const model = aReportModel();
  const major = model.findings.find(({ grade }) => grade === 'major');
  const [, minor] = model.findings;
  if (!major || !minor) throw new Error('The model has no finding of a grade that this test needs.');
  const disputed = model.findings.find(({ auditeePosition }) => auditeePosition === 'disagrees');
  Object.assign(minor, {
    earlierFinding: 'earlier',
    earlierReference: '2025-004 F-003',
    earlierStatus: 'not-effective',
    earlierReason: 'The gate was passed over twice.',
  });
  const [action] = minor.actions;
  Object.assign(action ?? {}, {
    status: 'closed',
    acceptedOn: '2026-12-01',
    acceptedBy: 'Ada',
    verifiedOn: '2026-12-15',
    verifiedBy: 'Bo',
    closedOn: '2026-12-16',
    closedBy: 'Ada',
    evidenceNumbers: ['E-002'],
  });
  const lines = linesOf(composeReport(model).document.blocks);

  it('prints the answers of a decision and every regrade with its reason', () => {
    expect(lines).toContain(
      'Requirement not fulfilled: yes. Capability to reach the intended results in doubt: no. Systemic: yes.',
    );
    expect(lines.some((line) => line.includes('| Minor → Major | The team found the same'))).toBe(true);
    expect(lines.some((line) => line.includes('Systemic: no, in 1 of 3.'))).toBe(true);
  });

  it('names who disagrees and why among the differing opinions', () => {
    const { number, auditeeComment } = disputed ?? { number: '', auditeeComment: '' };
    const line = lines.find((one) => one.startsWith(`The auditee disagrees with ${number}`)) ?? '';
    expect(line).toContain(auditeeComment);
    expect(line).toContain('(Head of claims (role), 18 November 2026)');
  });

  it('prints who accepted, verified and closed an action, with the evidence', () => {
    expect(lines).toContain(
      'Accepted 1 December 2026 by Ada · Verified 15 December 2026 by Bo · Closed 16 December 2026 by Ada',
    );
    expect(lines).toContain('Verified with E-002');
    expect(lines).toContain('Due date: 30 days, practice');
  });

  it('lists what became of earlier findings', () => {
    expect(lines.some((line) => line.startsWith(`${minor.number} | 2025-004 F-003 | `))).toBe(true);
    expect(lines).toContain(
      'Carried over from 2025-004 F-003. Open: the action has not been effective. The gate was passed over twice.',
    );
  });

  it('has all of it in the workbook, too', async () => {
    const file = path.join(folder, 'closure.xlsx');
    await exportExcel(model, file);
    const book = await openExcel(file);
    expect(columnOf(book, 'Grade decisions', 'Grade before')).toContain('Minor nonconformity');
    expect(columnOf(book, 'Findings', 'Earlier finding')).toContain('2025-004 F-003');
    expect(columnOf(book, 'Findings', 'Position taken by')).toContain('Head of claims (role)');
    expect(columnOf(book, 'Actions', 'Verified with')).toContain('E-002');
    expect(columnOf(book, 'Actions', 'Closed by')).toContain('Ada');
  });
});
