// To the auditee and back on the page: sheets, workbook, and the response with its preview.
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { fillIn } from '../support/filled-response.ts';
import { openPage } from '../support/page.ts';
import { aSample, axeFaults, findFaults, soon } from '../support/rooms.ts';

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe.runIf(hasBrowser('the tests of responses on the page'))('what goes to the auditee', () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('is made by keyboard, comes back with a preview, and is taken in as one step', { timeout: 90_000 }, async () => {
    const { workbench, ref, read } = await aSample();
    const page = await openPage(browser, workbench, `/a/${ref}/findings/F-002`);
    await page.getByRole('link', { name: /^F-001/ }).waitFor();
    await page.keyboard.press('p');
    const files = page.getByRole('region', { name: 'For the auditee' });
    await files.getByText('3 sheets for the closing meeting').waitFor();
    await page.keyboard.press('x');
    await files.getByText('Workbook with 4 rows').waitFor();
    const link = files.getByRole('link', { name: /corrective actions\.xlsx/ });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const sent = new Uint8Array(readFileSync(await download.path()));

    await page.keyboard.press('Escape');
    await page.keyboard.press('i');
    const choose = async (name: string, bytes: Uint8Array) => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('dialog').locator('input[type=file]').dispatchEvent('click');
      await (await chooser).setFiles({ name, mimeType: spreadsheet, buffer: Buffer.from(bytes) });
    };
    await choose('wrong.xlsx', fillIn(sent, [{ correctionStatus: 'Nearly' }]));
    await page.getByText('Row 2, “Correction: status”: “Nearly” is not one of the list: Open or Done.').waitFor();
    const cause = 'The release form has no question about it.';
    await choose('filled.xlsx', fillIn(sent, [{}, {}, { cause, position: 'Agrees', actionPlanned: '2027-06-01' }]));
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: '3 answers would change' }).waitFor();
    await dialog.getByText('The planned day 2027-06-01 is after the due day').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const before = await read();
    await page.keyboard.press('Enter');
    await page.getByText('Taken in: 3 answers on 1 finding. The workbook is E-017.').waitFor();
    const action = async () => {
      const { actions, findings } = await read();
      const id = findings.find(({ number }) => number === 'F-002')?.id;
      return actions.find(({ finding, kind }) => finding === id && kind === 'corrective-action');
    };
    await expect.poll(action, soon).toMatchObject({ cause, plannedOn: '2027-06-01' });
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(async () => (await read()).evidence.length, soon).toBe(16);
    expect((await read()).actions).toEqual(before.actions);
  });

  it('can be one sheet, from the menu, and is put away again', { timeout: 90_000 }, async () => {
    const { workbench, ref } = await aSample();
    const page = await openPage(browser, workbench, `/a/${ref}/findings/F-005`);
    await page.getByRole('button', { name: 'For the auditee' }).click();
    await page.getByRole('menuitem', { name: 'Print the sheet of F-005' }).click();
    const files = page.getByRole('region', { name: 'For the auditee' });
    await files.getByText('1 sheet for the closing meeting').waitFor();
    await files.getByRole('button', { name: 'Put away' }).click();
    await files.waitFor({ state: 'detached' });
    const made = async (other: Page) => {
      await other.getByRole('link', { name: /^F-005/ }).waitFor();
      await other.keyboard.press('p');
      await other.getByText('3 sheets for the closing meeting').waitFor();
    };
    expect(await findFaults(browser, workbench, `/a/${ref}/findings/F-005`, made)).toEqual([]);
  });
});
