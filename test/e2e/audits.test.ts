import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { aWorkbench, openPage } from '../support/page.ts';
import { axeFaults } from '../support/rooms.ts';

describe.runIf(hasBrowser('the tests of the audits on the page'))('the audits', { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('are made by keyboard alone, with errors at their fields, in one go', async () => {
    const workbench = await aWorkbench({ name: '', role: '' });
    const page = await openPage(browser, workbench);
    await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor();

    await page.getByRole('button', { name: 'New audit' }).click();
    await page.getByText('Without a name nobody can tell who wrote what.').waitFor();
    await page.keyboard.type('Inga Probe');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Lead auditor');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { name: 'New audit' }).waitFor();
    expect(await page.getByLabel(/^Title/).evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.press('Control+Enter');
    await page.getByText('The audit needs a title.').waitFor();
    await page.keyboard.type('Stage 2 at Invented Ltd');
    await page.keyboard.press('Tab');
    await page.getByRole('radio', { name: 'Internal audit', checked: true }).waitFor();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Tab']) await page.keyboard.press(key);
    await page.keyboard.type('Invented Ltd');
    await page.getByText('250 questions about 70 requirements').waitFor();
    await page.getByRole('button', { name: 'Add an AI system' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Claims triage');
    await page.keyboard.press('Control+Enter');

    await page.waitForURL(/#\/a\/\d{4}-001\/checklist/);
    const open = await workbench.api.call('audits.open', { audit: `${new Date().getFullYear()}-001` });
    expect(open.audit).toMatchObject({ title: 'Stage 2 at Invented Ltd', type: 'stage-2' });
    expect(open.organization.name).toBe('Invented Ltd');
    expect(open.team).toMatchObject([{ name: 'Inga Probe', role: 'lead-auditor' }]);
    expect(open.aiSystems).toMatchObject([{ name: 'Claims triage', sampled: true }]);
    expect(open.checklist).toHaveLength(250);
  });

  it('are found, walked and opened by keyboard', async () => {
    const workbench = await aWorkbench();
    for (const title of ['First of all', 'Second to none', 'Third time lucky']) {
      await workbench.api.call('audits.create', { title, type: 'internal', organization: `${title} Ltd` });
    }
    const page = await openPage(browser, workbench);
    await page.getByRole('link', { name: 'Third time lucky' }).waitFor();
    expect(await page.getByRole('row').count()).toBe(4);

    await page.keyboard.press('/');
    await page.keyboard.type('second');
    await expect.poll(() => page.getByRole('row').count()).toBe(2);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.waitForURL(/-002\/checklist/);
    await page.getByText('Q-4.1-01').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await page.waitForURL(/#\/audits/);
    await page.getByRole('link', { name: 'Third time lucky' }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/-001\/checklist/);
  });

  it('pass axe in light and dark, as list, form and first start', async () => {
    const workbench = await aWorkbench();
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await openPage(browser, workbench, '', { colorScheme });
      for (const address of ['/audits', '/new']) {
        await page.evaluate((hash) => void (location.hash = hash), address);
        await page.locator('h1').waitFor();
        expect(await axeFaults(page)).toEqual([]);
      }
      await workbench.api.call('audits.create', { title: 'One', type: 'internal', organization: 'Invented Ltd' });
    }
  });

  it('fit a small window and 200 % zoom without scrolling sideways', async () => {
    const workbench = await aWorkbench();
    await workbench.api.call('audits.create', {
      title: 'An audit with a rather long title that does not fit on one line of anything',
      type: 'recertification',
      organization: 'An organisation with a name that goes on and on (invented)',
    });
    for (const viewport of [
      { width: 1024, height: 700 },
      { width: 683, height: 384 },
    ]) {
      const page = await openPage(browser, workbench, '', { viewport });
      for (const address of ['/audits', '/new']) {
        await page.evaluate((hash) => void (location.hash = hash), address);
        await page.locator('h1').waitFor();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${address} at ${viewport.width}`).toBeLessThanOrEqual(0);
      }
    }
  });
});
