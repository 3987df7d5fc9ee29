// What a response of the auditee does to an audit: one step, the file as evidence, and nothing overwritten unseen.
import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersName } from '../../electron/exchange/response/columns.ts';
import {
  answers,
  anAuditWithWorkbook,
  exportedBytes,
  fillIn,
  type Filled,
  letters,
} from '../support/filled-response.ts';
import { changePart, changeParts, changeRows, mainPart, setCell } from '../support/sheet-parts.ts';
import { strToU8 } from 'fflate';
import { checkSchemasAfterwards, expectSound } from '../support/office/sound.ts';
import { aFolder } from '../support/workspace.ts';

checkSchemasAfterwards();

const written = (bytes: Uint8Array, name = 'response.xlsx') => {
  const file = path.join(aFolder(), name);
  writeFileSync(file, bytes);
  return { path: file };
};

async function aSentWorkbook() {
  const made = await anAuditWithWorkbook();
  const { api, ref } = made;
  const take = (bytes: Uint8Array) => api.call('actions.importResponse', { audit: ref, file: written(bytes) });
  const preview = (bytes: Uint8Array) => api.call('actions.previewResponse', { audit: ref, file: written(bytes) });
  const read = () => api.call('audits.open', { audit: ref });
  const again = () => exportedBytes(api, ref).then(({ bytes }) => bytes);
  return { ...made, take, preview, read, again, fill: (...rows: Filled[]) => fillIn(made.bytes, rows) };
}

describe('the workbook that goes out', () => {
  it('has a row for each finding that asks for a response, with due days and their basis, locked but for the answers', async () => {
    const { bytes, rows } = await aSentWorkbook();
    expect(rows).toBe(3);
    expectSound(written(bytes).path, 'xlsx');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
    const sheet = workbook.getWorksheet(answersName)!;
    const cell = (key: string, row: number) => sheet.getCell(`${letters[key]}${row}`);
    expect([2, 3, 4].map((row) => cell('finding', row).text)).toEqual(['F-001', 'F-002', 'F-004']);
    expect(cell('requirement', 2).text).toBe('8.4\nRedo on change.');
    expect(cell('actionDue', 2).value).toEqual(new Date('2027-01-14T00:00:00Z'));
    expect(cell('dueBasis', 2).text).toMatch(/^Correction: 30 days after .+\nAction: 90 days after /);
    expect(cell('nature', 2).protection?.locked ?? true).toBe(true);
    expect(cell('cause', 2).protection?.locked).toBe(false);
    expect(cell('position', 2).dataValidation.formulae).toEqual(['"Agrees,Disagrees"']);
    expect(cell('actionPlanned', 2).dataValidation.type).toBe('date');
    expect(sheet.getColumn(letters['key']!).hidden).toBe(true);
    expect((sheet as unknown as { sheetProtection: { sheet: boolean } }).sheetProtection.sheet).toBe(true);
    expect(workbook.worksheets.every(({ state }) => state === 'visible')).toBe(true);
  });

  it('is not made where nothing asks for a response, and is cancelled without leaving a file', async () => {
    const { api, ref, findings, read } = await aSentWorkbook();
    const target = path.join(aFolder(), 'workbook.xlsx');
    const job = api.call('actions.exportWorkbook', { audit: ref, path: target, job: 'out' });
    const ended = job.catch((error: unknown) => error);
    await api.call('jobs.cancel', { job: 'out' });
    expect(await ended).toMatchObject({ code: 'cancelled' });
    expect(existsSync(target)).toBe(false);
    for (const { id } of findings) await api.call('findings.remove', { audit: ref, finding: id });
    await expect(api.call('actions.exportWorkbook', { audit: ref })).rejects.toMatchObject({ code: 'refused' });
    expect((await read()).findings).toEqual([]);
  });

  it('goes out with what is known already, and comes back unchanged', async () => {
    const { take, preview, again, fill, read } = await aSentWorkbook();
    await take(fill(...answers));
    const { actions } = await read();
    expect(actions).toHaveLength(5);
    const bytes = await again();
    expect(await preview(bytes)).toMatchObject({ differences: [], answered: 0, rows: 3 });
  });
});

