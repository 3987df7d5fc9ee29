import { readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { aWorkbench, openPage, type Workbench } from '../support/page.ts';
import { aSample, findFaults, soon } from '../support/rooms.ts';

/** A spreadsheet as somebody writes one for themselves: two columns. */
async function aChecklist(name: string, rows: readonly (readonly [requirement: string, question: string])[]) {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Our questions');
  sheet.addRow(['Requirement', 'Question']);
  for (const row of rows) sheet.addRow([...row]);
  return {
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
  };
}

const firstRows = [
  ['8.4', 'Who looks at effects on people before a release?'],
  ['8.4', 'What was stopped because of them?'],
  ['5.2', 'Where is the policy?'],
] as const;
const secondRows = [
  ['8.4', 'Who looks at effects on people before every release?'],
  ['8.4', 'What was stopped because of them?'],
  ['5.2', 'Where is the policy?'],
  ['5.2', 'Who has read it?'],
] as const;

type Upload = Awaited<ReturnType<typeof aChecklist>>;

async function chooseFile(page: Page, file: Upload) {
  await page.keyboard.press('i');
  const chooser = page.waitForEvent('filechooser');
  // The place to drop a file gets the focus a moment after the layer is there.
  await page.locator(':focus', { hasText: 'Drop a spreadsheet (.xlsx)' }).waitFor();
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(file);
}

/** Imports a checklist under the name that is proposed for it, by keyboard. */
async function importIt(page: Page, file: Upload, id: string, version: string) {
  await chooseFile(page, file);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('this is made from its name').waitFor();
  expect([await dialog.getByLabel('Id').inputValue(), await dialog.getByLabel('Version').inputValue()]).toEqual([
    id,
    version,
  ]);
  await expect.poll(() => dialog.getByRole('button', { name: 'Import' }).isEnabled(), soon).toBe(true);
  await page.locator('input:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(`Imported: Own ${version}`).waitFor();
  await dialog.waitFor({ state: 'detached' });
}

const chosenRow = (page: Page) => page.locator('a[aria-current="true"]');
const ours = (workbench: Workbench) => workbench.api.call('catalogues.list', {});

/** An audit made with version 1 of an own catalogue, of which version 2 came in afterwards. */
async function anAuditWithNewerCatalogue(browser: Browser) {
  const workbench = await aWorkbench();
  const page = await openPage(browser, workbench, '/catalogues');
  await page.getByText('Your own checklists go here').waitFor();
  await importIt(page, await aChecklist('own.xlsx', firstRows), 'own', '1');
  const { id, ref } = await workbench.api.call('audits.create', {
    title: 'With our own questions',
    type: 'internal',
    organization: 'Invented Ltd',
    catalogue: 'own',
    team: [{ name: 'Inga Probe', role: 'lead-auditor' }],
  });
  await importIt(page, await aChecklist('own.xlsx', secondRows), 'own', '2');
  const read = () => workbench.api.call('audits.open', { audit: id });
  return { workbench, page, id, ref, read };
}

describe.runIf(hasBrowser('the tests of catalogues on the page'))('the catalogues room', () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('is reached by keys, shows what comes with Plumbline, and exports it as a spreadsheet', async () => {
    const workbench = await aWorkbench();
    const page = await openPage(browser, workbench, '/audits');
    await page.getByRole('link', { name: 'Catalogues' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('k');
    await page.getByText('Your own checklists go here').waitFor();
    await page.locator('summary').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('nothing of this kind');
    await page.getByText('No question has these words.').waitFor();
    await page.getByRole('searchbox').fill('climate');
    await expect.poll(() => page.locator('summary').count(), soon).toBeLessThan(5);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.locator('summary:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Intent').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('x');
    const save = page.getByRole('link', { name: /^Save .*\.xlsx$/ });
    await save.waitFor({ timeout: 60_000 });
    const [row] = await ours(workbench);
    const name = `${row?.id} ${row?.version}.xlsx`;
    const download = page.waitForEvent('download');
    await save.click();
    expect((await download).suggestedFilename()).toBe(name);
    const made = new ExcelJS.Workbook();
    await made.xlsx.load(readFileSync(path.join(workbench.workspace, 'exports', name)) as never);
    expect(made.getWorksheet('Questions')?.actualRowCount).toBe((row?.questions ?? 0) + 1);
  }, 120_000);

  it('imports an own checklist of two columns after showing it, and keeps nothing of a wrong one', async () => {
    const workbench = await aWorkbench();
    const page = await openPage(browser, workbench, '/catalogues');
    await page.getByText('Your own checklists go here').waitFor();
    const wrong = await aChecklist('wrong.xlsx', [
      ['8.4', 'A question?'],
      ['8.99', 'Another?'],
      ['', 'Of what?'],
    ]);
    await chooseFile(page, wrong);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('row', { name: /3 .*8\.99/ }).waitFor();
    await dialog.getByRole('row', { name: /4 Requirement/ }).waitFor();
    expect(await dialog.getByRole('button', { name: 'Import' }).isDisabled()).toBe(true);
    expect(await ours(workbench)).toHaveLength(1);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    await importIt(page, await aChecklist('own.xlsx', firstRows), 'own', '1');
    await chosenRow(page).getByText('own 1').waitFor();
    await page.getByText('Where is the policy?').waitFor();
    expect((await ours(workbench)).find(({ id }) => id === 'own')).toMatchObject({ questions: 3, origin: 'own' });

    await chooseFile(page, await aChecklist('other name.xlsx', secondRows));
    await dialog.getByLabel('Id').fill('own');
    await dialog.getByText(/is here already with other content/).waitFor();
    await dialog.getByLabel('Version').fill('2');
    await dialog.getByText('1 question added, 1 reworded.').waitFor();
    await page.keyboard.press('Enter');
    await chosenRow(page).getByText('own 2').waitFor();

    await page.keyboard.press('d');
    await page.locator('input:focus').waitFor();
    await page.keyboard.press('Enter');
    const earlier = page.getByRole('option', { name: '1 of own' });
    await earlier.waitFor();
    // The list takes the keys a moment after it is drawn: down until the one that is meant is marked.
    await expect
      .poll(async () => {
        await page.keyboard.press('ArrowDown');
        return earlier.getAttribute('data-combobox-selected');
      }, soon)
      .toBe('true');
    await page.keyboard.press('Enter');
    await dialog.getByText('From 1 of own to 2 of own').waitFor();
    await dialog.getByText('every').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Put away' }).press('Enter');
    await page.getByText('Audits that use it keep it.').first().waitFor();
    await expect
      .poll(
        async () => (await ours(workbench)).filter(({ isRetired }) => isRetired).map(({ version }) => version),
        soon,
      )
      .toEqual(['2']);
    await page.getByRole('button', { name: 'Offer again' }).press('Enter');
    await expect.poll(async () => (await ours(workbench)).some(({ isRetired }) => isRetired), soon).toBe(false);
  }, 120_000);

  it('takes a dropped file to the preview', async () => {
    const workbench = await aWorkbench();
    const page = await openPage(browser, workbench, '/catalogues');
    await page.getByText('Your own checklists go here').waitFor();
    const { buffer, name } = await aChecklist('dropped.xlsx', firstRows);
    const transfer = await page.evaluateHandle(
      ([bytes, file]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([new Uint8Array(bytes)], file));
        return dataTransfer;
      },
      [[...buffer], name] as const,
    );
    await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
    await page.getByText('Drop a catalogue here').waitFor();
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
    await page.getByRole('dialog').getByLabel('Id').waitFor();
  });

  it('offers a newer version inside an audit, which takes it as one step and keeps its answers', async () => {
    const { page, ref, read } = await anAuditWithNewerCatalogue(browser);
    await page.evaluate((hash) => void (location.hash = hash), `/a/${ref}/checklist/8.4`);
    await page.getByText('Who looks at effects on people before a release?').first().waitFor();
    const before = await read();
    const answered = before.checklist.find(({ question }) => question.includes('before a release'));
    await page.evaluate((hash) => void (location.hash = hash), `/a/${ref}/checklist/${answered?.id}`);
    await page.keyboard.press('1');
    await expect
      .poll(async () => (await read()).checklist.find(({ id }) => id === answered?.id)?.verdict, soon)
      .toBe('conforms');

    await page
      .getByText('A newer version 2 of this audit’s catalogue is here: 1 question added, 1 reworded.')
      .waitFor();
    await page.getByRole('button', { name: 'Look at it' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Who has read it?').waitFor();
    await dialog.getByText('Answered questions stay as they were asked').waitFor();
    await dialog.getByRole('button', { name: 'Take it into this audit' }).press('Enter');
    await page.getByText('Taken in: 1 question came in. 1 question with an answer stays as asked.').waitFor();
    await dialog.waitFor({ state: 'detached' });
    const after = await read();
    expect(after.audit.catalogue).not.toBe(before.audit.catalogue);
    expect(after.checklist).toHaveLength(before.checklist.length + 1);
    expect(after.checklist.find(({ id }) => id === answered?.id)).toMatchObject({
      verdict: 'conforms',
      question: 'Who looks at effects on people before a release?',
    });
    await expect.poll(() => page.getByText('A newer version 2').count(), soon).toBe(0);

    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await read()).audit.catalogue, soon).toBe(before.audit.catalogue);
    expect((await read()).checklist).toHaveLength(before.checklist.length);
    await page.getByText('A newer version 2').waitFor();
    await page.getByRole('button', { name: 'Not now' }).press('Enter');
    await expect.poll(() => page.getByText('A newer version 2').count(), soon).toBe(0);
    await page.reload();
    await page.getByText('Who looks at effects on people before a release?').first().waitFor();
    expect(await page.getByText('A newer version 2').count()).toBe(0);
  }, 120_000);

  it('lets only a lead auditor take a newer version, and says so', async () => {
    const { workbench, page, ref, read } = await anAuditWithNewerCatalogue(browser);
    await workbench.api.call('settings.write', { name: 'Otto Gast' });
    await page.evaluate((hash) => void (location.hash = hash), `/a/${ref}/checklist`);
    const before = await read();
    await page.getByRole('button', { name: 'Look at it' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Take it into this audit' }).press('Enter');
    await dialog
      .getByRole('alert')
      .getByText(/Only the lead auditor of this audit \(Inga Probe\)/)
      .waitFor();
    expect((await read()).audit.catalogue).toBe(before.audit.catalogue);
  }, 120_000);

  it('has nothing that axe objects to and fits at 200 % zoom', async () => {
    const { workbench } = await aSample();
    const room = await findFaults(browser, workbench, '/catalogues', (page) =>
      page.getByText('used in 1 audit').first().waitFor(),
    );
    expect(room).toEqual([]);
    const wrong = await aChecklist('wrong.xlsx', [['8.99', 'A question?']]);
    const problems = await findFaults(browser, workbench, '/catalogues', async (page) => {
      await page.getByText('used in 1 audit').first().waitFor();
      await chooseFile(page, wrong);
      await page.getByRole('button', { name: 'Copy the list' }).waitFor();
    });
    expect(problems).toEqual([]);
  }, 240_000);

  it('has nothing that axe objects to in a newer version inside an audit', async () => {
    const { workbench, ref } = await anAuditWithNewerCatalogue(browser);
    const faults = await findFaults(browser, workbench, `/a/${ref}/checklist/8.4`, async (page) => {
      await page.getByRole('button', { name: 'Look at it' }).click();
      await page.getByRole('dialog').getByText('Who has read it?').waitFor();
    });
    expect(faults).toEqual([]);
  }, 120_000);
});

describe.runIf(hasBrowser('the tests of grades and licensed text on the page'))('an audit by its template', () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('offers the grades of the template only, and points out one from elsewhere', async () => {
    const workbench = await aWorkbench();
    const { id, ref } = await workbench.api.call('audits.create', {
      title: 'Ready for stage 2?',
      type: 'stage-1',
      organization: 'Invented Ltd',
    });
    await workbench.api.call('findings.create', { audit: id, fields: { grade: 'minor', title: 'From elsewhere' } });
    const page = await openPage(browser, workbench, `/a/${ref}/findings`);
    await page.getByRole('link', { name: /From elsewhere/ }).waitFor();
    await page.keyboard.press('f');
    await page.getByText('Something that could become a nonconformity at stage 2').waitFor();
    const names = () => page.getByRole('radio').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    const used = ['Area of concern', 'Observation', 'Strength'];
    expect(await names()).toEqual(used);
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: 'F-002' }).waitFor();
    expect((await workbench.api.call('audits.open', { audit: id })).findings[1]?.grade).toBe('concern');
    await page.evaluate((hash) => void (location.hash = hash), `/a/${ref}/findings/F-001`);
    await page.getByText('Has a grade that the template “Stage 1 audit” does not use.').waitFor();
    await page.getByRole('button', { name: /^Decide the grade/ }).click();
    const grades = page.getByRole('group', { name: 'Grade' }).getByRole('radio');
    expect(await grades.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))).toEqual([
      ...used,
      'Minor nonconformity',
    ]);
  });

  it('prints licensed text only where it is there and asked for, each time anew', async () => {
    const { workbench, ref, read } = await aSample();
    const page = await openPage(browser, workbench, `/a/${ref}/report`);
    await page.getByRole('button', { name: 'Word report' }).waitFor();
    const box = page.getByRole('checkbox', { name: 'Print the licensed text of the standard' });
    expect(await box.count()).toBe(0);
    const { standard, edition } = (await read()).audit;
    await workbench.api.call('licensedTexts.write', {
      standard,
      edition,
      requirement: '8.4',
      text: 'Words under licence.',
      holder: 'Invented Assurance',
    });
    const asked: unknown[] = [];
    page.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => {
        const { method, input } = JSON.parse(String(payload)) as { method: string; input: Record<string, unknown> };
        if (method === 'reports.export') asked.push(input.licensedTexts);
      }),
    );
    await page.reload();
    await page.getByText('under the licence of Invented Assurance').waitFor();
    expect(await box.isChecked()).toBe(false);
    await box.press('Space');
    await page.keyboard.press('x');
    await expect.poll(() => asked, soon).toEqual([true]);
    await page.getByRole('link', { name: /^Save .*\.xlsx$/ }).waitFor({ timeout: 60_000 });

    await page.evaluate((hash) => void (location.hash = hash), `/a/${ref}/findings`);
    // The room follows the address a frame behind.
    await page
      .locator('[data-room="Findings"]')
      .getByRole('link', { name: /^F-001/ })
      .waitFor();
    await page.evaluate((hash) => void (location.hash = hash), `/a/${ref}/report`);
    await page.getByText('under the licence of Invented Assurance').waitFor();
    expect(await box.isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Excel workbook' }).click();
    await expect.poll(() => asked, soon).toEqual([true, false]);
  }, 120_000);
});
