// The own scale of an audit: declared, named, printed with its definitions, and kept for the next audit of the kind.
import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readWorkbook } from '../../electron/exports/xlsx/read-workbook.ts';
import { openWord } from '../support/word.ts';
import { aFolder, anAudit, anEngine } from '../support/workspace.ts';

async function aScale() {
  const { api } = await anEngine();
  const { ref } = await anAudit(api, ['Q-8.4-01']);
  const declared = await api.call('auditGrades.declare', { audit: ref });
  const of = (grade: string) => declared.find((one) => one.grade === grade)!.id;
  const rename = (grade: string, label: string, definition: string) =>
    api.call('auditGrades.update', { audit: ref, auditGrade: of(grade), fields: { label, definition } });
  await rename('major', 'Stop', 'The process may not go on.');
  await rename('minor', 'Repair', 'To be put right in the quarter.');
  const own = async (audit = ref) =>
    (await api.call('audits.open', { audit })).auditGrades.map(({ grade, label }) => [grade, label]);
  return { api, ref, own };
}

it('begins with the scale of the template, and leaves out grades that no finding has', async () => {
  const { api, ref, own } = await aScale();
  await api.call('findings.create', { audit: ref, fields: { grade: 'strength' } });
  for (const grade of ['improvement', 'observation'] as const)
    await api.call('auditGrades.choose', { audit: ref, grade, isUsed: false });
  await expect(api.call('auditGrades.choose', { audit: ref, grade: 'strength', isUsed: false })).rejects.toMatchObject({
    code: 'refused',
    message: expect.stringContaining('F-001'),
  });
  expect(await own()).toEqual([
    ['major', 'Stop'],
    ['minor', 'Repair'],
    ['strength', 'Good practice'],
  ]);
  await api.call('auditGrades.choose', { audit: ref, grade: 'improvement', isUsed: true });
  expect((await own()).map(([grade]) => grade)).toEqual(['major', 'minor', 'improvement', 'strength']);
  const [change] = await api.call('changes.list', { audit: ref, limit: 1 });
  await api.call('changes.undo', { audit: ref, change: change!.id });
  expect((await own()).map(([grade]) => grade)).toEqual(['major', 'minor', 'strength']);
  expect(await api.call('auditGrades.clear', { audit: ref })).toEqual([]);
});

it('is what the documents call the grades and print with its definitions', async () => {
  const { api, ref } = await aScale();
  const { number } = await api.call('findings.create', { audit: ref, fields: { grade: 'minor', title: 'T' } });
  const folder = aFolder();
  const word = path.join(folder, 'report.docx');
  const excel = path.join(folder, 'report.xlsx');
  await api.call('reports.export', { audit: ref, word, excel });
  expect(openWord(word).tables.get('How findings are graded')).toContainEqual([
    'Repair',
    'To be put right in the quarter.',
  ]);
  const handle = await open(excel);
  const { sheets: read } = await readWorkbook(handle);
  await handle.close();
  const cellsOf = (name: string) => read.find((one) => one.name === name)?.rows.flat();
  expect(cellsOf('Findings')).toContain('Repair');
  expect(cellsOf('Audit')).toContain('To be put right in the quarter.');
  const sheets = path.join(folder, 'sheets.docx');
  await api.call('reports.closingSheets', { audit: ref, path: sheets });
  const grade = openWord(sheets)
    .tables.get(`${number}, statement`)
    ?.find(([label]) => label === 'Grade');
  expect(grade?.[1]).toContain('Repair. To be put right in the quarter.');
  const ca = path.join(folder, 'ca.xlsx');
  await api.call('actions.exportWorkbook', { audit: ref, path: ca });
  expect(readFileSync(ca).length).toBeGreaterThan(1_000);
});

it('goes over to the next audit of the same type, and to no other', async () => {
  const { api, ref, own } = await aScale();
  const next = await anAudit(api, ['Q-8.4-01']);
  expect(await own(next.ref)).toEqual(await own());
  await api.call('auditGrades.clear', { audit: next.ref });
  expect((await own())[0]).toEqual(['major', 'Stop']);
  const other = await api.call('audits.create', { title: 'O', type: 'supplier', organization: 'Invented Ltd' });
  expect(await own(other.ref)).toEqual([]);
  const third = await anAudit(api, ['Q-8.4-01']);
  expect(await own(third.ref)).toEqual([]);
  expect(ref).toBe('2026-001');
});
