// The PDF of a report, printed by a browser of this machine, and what is said where there is none.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { findPrinter, printByChromium } from '../../electron/hosts/chromium-printer.ts';
import { reportNotRun } from '../support/not-run.ts';
import { aReadyAudit, letGo } from '../support/ready-audit.ts';
import { aFolder, anEngine } from '../support/workspace.ts';

const canPrint = findPrinter() !== undefined;
if (!canPrint) reportNotRun('the report as PDF', 'no Chromium was found');

const proof = () => {
  const file = path.join(aFolder(), 'proof.txt');
  writeFileSync(file, 'proof');
  return { path: file };
};

it.skipIf(!canPrint)('has every finding, every piece of evidence and the counts, page by page', async () => {
  const { api } = await anEngine(aFolder(), { printPdf: printByChromium });
  const { ref } = await api.call('sample.create', {});
  const target = path.join(aFolder(), 'report.pdf');
  const { files } = await api.call('reports.export', { audit: ref, pdf: target });
  expect(files).toMatchObject([{ kind: 'pdf', path: target }]);
  const text = execFileSync('pdftotext', ['-raw', target, '-'], { encoding: 'utf8', maxBuffer: 1e8 });
  const { findings, evidence } = await api.call('audits.open', { audit: ref });
  for (const { number } of [...findings, ...evidence]) expect(text).toContain(number);
  for (const { sha256 } of evidence) expect(text.replaceAll(/\s/g, '')).toContain(sha256);
  expect(text).toMatch(/Page 2 of \d\d/);
  const facts = execFileSync('pdfinfo', [target], { encoding: 'utf8' });
  expect(facts).toMatch(/Tagged: +yes/);
  expect(facts).toMatch(/JavaScript: +no/);

  // The sheets of the closing meeting: each on a page of its own, with its own line to acknowledge it.
  const sheets = path.join(aFolder(), 'sheets.pdf');
  const made = await api.call('reports.closingSheets', { audit: ref, kind: 'pdf', path: sheets });
  const numbers = findings.filter(({ grade }) => grade === 'major' || grade === 'minor').map(({ number }) => number);
  expect(made).toMatchObject({ path: sheets, sheets: numbers.length });
  expect(execFileSync('pdfinfo', [sheets], { encoding: 'utf8' })).toMatch(new RegExp(`Pages: +${numbers.length}\\n`));
  for (const [at, number] of numbers.entries()) {
    const page = execFileSync('pdftotext', ['-f', `${at + 1}`, '-l', `${at + 1}`, '-raw', sheets, '-'], {
      encoding: 'utf8',
    });
    expect(page).toContain(`Acknowledgement of ${number}`);
  }
});

it('is refused in words where nothing prints, and leaves no file', async () => {
  const workspace = aFolder();
  const { api } = await anEngine(workspace);
  const { ref } = await api.call('audits.create', { title: 'A', type: 'internal', organization: 'Invented Ltd' });
  const target = path.join(aFolder(), 'report.pdf');
  await expect(api.call('reports.export', { audit: ref, pdf: target })).rejects.toMatchObject({ code: 'unavailable' });
  expect(existsSync(target)).toBe(false);
  expect(readdirSync(path.join(workspace, 'staging'))).toEqual([]);
});

it('is refused where what was printed is not whole', async () => {
  const printPdf = async (_page: string, target: string) => writeFileSync(target, '%PDF-1.7 half');
  const { api } = await anEngine(aFolder(), { printPdf });
  const { ref } = await api.call('audits.create', { title: 'A', type: 'internal', organization: 'Invented Ltd' });
  const target = path.join(aFolder(), 'report.pdf');
  await expect(api.call('reports.export', { audit: ref, pdf: target })).rejects.toMatchObject({ code: 'damaged' });
  expect(existsSync(target)).toBe(false);
});

it('is issued with the other documents, or said not to be', async () => {
  const printPdf = async (page: string, target: string) =>
    writeFileSync(target, `%PDF-1.7\n${readFileSync(page, 'utf8').length}\n%%EOF`);
  const engine = await anEngine(aFolder(), { printPdf });
  const { api } = engine;
  const { audit } = await aReadyAudit(api, proof());
  await letGo(api, audit);
  const { issue, files } = await api.call('reports.issue', { audit });
  expect(files.map(({ kind }) => kind)).toEqual(['word', 'excel', 'pdf']);
  expect(files.map(({ sha256 }) => sha256)).toEqual([issue.word, issue.excel, issue.pdf]);
  expect(await engine.verify()).toMatchObject({ ok: true });

  const without = await anEngine();
  const second = await aReadyAudit(without.api, proof());
  await letGo(without.api, second.audit);
  const issued = await without.api.call('reports.issue', { audit: second.audit });
  expect(issued.issue.pdf).toBe('');
  expect(issued.warnings.map(({ message }) => message).join(' ')).toContain('No PDF was made');
});
