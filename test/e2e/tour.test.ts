import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { aWorkbench, openPage } from '../support/page.ts';
import { aSample, anEmptyAudit, findFaults, soon } from '../support/rooms.ts';

const card = (page: Page) => page.getByRole('dialog', { name: 'Tour' });
const at = (page: Page, title: string) => card(page).getByRole('heading', { name: title }).waitFor();

describe.runIf(hasBrowser('the tests of the tour on the page'))('the tour', { timeout: 120_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('is offered with the sample, and sees by itself what was done, from answer to report', async () => {
    const workbench = await aWorkbench({ name: '', role: '' });
    const page = await openPage(browser, workbench);
    await page.getByLabel('Name').fill('Inga Probe');
    await page.getByRole('button', { name: 'Open the sample audit' }).press('Enter');
    await page.waitForURL(/\/checklist/, { timeout: 60_000 });
    await at(page, 'A tour of five steps');

    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await at(page, 'Answer a question');
    // The card is there, but the keys are still those of the room.
    await page.locator('article[data-open]').waitFor();
    await page.keyboard.press('2');
    await at(page, 'Capture a line');
    await card(page).getByText('Answered.').waitFor();

    await page.keyboard.press('c');
    await page.keyboard.type('Owner of the register changed in May', { delay: 5 });
    await page.keyboard.press('Enter');
    await at(page, 'Attach evidence');
    const typing = page.getByRole('textbox', { name: 'Write a line into the running notes' });
    expect(
      await typing
        .or(page.locator('footer :is(input, textarea)'))
        .first()
        .evaluate((field) => field === document.activeElement),
    ).toBe(true);
    await page.keyboard.press('Escape');

    // Which step it is survives a reload.
    await page.reload();
    await at(page, 'Attach evidence');
    await page.locator('article[data-open]').waitFor();
    await page.keyboard.press('e');
    const intake = page.getByRole('dialog').filter({ has: page.locator('input[type=file]') });
    await intake
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'register.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('AIR-02, invented'),
      });
    await page.getByRole('button', { name: 'Add 1 file' }).press('Enter');
    await intake.waitFor({ state: 'detached' });
    await at(page, 'Raise a finding');

    await page.keyboard.press('f');
    await at(page, 'Export the report');
    await card(page).getByText('to go to the report').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await card(page).getByText('checked before you get it').waitFor();
    await page.getByRole('button', { name: 'Word report' }).waitFor();
    await page.keyboard.press('w');
    await card(page).getByRole('heading', { name: 'That is the whole way' }).waitFor({ timeout: 60_000 });

    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await card(page).getByRole('button', { name: 'Finish' }).press('Enter');
    await card(page).waitFor({ state: 'hidden' });
    await expect.poll(async () => (await workbench.api.call('settings.read', {})).tour, soon).toBe('done');
    await page.reload();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await card(page).count()).toBe(0);
  });

  it('goes back and on, is left by key and skipped for good, and comes back when asked', async () => {
    const { workbench, ref } = await aSample();
    await workbench.api.call('settings.write', { tour: 'open' });
    const page = await openPage(browser, workbench, `/a/${ref}/overview`);
    await at(page, 'A tour of five steps');
    await card(page).getByRole('button', { name: 'Begin' }).press('Enter');
    await at(page, 'Answer a question');
    await card(page).getByText('to go there').waitFor();
    expect(await card(page).getByText('Step 1 of 5').count()).toBe(1);
    await page.keyboard.press('Enter');
    await at(page, 'Capture a line');
    await card(page).getByRole('button', { name: 'Back', exact: true }).press('Enter');
    await at(page, 'Answer a question');
    await page.keyboard.press('Escape');
    expect(await card(page).evaluate((element) => element.contains(document.activeElement))).toBe(false);
    await at(page, 'Answer a question');

    await page.keyboard.press('g');
    await page.keyboard.press('t');
    expect(await card(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await card(page).waitFor({ state: 'hidden' });
    await expect.poll(async () => (await workbench.api.call('settings.read', {})).tour, soon).toBe('done');

    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await page.getByRole('heading', { name: 'All audits' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await page.waitForURL(/overview/);
    await at(page, 'Answer a question');
  });

  it('is nowhere but in the sample; without one it asks to make it', async () => {
    const { workbench, ref } = await anEmptyAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/checklist`);
    await page.locator('article[data-open]').waitFor();
    expect(await card(page).count()).toBe(0);
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await page.getByRole('heading', { name: 'How to begin' }).waitFor();
    await page.getByRole('button', { name: 'Make the sample audit and take the tour' }).press('Enter');
    await card(page).getByRole('heading', { name: 'Answer a question' }).waitFor({ timeout: 60_000 });
  });

  it('passes axe in light and dark, on a laptop and at 200 % zoom', async () => {
    const { workbench, ref } = await aSample();
    await workbench.api.call('settings.write', { tour: 'open' });
    expect(
      await findFaults(browser, workbench, `/a/${ref}/checklist`, (page) => at(page, 'A tour of five steps')),
    ).toEqual([]);
    for (const viewport of [
      { width: 1024, height: 700 },
      { width: 683, height: 384 },
    ]) {
      const page = await openPage(browser, workbench, `/a/${ref}/checklist`, { viewport });
      await card(page).getByRole('button', { name: 'Begin' }).press('Enter');
      await at(page, 'Answer a question');
      const box = await card(page).boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(viewport.width);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport.height);
    }
  });
});
