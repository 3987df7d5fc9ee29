import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { openPage } from '../support/page.ts';
import { anEmptyAudit, aSample, findFaults, soon } from '../support/rooms.ts';

const steps = (page: Page) => page.getByRole('list', { name: 'Steps, the newest first' });
const step = (page: Page, name: string | RegExp) => steps(page).getByRole('link', { name });
const chosen = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

describe.runIf(hasBrowser('the tests of the activity on the page'))('the activity', () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('tells who did what, is walked by keyboard, undoes a step, and marks it', async () => {
    const { workbench, ref, read } = await anEmptyAudit();
    const { checklist } = await read();
    const item = checklist[0]?.id ?? '';
    const edit = (fields: object) => workbench.api.call('checklist.update', { audit: ref, item, fields });
    await edit({ notes: 'Twelve logs were read, three had gaps that nobody could explain when we asked about them.' });
    await edit({ notes: 'Twelve logs were read, four had gaps that nobody could explain when we asked about them.' });
    await edit({ verdict: 'nonconforming' });
    const page = await openPage(browser, workbench, `/a/${ref}/overview`);
    await page.getByRole('link', { name: 'Activity' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('y');
    await step(page, 'answered Q-8.4-01: not started → nonconforming').waitFor();
    expect(await steps(page).locator('del, ins').allTextContents()).toEqual(['three', 'four']);

    await page.keyboard.press('j');
    await expect.poll(() => chosen(page), soon).toBe('answered Q-8.4-01: not started → nonconforming');
    await page.keyboard.press('u');
    await expect.poll(async () => (await read()).checklist[0]?.verdict, soon).toBe('not-started');
    await steps(page).getByText('undone', { exact: true }).waitFor();
    await step(page, 'answered Q-8.4-01: nonconforming → not started').waitFor();

    // The step before: the text as it was, by the button.
    await steps(page).getByRole('button', { name: 'Undo: changed notes of Q-8.4-01' }).first().click();
    await expect.poll(async () => (await read()).checklist[0]?.notes, soon).toMatch(/three/);
    await page.getByText('Undone: changed notes of Q-8.4-01').waitFor();
    // And back by the key that undoes this page's last step.
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await read()).checklist[0]?.notes, soon).toMatch(/four/);

    await step(page, 'answered Q-8.4-01: not started → nonconforming').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url(), soon).toContain('/checklist/');
  });

  it('refuses with a name where later work stands in the way', async () => {
    const { workbench, ref, read } = await anEmptyAudit();
    const item = (await read()).checklist[0]?.id ?? '';
    for (const verdict of ['conforms', 'improvement'] as const)
      await workbench.api.call('checklist.update', { audit: ref, item, fields: { verdict } });
    const page = await openPage(browser, workbench, `/a/${ref}/activity`);
    await step(page, 'answered Q-8.4-01: not started → conforms').focus();
    await page.keyboard.press('u');
    await page.getByText(/This step cannot be undone: Inga Probe changed the same/).waitFor();
    expect((await read()).checklist[0]?.verdict).toBe('improvement');
  });

  it('takes back the making of an audit and brings it back', async () => {
    const { workbench, ref } = await anEmptyAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/activity`);
    await step(page, /^made the audit/).focus();
    await page.keyboard.press('u');
    await page.getByText(`${ref} is taken back.`).waitFor();
    await expect.poll(() => page.url(), soon).toContain('#/audits');
    expect(await workbench.api.call('audits.list', {})).toEqual([]);
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await step(page, /^made the audit/)
      .first()
      .waitFor();
    expect(await workbench.api.call('audits.list', {})).toHaveLength(1);
  });

  it('shows new steps at the top without moving what is being read, and reads on while scrolling', async () => {
    const { workbench, ref, read } = await anEmptyAudit();
    const item = (await read()).checklist[0]?.id ?? '';
    const edit = (count: number) =>
      workbench.api.call('checklist.update', { audit: ref, item, fields: { sampled: `${count} of 900` } });
    for (let count = 1; count <= 150; count += 1) await edit(count);
    const page = await openPage(browser, workbench, `/a/${ref}/activity`);
    await steps(page).getByText('→ 150 of 900').waitFor();
    const scroller = steps(page).locator('xpath=..');
    await expect
      .poll(async () => {
        await scroller.evaluate((element) => element.scrollBy(0, 2_000));
        return page.getByText('This is the beginning.').isVisible();
      }, soon)
      .toBe(true);
    await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
    const placeOfMiddle = () =>
      scroller.evaluate((element) => {
        const { top, height } = element.getBoundingClientRect();
        const rows = [...element.querySelectorAll('[role=listitem]')];
        const row = rows.find((one) => one.getBoundingClientRect().top > top + height / 2);
        return `${row?.textContent} at ${Math.round(row?.getBoundingClientRect().top ?? 0)}`;
      });
    const before = await placeOfMiddle();
    const heightBefore = await scroller.evaluate((element) => element.scrollHeight);
    await edit(151);
    await expect.poll(() => scroller.evaluate((element) => element.scrollHeight), soon).toBeGreaterThan(heightBefore);
    await expect.poll(placeOfMiddle, soon).toBe(before);
    await scroller.evaluate((element) => element.scrollTo(0, 0));
    await steps(page).getByText('→ 151 of 900').waitFor();
  });

  it('is filtered by words, by what it is about, by person and by one record', async () => {
    const { workbench, ref, read } = await aSample();
    const number = (await read()).findings[0]?.number ?? '';
    const page = await openPage(browser, workbench, `/a/${ref}/activity`);
    await steps(page).getByRole('listitem').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type(number);
    await step(page, `raised ${number}`).waitFor();
    await expect.poll(() => step(page, /^moved the audit/).count(), soon).toBe(0);
    await page.getByLabel('Search in the activity').fill('nothing has these words');
    await page.getByText('No step fits these filters').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('combobox', { name: 'What it is about' }).click();
    await page.getByRole('option', { name: 'note', exact: true }).click();
    await step(page, /^noted/)
      .first()
      .waitFor();
    await expect.poll(() => step(page, /raised/).count(), soon).toBe(0);
    await page.evaluate((hash) => void (location.hash = hash), `/a/${ref}/activity/${number}`);
    await page.getByRole('button', { name: `Only ${number}` }).waitFor();
  });

  it.each([
    { theme: 'system', textSize: 'normal' },
    { theme: 'contrast', textSize: 'largest' },
  ] as const)('has no faults in $theme with $textSize text, light and dark, and at 200 % zoom', async (look) => {
    const { workbench, ref } = await aSample();
    await workbench.api.call('settings.write', look);
    const isThere = (page: Page) => steps(page).getByRole('listitem').nth(2).waitFor();
    expect(await findFaults(browser, workbench, `/a/${ref}/activity`, isThere)).toEqual([]);
  });
});
