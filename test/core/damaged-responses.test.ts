// Every kind of damage of the list, done to a filled workbook of this product: refused by row, or taken in whole.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnswerField } from '../../shared/domain/response-rows.ts';
import { damages } from '../support/damaged-response.ts';
import { answers, anAuditWithWorkbook, fillIn, layoutOf } from '../support/filled-response.ts';
import { libreOffice } from '../support/libre-office.ts';
import { reportNotRun } from '../support/not-run.ts';
import { aFolder } from '../support/workspace.ts';

interface Entry {
  kind: string;
  expectation: 'refused' | 'accepted';
}
const list = path.resolve(import.meta.dirname, '../fixtures/corrective-actions/damages.json');
const { damages: entries } = JSON.parse(readFileSync(list, 'utf8')) as { damages: Entry[] };
if (!libreOffice) reportNotRun('a response saved by LibreOffice', 'soffice is not installed');

const written = (bytes: Uint8Array) => {
  const file = path.join(aFolder(), 'response.xlsx');
  writeFileSync(file, bytes);
  return { path: file };
};

async function aFilledWorkbook() {
  const made = await anAuditWithWorkbook();
  const { api, ref, rows } = made;
  const bytes = fillIn(made.bytes, answers);
  const stored = async () => {
    const { findings, actions, evidence, links } = await api.call('audits.open', { audit: ref });
    return { findings, actions, evidence, links };
  };
  const said = async () => {
    const { findings, actions } = await stored();
    return findings.map((finding) => {
      const of = (kind: string) => actions.find((one) => one.finding === finding.id && one.kind === kind);
      const [correction, corrective] = [of('correction'), of('corrective-action')];
      const texts: Partial<Record<AnswerField, string>> = {
        correction: correction?.text ?? '',
        extent: corrective?.extent ?? '',
        cause: corrective?.cause ?? '',
        action: corrective?.text ?? '',
        comment: finding.auditeeComment,
      };
      const { auditeePosition, auditeeBy } = finding;
      const facts = [correction, corrective].map((one) => [one?.owner, one?.plannedOn, one?.status]);
      return { number: finding.number, texts, facts, auditeePosition, auditeeBy };
    });
  };
  return { ...made, bytes, layout: layoutOf(bytes, rows), stored, said };
}

const kindsOf = (expectation: Entry['expectation']) =>
  entries.filter((entry) => entry.expectation === expectation).map(({ kind }) => kind);

describe('a damaged workbook that is refused', () => {
  it.each(kindsOf('refused'))('%s', async (kind) => {
    const { api, ref, bytes, layout, stored } = await aFilledWorkbook();
    const damaged = await damages[kind]!(bytes, layout);
    const before = await stored();
    for (const method of ['actions.previewResponse', 'actions.importResponse'] as const) {
      const failure = await api.call(method, { audit: ref, file: written(damaged.bytes) }).then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(failure).toMatchObject({ name: 'AppError' });
      const { code, message } = failure as { code: string; message: string };
      expect(['refused', 'damaged', 'too-large', 'unsupported-file']).toContain(code);
      for (const words of damaged.mustName) {
        const named = /^\d+$/.test(words) ? `row ${words}(?!\\d)` : words.replaceAll(/[()]/g, '\\$&');
        expect(message).toMatch(new RegExp(named, 'i'));
      }
    }
    expect(await stored()).toEqual(before);
  });
});

describe('a damaged workbook that is taken in', () => {
  it.each(kindsOf('accepted'))('%s', { timeout: 120_000 }, async (kind) => {
    if (kind === 'saved-by-libreoffice' && !libreOffice) return;
    const { api, ref, bytes, layout, said } = await aFilledWorkbook();
    await api.call('actions.importResponse', { audit: ref, file: written(bytes) });
    const asSound = await said();
    const [change] = await api.call('changes.list', { audit: ref, limit: 1 });
    await api.call('changes.undo', { audit: ref, change: change?.id ?? '' });
    const damaged = await damages[kind]!(bytes, layout);
    await api.call('actions.importResponse', { audit: ref, file: written(damaged.bytes) });
    const now = await said();
    for (const { row, column, text } of damaged.carried)
      expect(now.find(({ number }) => number === row)?.texts[column as AnswerField]).toBe(text);
    const without = (all: typeof now) => all.map(({ texts: _texts, ...rest }) => rest);
    if (damaged.carried.length > 0) expect(without(now)).toEqual(without(asSound));
    else expect(now).toEqual(asSound);
    expect(asSound[0]).toMatchObject({
      texts: { correction: 'The assessment was done again for model 3.0.', comment: 'Thank you.' },
      facts: [
        ['Owner of Claims triage', '2026-10-30', 'done'],
        ['Head of release', '2026-12-15', 'open'],
      ],
      auditeePosition: 'agrees',
    });
  });
});
