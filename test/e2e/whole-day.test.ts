import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { aWorkbench, openPage } from '../support/page.ts';
import {
  answerQuestions,
  attachFiles,
  chooseByKey,
  type Day,
  goToRoom,
  importStatement,
  makeAudit,
  undoThree,
} from '../support/whole-day.ts';

describe.runIf(hasBrowser('the test of a whole day by keyboard'))('a day on site', { timeout: 180_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('is lived by keyboard alone', async () => {
    const workbench = await aWorkbench();
    await workbench.api.call('audits.create', { title: 'An earlier one', type: 'internal', organization: 'Other Ltd' });
    const page = await openPage(browser, workbench);
    await makeAudit(page);
    const [row] = await workbench.api.call('audits.list', {});
    const audit = row?.id ?? '';
    const day: Day = {
      page,
      read: () => workbench.api.call('audits.open', { audit }),
      choose: (files) => chooseByKey(page, files),
    };
    await importStatement(day);
    await answerQuestions(day, 30);
    await attachFiles(day);
    await undoThree(day);
    await goToRoom(page, 'r', 'Report');
    await page.keyboard.press('w');
    await page.getByRole('link', { name: /^Save .*\.docx$/ }).waitFor({ timeout: 30_000 });
  });
});
