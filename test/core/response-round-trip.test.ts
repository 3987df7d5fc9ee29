// Out as a workbook, filled in with LibreOffice, and back: every field arrives.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { answersName, columns } from '../../electron/exchange/response/columns.ts';
import { type AnswerField, answerFields } from '../../shared/domain/response-rows.ts';
import { hostileTexts } from '../support/damaged-response.ts';
import { type Edit, editByLibreOffice } from '../support/edit-by-libre-office.ts';
import { anAuditWithWorkbook, answers, exportedBytes, letters } from '../support/filled-response.ts';
import { libreOffice } from '../support/libre-office.ts';
import { reportNotRun } from '../support/not-run.ts';
import { aFolder } from '../support/workspace.ts';

if (!libreOffice) reportNotRun('a response filled in with LibreOffice', 'soffice is not installed');

it.skipIf(!libreOffice)('carries every field through LibreOffice and back', { timeout: 240_000 }, async () => {
  const { api, ref, bytes } = await anAuditWithWorkbook();
  const take = async (saved: Uint8Array) => {
    const file = path.join(aFolder(), 'response.xlsx');
    writeFileSync(file, saved);
    const { differences } = await api.call('actions.previewResponse', { audit: ref, file: { path: file } });
    await api.call('actions.importResponse', { audit: ref, file: { path: file } });
    return differences;
  };
  const kindOf = new Map(columns.map(({ key, kind }) => [key, kind]));
  const edit = (field: AnswerField, row: number, text: string): Edit => {
    const cell = `${letters[field]}${row}`;
    return kindOf.get(field) === 'day' ? { cell, typed: text } : { cell, text };
  };
  const edits = answers.flatMap((row, at) =>
    Object.entries(row).map(([field, text]) => edit(field as AnswerField, at + 2, text)),
  );
  edits.push(edit('extent', 3, hostileTexts.join('\n')));
  const first = await take(await editByLibreOffice(bytes, answersName, edits));
  const after = (row: number, field: AnswerField) =>
    first.find((one) => one.row === row && one.field === field)?.after ?? '';
  const words: Record<string, string> = { Done: 'done', Open: 'open', Agrees: 'agrees', Disagrees: 'disagrees' };
  for (const [at, row] of answers.entries()) {
    for (const field of answerFields) {
      if (at === 1 && field === 'extent') continue;
      const given = row[field] ?? '';
      // An open status of an action that is new says nothing new.
      const expected = kindOf.get(field) === 'choice' ? (words[given] ?? '').replace('open', '') : given;
      expect([at, field, after(at + 2, field)]).toEqual([at, field, expected]);
    }
  }
  expect(after(3, 'extent')).toBe(hostileTexts.join('\n'));

  // Out again with what is known, two answers changed and one taken back, and in again.
  const { bytes: second } = await exportedBytes(api, ref);
  const again = await take(
    await editByLibreOffice(second, answersName, [
      edit('comment', 2, 'Done by now.'),
      edit('actionStatus', 2, 'Done'),
      edit('extent', 3, ''),
    ]),
  );
  expect(again.map(({ row, field, after: now }) => [row, field, now])).toEqual([
    [2, 'actionStatus', 'done'],
    [2, 'comment', 'Done by now.'],
    [3, 'extent', ''],
  ]);
});
