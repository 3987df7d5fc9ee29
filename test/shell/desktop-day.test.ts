import { beforeAll, describe, expect, test } from 'vitest';
import type { OpenAudit } from '../../shared/contract/audits.ts';
import { buildDesktop, hasElectron, launchDesktop } from '../support/electron.ts';
import {
  answerQuestions,
  attachFiles,
  captureLines,
  type Day,
  goToRoom,
  importStatement,
  makeAudit,
  undoThree,
} from '../support/whole-day.ts';

const canRun = hasElectron('the test of a day in the desktop program');
if (canRun) beforeAll(buildDesktop, 180_000);

describe.skipIf(!canRun)('a day in the desktop program', () => {
  test('is lived by keyboard alone', { timeout: 120_000 }, async () => {
    const { page, call } = await launchDesktop();
    const value = async (method: string, input: unknown) => {
      const reply = await call(method, input);
      if (!reply.ok) throw new Error(reply.error.message);
      return reply.value;
    };
    await value('settings.write', { name: 'Inga Probe', role: 'Lead auditor' });
    await value('audits.create', { title: 'An earlier one', type: 'internal', organization: 'Other Ltd' });
    await page.reload();
    await makeAudit(page);
    const [row] = (await value('audits.list', {})) as { id: string }[];
    const day: Day = {
      page,
      read: async () => (await value('audits.open', { audit: row?.id })) as OpenAudit,
      // The window of the system in which files are chosen cannot be reached by a test.
      choose: (files) => page.locator('[role=dialog] input[type=file]').setInputFiles(files),
    };
    await importStatement(day);
    await answerQuestions(day, 6);
    await captureLines(day);
    await attachFiles(day);
    await undoThree(day);
    await goToRoom(page, 'r', 'Report');
    await page.keyboard.press('w');
    await page
      .getByRole('button', { name: /^Show / })
      .first()
      .waitFor({ timeout: 30_000 });
    expect(page.url()).toMatch(/^app:\/\/bundle\//);
  });
});
