import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { openPage } from '../support/page.ts';
import { anEmptyAudit, aSample, findFaults, soon } from '../support/rooms.ts';

const statement = path.resolve(import.meta.dirname, '../../assets/sample/soa.xlsx');

async function chooseStatement(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) {
  const chooser = page.waitForEvent('filechooser');
  await page.getByText('Drop the client’s spreadsheet').click();
  await (await chooser).setFiles(file);
}

describe.runIf(hasBrowser('the tests of applicability on the page'))('the applicability room', () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('imports a statement after showing what it says and changes, as one step', async () => {
    const { workbench, ref, read } = await anEmptyAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/applicability`);
    await page.getByText('Nothing is stated yet').waitFor();
    await page.keyboard.press('i');
    await chooseStatement(page, statement);
    await page.getByText('Controls that are missing').waitFor();
    await page.getByText('38 controls would change').waitFor();
    expect((await read()).soa.entries.some(({ stated }) => stated)).toBe(false);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('Imported: 34 applicable, 3 excluded. The workbook is E-001.').waitFor();
    const after = await read();
    expect(after.soa).toMatchObject({ version: '2.1', approver: 'Chief risk officer' });
    expect(after.soa.entries.filter(({ applicable }) => !applicable)).toHaveLength(3);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(async () => (await read()).soa.entries.some(({ stated }) => stated), soon).toBe(false);
    expect((await read()).evidence).toEqual([]);
  });

  it('refuses what is not a statement in words and changes nothing', async () => {
    const { workbench, ref, read } = await anEmptyAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/applicability`);
    await page.getByText('Nothing is stated yet').waitFor();
    await page.keyboard.press('i');
    await chooseStatement(page, { name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('Dear auditor') });
    await page.getByText('letter.txt was not read').waitFor();
    await page.getByText('Nothing was changed.').waitFor();
    expect((await read()).evidence).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('is answered control by control, by keyboard', async () => {
    const { workbench, ref, read } = await anEmptyAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/applicability/A.7.2`);
    const row = page.getByRole('row', { name: /A\.7\.2/ });
    await row.waitFor();
    const stored = async () => (await read()).soa.entries.find(({ control }) => control === 'A.7.2');
    await row.getByRole('button', { name: 'No' }).click();
    await expect.poll(stored, soon).toMatchObject({ applicable: false, stated: true });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.keyboard.type('No model is trained here.');
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await stored())?.justification, soon).toBe('No model is trained here.');
    await page.getByRole('link', { name: /^A\.7\.2: not applicable/ }).waitFor();
    await page.keyboard.press('j');
    await expect.poll(() => page.url(), soon).toContain('/applicability/A.7.3');
    await page.getByLabel('Version').fill('2.2');
    await page.getByLabel('Date').fill('2026-12-01');
    await expect.poll(async () => (await read()).soa, soon).toMatchObject({ version: '2.2', date: '2026-12-01' });
    await page.getByRole('button', { name: /^Excluded/ }).click();
    await expect.poll(() => page.getByRole('row', { name: /^A\.\d/ }).count(), soon).toBeLessThanOrEqual(2);
  });

  it('has nothing that axe objects to and fits at 200 % zoom', async () => {
    const { workbench, ref } = await aSample();
    const faults = await findFaults(browser, workbench, `/a/${ref}/applicability`, (page) =>
      page.getByRole('heading', { name: 'Statement of Applicability' }).waitFor(),
    );
    expect(faults).toEqual([]);
  }, 120_000);
});
