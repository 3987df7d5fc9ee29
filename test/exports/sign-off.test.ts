// Versions and signatures in the Word report.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { exportWord } from '../../electron/exports/export-word.ts';
import { aRecord } from '../support/open-audit.ts';
import { aReportModel, modelSizes } from '../support/report-model.ts';
import { openWord } from '../support/word.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-sign-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;

async function theReport(change: (model: ReturnType<typeof aReportModel>) => void) {
  const model = aReportModel({ ...modelSizes.small, accepted: true });
  change(model);
  const file = path.join(folder, `${model.issues.length}.docx`);
  await exportWord(model, file);
  const word = openWord(file);
  return { body: word.part('word/document.xml'), text: word.paragraphs.map(({ text }) => text).join('\n') };
}

it('leaves a line to sign on for everybody who has not signed, and says that it is a draft', async () => {
  const { body, text } = await theReport((model) => {
    model.audit.reviewer = 'Otto Sample';
  });
  expect(text).toContain('Draft of version 1, 23 November 2026');
  expect(text).toContain('Sign-off');
  expect(text).not.toContain('Issued versions of the report.');
  expect(count(body, /descr="Place for the signature of (Ada Beispiel \(invented\)|Otto Sample)"/g)).toBe(2);
  expect(count(body, /descr="Place for a signature"/g)).toBe(1);
});

it('draws signatures as strokes, prints versions with their differences, and nothing signed for another version', async () => {
  const { body, text } = await theReport((model) => {
    model.audit.status = 'issued';
    model.version = 2;
    model.audit.reviewer = 'Otto Sample';
    const one = { issuedAt: '2026-11-20T10:00:00+01:00', issuedBy: 'Ines Example', releasedBy: 'Otto Sample' };
    const differences = Array.from({ length: 205 }, (_, place) => `E-${place + 100} is new: ]]> <log> ${place}.`);
    model.issues = [
      aRecord('reportIssue', 'i1', { ...one, version: 1, word: 'cd'.repeat(32) }),
      aRecord('reportIssue', 'i2', { ...one, version: 2, reason: 'Two meant.', differences: differences.join('\n') }),
    ];
    const name = 'Ada Beispiel <invented> & "Co"';
    const signedAt = '2026-11-23T09:00:00+01:00';
    const drawing = 'M10 20L300 150L590 20M300 10';
    model.signatures = [
      aRecord('signature', 's1', { name, side: 'team', version: 2, signedAt, drawing }),
      aRecord('signature', 's2', { name: 'Otto Sample', side: 'reviewer', version: 2, signedAt }),
      aRecord('signature', 's3', { name: 'Of the first version', side: 'auditee', version: 1, signedAt, drawing }),
    ];
  });
  expect(text).toContain('Two meant.');
  expect(text).toContain('E-299 is new: ]]> <log> 199.');
  expect(text).toContain('5 more differences stand in the workbook.');
  expect(text).toContain('cd'.repeat(32));
  expect(text).toContain('Signed with the typed name');
  expect(text).not.toContain('Of the first version');
  expect(count(body, /<wps:wsp>/g)).toBe(2);
  expect(body).toContain('<a:moveTo><a:pt x="10" y="20"/></a:moveTo><a:lnTo><a:pt x="300" y="150"/></a:lnTo>');
  expect(body).toContain('<a:moveTo><a:pt x="300" y="10"/></a:moveTo><a:lnTo><a:pt x="301" y="10"/></a:lnTo>');
});
