import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { roomIds } from '../../renderer/api/addresses.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { openPage } from '../support/page.ts';
import { anEmptyAudit, findFaults } from '../support/rooms.ts';

describe.runIf(hasBrowser('the tests of the help on the page'))('the help', { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('opens at the room one is in and leads back there', async () => {
    const { workbench, ref } = await anEmptyAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/report`);
    await page.getByRole('button', { name: 'Word report' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await page.waitForURL(/#\/help\/report/);
    await page.getByRole('heading', { level: 1, name: 'Report' }).waitFor();
    await page.getByText('Export the Word report', { exact: true }).waitFor();

    await page.reload();
    await page.getByRole('link', { name: `Back to Report, ${ref}` }).waitFor();
    await page.keyboard.press('Escape');
    await page.waitForURL(new RegExp(`#/a/${ref}/report`));
  });

  it('is walked with j and k, and searched by words', async () => {
    const { workbench } = await anEmptyAudit();
    const page = await openPage(browser, workbench, '/help/checklist');
    await page.getByRole('heading', { level: 1, name: 'Checklist' }).waitFor();
    await page.keyboard.press('j');
    await page.getByRole('heading', { level: 1, name: 'Notes' }).waitFor();
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await page.getByRole('heading', { level: 1, name: 'Applicability' }).waitFor();

    await page.keyboard.press('/');
    await page.keyboard.type('hash screenshot');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Evidence' }).waitFor();
    expect(await page.getByRole('navigation', { name: 'Help' }).getByRole('link').allTextContents()).toEqual([
      'Evidence',
    ]);
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.getByRole('navigation', { name: 'Help' }).getByRole('link').count())
      .toBeGreaterThan(10);
  });

  it('has a page for every room, reached from the room by its key', async () => {
    const { workbench, ref } = await anEmptyAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/overview`);
    for (const room of roomIds) {
      await page.evaluate((hash) => void (location.hash = hash), `/a/${ref}/${room}`);
      await page.locator(`nav a[aria-current=page][href$="${room}"]`).waitFor();
      await page.keyboard.press('g');
      await page.keyboard.press('h');
      await page.waitForURL(new RegExp(`#/help/${room}$`));
      await page.getByRole('heading', { level: 2, name: 'Five things you do here' }).waitFor();
    }
  });

  it('passes axe in light and dark, on a laptop and at 200 % zoom', async () => {
    const { workbench } = await anEmptyAudit();
    for (const [address, heading] of [
      ['/help/start', 'How to begin'],
      ['/help/checklist', 'Checklist'],
    ] as const) {
      const isThere = (page: Page) => page.getByRole('heading', { level: 1, name: heading }).waitFor();
      expect(await findFaults(browser, workbench, address, isThere)).toEqual([]);
    }
  });
});
