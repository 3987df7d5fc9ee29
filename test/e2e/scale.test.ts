import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { openPage } from '../support/page.ts';
import { aSample, findFaults, soon } from '../support/rooms.ts';

describe.runIf(hasBrowser('the tests of the scale on the page'))('the scale of an audit', () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('is declared, named, and called so wherever a grade stands', { timeout: 90_000 }, async () => {
    const { workbench, ref, read } = await aSample();
    const page = await openPage(browser, workbench, `/a/${ref}/findings/F-002`);
    await page.getByRole('link', { name: /^F-002/ }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await page.getByRole('button', { name: 'Declare an own scale' }).click();
    const minor = page.getByRole('listitem', { name: 'Minor nonconformity' });
    await minor.getByLabel('Called').fill('Repair');
    await minor.getByLabel('Given where').fill('To be put right in the quarter.');
    const stored = async () => (await read()).auditGrades.find(({ grade }) => grade === 'minor');
    await expect.poll(stored, soon).toMatchObject({ label: 'Repair', definition: 'To be put right in the quarter.' });
    await minor.getByRole('checkbox').click();
    await page.getByText('Repair is the grade of F-002, F-003. Grade these otherwise first.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: /Repair/ }).waitFor();
    const open = async (other: typeof page) => {
      await other.getByRole('link', { name: /^F-002/ }).waitFor();
      await other.keyboard.press('g');
      await other.keyboard.press('d');
      await other.getByRole('button', { name: 'Back to the usual scale' }).waitFor();
    };
    expect(await findFaults(browser, workbench, `/a/${ref}/findings/F-002`, open)).toEqual([]);
  });
});
