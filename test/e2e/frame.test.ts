import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { roomIds } from '../../renderer/api/addresses.ts';
import { commandNames } from '../../renderer/api/commands.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { aWorkbench, openPage } from '../support/page.ts';
import { anEmptyAudit, axeFaults } from '../support/rooms.ts';

const small = [
  { width: 1024, height: 700 },
  { width: 683, height: 384 },
];
const press = async (page: Page, keys: string) => {
  for (const key of keys.split(' ')) await page.keyboard.press(key);
};
const openPalette = async (page: Page, words: string) => {
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: /A room, an audit/ }).waitFor();
  if (words !== '') await page.keyboard.type(words);
};

async function twoAudits() {
  const workbench = await aWorkbench();
  const make = (title: string) =>
    workbench.api.call('audits.create', {
      title,
      type: 'internal',
      organization: 'Invented Ltd',
      questions: ['Q-5.2-01', 'Q-8.4-01', 'Q-8.4-02'],
    });
  const [first, second] = [await make('The first'), await make('The second')];
  const { checklist } = await workbench.api.call('audits.open', { audit: first.id });
  const item = checklist.find(({ questionId }) => questionId === 'Q-8.4-02')?.id ?? '';
  return { workbench, first, second, item };
}

describe.runIf(hasBrowser('the tests of the frame on the page'))('the frame', { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('opens an audit where one was in it, also after a reload, and keeps the places of several apart', async () => {
    const { workbench, first, second, item } = await twoAudits();
    const page = await openPage(browser, workbench, `/a/${first.ref}/checklist/${item}`);
    await page.locator('article[data-open]').getByText('Q-8.4-02').waitFor();
    await openPalette(page, second.ref);
    await page.getByRole('button', { name: /The second/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/a/${second.ref}/checklist`));
    await page.locator('article[data-open]').waitFor();
    await press(page, 'g f');
    await page.waitForURL(new RegExp(`/a/${second.ref}/findings`));

    await openPalette(page, first.ref);
    await page.getByRole('button', { name: /The first/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/a/${first.ref}/checklist/${item}`));
    await press(page, 'g a');
    await page.getByRole('heading', { name: 'All audits' }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'The first' }).press('Enter');
    await page.waitForURL(new RegExp(`/a/${first.ref}/checklist/${item}`));
    await press(page, 'g a');
    await page.getByRole('link', { name: 'The second' }).press('Enter');
    await page.waitForURL(new RegExp(`/a/${second.ref}/findings`));
  });

  it('offers lately visited audits first, and remembers what was chosen', async () => {
    const { workbench, first, second } = await twoAudits();
    const page = await openPage(browser, workbench, `/a/${first.ref}/plan`);
    await page.locator('nav a[aria-current=page][href$="plan"]').waitFor();
    await page.evaluate((hash) => void (location.hash = hash), `/a/${second.ref}/overview`);
    await page.locator('nav a[aria-current=page][href$="overview"]').waitFor();
    await page.keyboard.press('Control+k');
    const firstAction = page.locator('[data-action]').first();
    await expect.poll(() => firstAction.textContent()).toContain('The first');
    await page.keyboard.type('8.4');
    await page.getByRole('button', { name: /^8\.4/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/checklist/);
    await page.locator('article[data-open]').waitFor();
    await press(page, 'g o');
    await page.waitForURL(/overview/);
    await page.keyboard.press('Control+k');
    await expect.poll(() => firstAction.textContent()).toContain('8.4');
  });

  it('copies the link of a record, and the palette opens it', async () => {
    const { workbench, first, item } = await twoAudits();
    const page = await openPage(browser, workbench, `/a/${first.ref}/checklist/${item}`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.locator('article[data-open]').waitFor();
    await press(page, 'y y');
    await page.getByText('Link copied.').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain(`#/a/${first.ref}/checklist/${item}`);
    await press(page, 'g a');
    await page.getByRole('heading', { name: 'All audits' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: /A room, an audit/ }).fill(link);
    await page.getByRole('button', { name: /Open this address/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('article[data-open]').getByText('Q-8.4-02').waitFor();
  });

  it('says in the palette where a command lives that does nothing here', async () => {
    const { workbench, first } = await twoAudits();
    const page = await openPage(browser, workbench, `/a/${first.ref}/overview`);
    await page.locator('nav a[aria-current=page]').waitFor();
    await openPalette(page, 'import a statement');
    await page.getByRole('button', { name: /Import a statement.*in Applicability/ }).press('Enter');
    await page.waitForURL(/applicability/);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('has all keys on the sheet, the room first; it fits a laptop and scrolls at 200 % zoom', async () => {
    const { workbench, first } = await twoAudits();
    for (const viewport of [{ width: 1366, height: 768 }, ...small]) {
      const page = await openPage(browser, workbench, `/a/${first.ref}/checklist`, { viewport });
      await page.locator('article[data-open]').waitFor();
      await page.keyboard.press('?');
      const sheet = page.getByRole('dialog', { name: 'Keys' });
      await sheet.waitFor();
      expect(await sheet.getByRole('heading', { level: 3 }).first().textContent()).toBe('Checklist');
      expect(await sheet.locator('dd').count()).toBe(commandNames.length);
      const wide = await sheet.evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(wide).toBeLessThanOrEqual(0);
      const last = sheet.locator('dd').last();
      if (viewport.width > 1024) {
        const box = await last.boundingBox();
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport.height);
      } else {
        await last.scrollIntoViewIfNeeded();
        expect(await last.isVisible()).toBe(true);
      }
      expect(await axeFaults(page)).toEqual([]);
    }
  });

  it('shows every room with its name in a small window, and scrolls to the one that is open', async () => {
    const { workbench, ref } = await anEmptyAudit();
    for (const viewport of small) {
      const page = await openPage(browser, workbench, `/a/${ref}/activity`, { viewport });
      const rail = page.getByRole('navigation', { name: 'Rooms' });
      await rail.locator('[aria-current=page]').waitFor();
      const names = await rail.locator('li a').evaluateAll((links) =>
        links.map((link) => {
          const word = link.querySelector('span');
          return {
            text: word?.textContent,
            isWhole: (word?.clientWidth ?? 0) > 20 && (word?.scrollWidth ?? 0) <= (word?.clientWidth ?? 0),
          };
        }),
      );
      expect(names).toHaveLength(roomIds.length);
      expect(names.filter(({ isWhole }) => !isWhole)).toEqual([]);
      const current = await rail.locator('[aria-current=page]').boundingBox();
      expect((current?.y ?? 0) + (current?.height ?? 0)).toBeLessThanOrEqual(viewport.height);
      expect(await page.evaluate(() => [scrollX, scrollY, document.documentElement.scrollTop])).toEqual([0, 0, 0]);
    }
  });

  it('has one order of the focus: skip link, rail, top bar, work, capture', async () => {
    const { workbench, ref } = await anEmptyAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/checklist`);
    await page.locator('article[data-open]').waitFor();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the work' });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.getByRole('main').evaluate((main) => main === document.activeElement)).toBe(true);
    const order = await page.evaluate(() =>
      ['nav', 'header', 'main', 'footer']
        .map((name) => document.querySelector(name))
        .reduce((places, element, place, all) => {
          const next = all[place + 1];
          const isBefore = !next || (element?.compareDocumentPosition(next) ?? 0) & Node.DOCUMENT_POSITION_FOLLOWING;
          return [...places, Boolean(isBefore)];
        }, [] as boolean[]),
    );
    expect(order).toEqual([true, true, true, true]);
  });
});