describe('a response', () => {
  it('is taken in as one step, files itself as evidence of the findings it answers, and is undone as a whole', async () => {
    const { api, ref, take, read, fill, findings } = await aSentWorkbook();
    const before = await read();
    const bytes = fill(answers[0]!, {}, { comment: 'Nothing to add.' });
    const result = await take(bytes);
    expect(result).toEqual({ findings: 2, fields: 13, evidence: 'E-001' });
    const after = await read();
    const [evidence] = after.evidence;
    expect(evidence?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(evidence).toMatchObject({ source: 'Invented Ltd', kind: 'spreadsheet', originalName: 'response.xlsx' });
    expect(after.links.map(({ noun, target }) => [noun, target])).toEqual([
      ['finding', findings[0]!.id],
      ['finding', findings[3]!.id],
    ]);
    const [first] = after.findings;
    expect(first).toMatchObject({ auditeePosition: 'agrees', auditeeBy: 'Head of quality' });
    expect(first?.auditeeOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    // New actions get the due days of the time limits, beside the day that was planned.
    const action = after.actions.find(({ kind }) => kind === 'corrective-action');
    expect(action).toMatchObject({ dueOn: '2027-01-14', plannedOn: '2026-12-15', status: 'open' });
    const changes = await api.call('changes.list', { audit: ref, limit: 30 });
    expect(new Set(changes.slice(0, 7).map(({ step }) => step)).size).toBe(1);
    await api.call('changes.undo', { audit: ref, change: changes[0]!.id });
    const undone = await read();
    expect({ ...undone, head: null }).toEqual({ ...before, head: null });
  });

  it('that comes a second time changes what was said the first time, and adds nothing twice', async () => {
    const { take, preview, read, fill } = await aSentWorkbook();
    await take(fill({ correction: 'First words.' }));
    const second = fill({ correction: 'Second words.', correctionStatus: 'Done' });
    expect((await preview(second)).differences).toMatchObject([
      { row: 2, field: 'correction', before: 'First words.', after: 'Second words.' },
      { row: 2, field: 'correctionStatus', before: 'open', after: 'done' },
    ]);
    await take(second);
    const { actions, evidence } = await read();
    expect(actions.map(({ text, status }) => [text, status])).toEqual([['Second words.', 'done']]);
    expect(evidence.map(({ number }) => number)).toEqual(['E-001', 'E-002']);
    expect(await preview(second)).toMatchObject({ takenInAs: 'E-002', differences: [] });
    await expect(take(second)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('E-002') });
    expect((await read()).evidence).toHaveLength(2);
  });

  it('leaves alone what the auditee did not touch, and shows where both wrote', async () => {
    const { api, ref, take, preview, read, fill, findings } = await aSentWorkbook();
    const add = (finding: string, fields: object) =>
      api.call('actions.create', { audit: ref, fields: { finding, ...fields } });
    await add(findings[0]!.id, { text: 'Written here.', owner: 'Ada' });
    const bytes = fill({ correction: 'Written there.', cause: 'Found.' });
    expect((await preview(bytes)).differences).toMatchObject([
      { field: 'correction', before: 'Written here.', after: 'Written there.', isChangedHere: true },
      { field: 'cause', before: '', isChangedHere: false },
    ]);
    await take(bytes);
    const [correction] = (await read()).actions;
    expect(correction).toMatchObject({ text: 'Written there.', owner: 'Ada' });
  });

  it('cannot change what was verified, nor accept or close anything', async () => {
    const { api, ref, take, read, again, findings } = await aSentWorkbook();
    const add = (kind: string) =>
      api.call('actions.create', {
        audit: ref,
        fields: { finding: findings[0]!.id, kind: kind as 'correction', text: 'T', plannedOn: '2026-11-01' },
      });
    const [done, open] = [await add('correction'), await add('corrective-action')];
    await api.call('actions.update', { audit: ref, action: open.id, fields: { status: 'accepted' } });
    const early = await again();
    await api.call('actions.update', { audit: ref, action: done.id, fields: { status: 'verified' } });
    await expect(take(fillIn(early, [{ correction: 'Other' }]))).rejects.toMatchObject({
      message: expect.stringMatching(/^Row 2, “Correction”: This was verified/),
    });
    await expect(take(fillIn(early, [{ actionStatus: 'Accepted' }]))).rejects.toMatchObject({
      message: expect.stringMatching(/^Row 2, “Action: status”: “Accepted” is not one of/),
    });
    await take(fillIn(early, [{ actionStatus: 'Done', actionPlanned: '' }]));
    expect((await read()).actions[1]).toMatchObject({ status: 'done', plannedOn: null, acceptedBy: 'Ada Auditor' });
    await take(fillIn(await again(), [{ actionStatus: 'Open' }]));
    expect((await read()).actions[1]).toMatchObject({ status: 'accepted', acceptedBy: 'Ada Auditor' });
  });

  it('says what the auditor should look at', async () => {
    const { api, ref, preview, fill, findings } = await aSentWorkbook();
    await api.call('findings.update', { audit: ref, finding: findings[0]!.id, fields: { nature: 'Said otherwise.' } });
    const { notices } = await preview(
      fill({ action: 'Do it.', actionPlanned: '2027-03-01' }, { position: 'Disagrees', correctionStatus: 'Done' }),
    );
    expect(notices.map(({ row, message }) => [row, message])).toEqual([
      [2, 'The planned day 2027-03-01 is after the due day 2027-01-14.'],
      [2, 'There is a corrective action without a cause.'],
      [2, 'F-001 was reworded after the workbook was made; the answer is about the earlier words.'],
      [3, 'The correction is said to be done, but not what it is.'],
      [3, 'The auditee disagrees without saying why.'],
    ]);
  });

  it('keeps several actions of a finding apart', async () => {
    const { api, ref, take, read, again, findings } = await aSentWorkbook();
    for (const text of ['One', 'Two'])
      await api.call('actions.create', {
        audit: ref,
        fields: { finding: findings[0]!.id, kind: 'corrective-action', text },
      });
    const bytes = await again();
    await take(fillIn(bytes, [{ cause: 'Of one' }, { cause: 'Of two', correction: 'A correction of its own' }]));
    expect((await read()).actions.map(({ text, cause }) => [text, cause])).toEqual([
      ['One', 'Of one'],
      ['Two', 'Of two'],
      ['A correction of its own', ''],
    ]);
    await expect(take(fillIn(await again(), [{}, { position: 'Agrees' }]))).rejects.toMatchObject({
      message: expect.stringMatching(/^Row 3, “Your position”: The position on F-001 belongs into its first row/),
    });
  });

  it('says so where its finding was withdrawn', async () => {
    const { api, ref, take, fill, findings } = await aSentWorkbook();
    await api.call('findings.remove', { audit: ref, finding: findings[1]!.id });
    await expect(take(fill({}, { comment: 'Still here.' }))).rejects.toMatchObject({
      message: 'Row 3: F-002 is no longer a finding of this audit.',
    });
    expect(await take(fill({ comment: 'Yes.' }))).toMatchObject({ fields: 1 });
  });
});

describe('a hostile response', () => {
  it('is refused with too many rows, with embedded files and with links to other files', async () => {
    const { take, fill } = await aSentWorkbook();
    const bytes = fill({ comment: 'Yes.' });
    const grown = changeParts(bytes, (parts) =>
      changeRows(parts, answersName, (rows) => {
        for (let at = 0; at < 4_000; at += 1) {
          const row = { number: 10 + at, attributes: '', cells: new Map<string, string>() };
          setCell(row, letters['key']!, { text: `x${at}` });
          rows.push(row);
        }
      }),
    );
    await expect(take(grown)).rejects.toMatchObject({ code: 'too-large', message: expect.stringContaining('rows') });
    for (const [name, words] of [
      ['xl/embeddings/oleObject1.bin', 'embedded files'],
      ['xl/externalLinks/externalLink1.xml', 'other files'],
    ] as const) {
      const extended = changeParts(bytes, (parts) => {
        parts[name] = strToU8('<x/>');
        changePart(parts, mainPart, (xml) => xml.replace('<workbookPr/>', '<workbookPr date1904="0"/>'));
      });
      await expect(take(extended)).rejects.toMatchObject({ message: expect.stringContaining(words) });
    }
  });

  it('carries any text that a cell can hold unchanged into the audit and out again', { timeout: 60_000 }, async () => {
    const { api, ref, take, read, again, fill } = await aSentWorkbook();
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      // What XML cannot hold, and what a spreadsheet reads as a coded character, is no text that somebody typed there.
      .map((any) => any.replaceAll(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD]|_x/g, '') || '=1')
      .filter((any) => any.trim() !== '');
    await fc.assert(
      fc.asyncProperty(text, text, async (cause, comment) => {
        await take(fill({ cause, comment }));
        const { actions, findings } = await read();
        const [change] = await api.call('changes.list', { audit: ref, limit: 1 });
        const bytes = await again();
        expect((await api.call('actions.previewResponse', { audit: ref, file: written(bytes) })).differences).toEqual(
          [],
        );
        await api.call('changes.undo', { audit: ref, change: change!.id });
        expect([actions[0]?.cause, findings[0]?.auditeeComment]).toEqual([cause, comment]);
      }),
      { numRuns: 12 },
    );
  });
});
