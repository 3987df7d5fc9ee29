import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { aWorkbench, openPage } from '../support/page.ts';
import {
  answerQuestions,
  attachFiles,
  captureLines,
  chooseByKey,
  type Day,
  goToRoom,
  importStatement,
  makeAudit,
  undoThree,
  walkActivity,
} from '../support/whole-day.ts';

describe.runIf(hasBrowser('the test of a whole day by keyboard'))('a day on site', { timeout: 180_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('is lived by keyboard alone, and every step of it stands in the activity', async () => {
    const workbench = await aWorkbench();
    await workbench.api.call('audits.create', { title: 'An earlier one', type: 'internal', organization: 'Other Ltd' });
    const page = await openPage(browser, workbench);
    // Listened to from the start: the first one may be missed while the browser is still being told to hand it over.
    page.on('filechooser', () => undefined);
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
    await captureLines(day);
    await attachFiles(day);
    await undoThree(day);
    await goToRoom(page, 'r', 'Report');
    await page.keyboard.press('w');
    await page.getByRole('link', { name: /^Save .*\.docx$/ }).waitFor({ timeout: 30_000 });

    const { steps } = await workbench.api.call('changes.steps', { audit, limit: 200 });
    const sentences = await walkActivity(day, steps.length);
    expect(new Set(sentences).size).toBeGreaterThan(30);
    const notes = sentences.filter((sentence) => sentence.startsWith('noted'));
    const answers = sentences.filter((sentence) => /^(changed|answered) /.test(sentence));
    expect(notes).toHaveLength(6);
    expect(answers.length).toBeGreaterThanOrEqual(3 * 30);
    for (const said of ['made the audit', 'added 5 pieces of evidence', 'added E-002', 'raised F-001']) {
      expect(sentences.some((sentence) => sentence.startsWith(said))).toBe(true);
    }
    expect(steps.filter(({ undoes }) => undoes !== null)).toHaveLength(3);
  });
});
