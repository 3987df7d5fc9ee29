import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { anAuditWithWorkbook } from '../support/filled-response.ts';
import { aReadyAudit } from '../support/ready-audit.ts';
import { aFolder, anEngine } from '../support/workspace.ts';
import { openWord } from '../support/word.ts';

it('prints what needs follow-up, or what is named, each finding once and in order', async () => {
  const { api, ref, findings } = await anAuditWithWorkbook();
  const file = path.join(aFolder(), 'sheets.docx');
  const print = (named?: string[]) =>
    api.call('reports.closingSheets', { audit: ref, path: file, ...(named ? { findings: named } : {}) });
  const printed = () => [...openWord(file).tables.keys()].filter((name) => name.endsWith('statement'));
  expect(await print()).toMatchObject({ sheets: 3, name: 'sheets.docx' });
  expect(printed()).toEqual(['F-001, statement', 'F-002, statement', 'F-004, statement']);
  expect(openWord(file).tables.get('F-001, statement')?.at(-1)?.[1]).toMatch(
    /^Correction by 15 November 2026: 30 days/,
  );
  expect(await print(['F-003', findings[0]!.id, 'F-001'])).toMatchObject({ sheets: 2 });
  expect(printed()).toEqual(['F-001, statement', 'F-003, statement']);
  const kept = readFileSync(file);
  await expect(print(['F-099'])).rejects.toMatchObject({ code: 'not-found' });
  for (const { id } of findings.filter(({ grade }) => grade !== 'strength'))
    await api.call('findings.remove', { audit: ref, finding: id });
  await expect(print()).rejects.toMatchObject({ code: 'refused' });
  expect(readFileSync(file).equals(kept)).toBe(true);
});

it('goes to the printer as a page per finding', async () => {
  let printed = '';
  const printPdf = async (page: string, target: string) => {
    printed = readFileSync(page, 'utf8');
    writeFileSync(target, '%PDF-1.7\n%%EOF');
  };
  const { api } = await anEngine(aFolder(), { printPdf });
  const { audit, finding } = await aReadyAudit(api);
  const file = path.join(aFolder(), 'sheets.pdf');
  const made = await api.call('reports.closingSheets', { audit, kind: 'pdf', path: file });
  expect(made).toMatchObject({ path: file, name: 'sheets.pdf', sheets: 1 });
  expect(printed).toContain('Acknowledgement of F-001');
  expect(printed.match(/class="Heading1/g)).toHaveLength(1);
  expect(printed).not.toContain('<script');
  const given = await api.call('reports.closingSheets', { audit, kind: 'pdf', findings: [finding] });
  expect(given.name).toMatch(/closing meeting.*\.pdf$/);
});
