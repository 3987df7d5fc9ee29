import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { openPage } from '../support/page.ts';
import { anEmptyAudit, aSample, findFaults, soon } from '../support/rooms.ts';

const fixture = (name: string) => path.resolve(import.meta.dirname, '../fixtures/ai-systems', name);

async function chooseList(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) {
  const chooser = page.waitForEvent('filechooser');
  await page.getByText('Drop the client’s list').click();
  await (await chooser).setFiles(file);
}

/** An audit with three systems, none sampled. */
async function someSystems() {
  const audit = await anEmptyAudit();
  const add = (name: string, impact: 'high' | 'low', role: 'producer' | 'customer') =>
    audit.workbench.api.call('aiSystems.create', { audit: audit.id, fields: { name, impact, role } });
  const systems = {
    claims: await add('Claims triage', 'high', 'producer'),
    broker: await add('Broker assist', 'low', 'customer'),
    fraud: await add('Fraud flag', 'high', 'customer'),
  };
  return { ...audit, systems };
}

describe.runIf(hasBrowser('the tests of AI systems on the page'))('the AI systems room', () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('adds, edits, samples with a reason and removes by keyboard, and every step can be undone', async () => {
    const { workbench, ref, read } = await anEmptyAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/systems`);
    await page.getByText('No AI system is recorded yet').waitFor();
    const stored = async () => (await read()).aiSystems;
    await page.keyboard.press('n');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), soon).toBe('TEXTAREA');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Claims triage');
    await expect.poll(async () => (await stored()).map(({ name }) => name), soon).toEqual(['Claims triage']);
    await page.keyboard.press('Escape');
    const row = page.getByRole('link', { name: 'Claims triage' });
    await expect.poll(() => row.evaluate((link) => link === document.activeElement), soon).toBe(true);
    await page.keyboard.press('Space');
    await page.getByLabel('Why Claims triage is sampled').waitFor();
    await page.keyboard.type('It decides about people.');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await stored())[0], soon)
      .toMatchObject({ sampled: true, samplingReason: 'It decides about people.' });
    await expect.poll(() => row.evaluate((link) => link === document.activeElement), soon).toBe(true);
    await page.keyboard.press('o');
    await expect.poll(async () => (await stored())[0]?.inScope, soon).toBe(false);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await stored())[0]?.inScope, soon).toBe(true);
    await page.keyboard.press('Delete');
    await page.getByText('Claims triage was removed.').waitFor();
    expect(await stored()).toEqual([]);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(async () => (await stored())[0]?.samplingReason, soon).toBe('It decides about people.');
  });

  it('finds, filters, sorts, and changes the marked ones as one step', async () => {
    const { workbench, ref, read } = await someSystems();
    const page = await openPage(browser, workbench, `/a/${ref}/systems`);
    await page.getByText('3 AI systems, 0 sampled').waitFor();
    const names = () => page.getByRole('row').getByRole('link').allTextContents();
    expect(await names()).toEqual(['Broker assist', 'Claims triage', 'Fraud flag']);
    await page.getByRole('button', { name: 'Name', exact: true }).click();
    await expect.poll(names, soon).toEqual(['Fraud flag', 'Claims triage', 'Broker assist']);
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type('claims');
    await expect.poll(names, soon).toEqual(['Claims triage']);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Escape');
    for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
    await page.getByText('2 marked').waitFor();
    await page.getByLabel('Reason for the sample').fill('The two of the claims department.');
    await page.keyboard.press('Enter');
    const sampled = async () =>
      (await read()).aiSystems.filter((system) => system.sampled).map(({ samplingReason }) => samplingReason);
    await expect.poll(sampled, soon).toEqual(Array(2).fill('The two of the claims department.'));
    await page.getByText('3 AI systems, 2 sampled').waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(sampled, soon).toEqual([]);
  });

  it('says what about the sample to look at, and asks the questions for a sampled system', async () => {
    const { workbench, id, ref, read, systems } = await someSystems();
    await workbench.api.call('checklist.takeIn', { audit: id, requirement: 'A.6.2.4' });
    await workbench.api.call('aiSystems.update', {
      audit: id,
      aiSystem: systems.claims.id,
      fields: { sampled: true, samplingReason: 'High impact.' },
    });
    const page = await openPage(browser, workbench, `/a/${ref}/systems`);
    const sample = page.getByRole('article', { name: 'The sample' });
    await sample.getByText('High impact, in scope, neither sampled nor explained').waitFor();
    await sample.getByRole('link', { name: 'Fraud flag' }).waitFor();
    await sample.getByText('No system with this role is sampled').waitFor();
    await sample.getByText('Sampled, but no question is put for it').waitFor();
    await sample.getByRole('button', { name: /^Ask the questions/ }).click();
    const asked = async () => (await read()).checklist.filter(({ aiSystem }) => aiSystem === systems.claims.id).length;
    await expect.poll(asked, soon).toBeGreaterThan(0);
    await sample.getByText('Sampled, but no question is put for it').waitFor({ state: 'detached' });
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page
      .getByRole('article', { name: 'Claims triage' })
      .getByRole('link', { name: 'A.6.2.4', exact: true })
      .waitFor();
    const [item] = (await read()).checklist.filter(({ aiSystem }) => aiSystem === systems.claims.id);
    await workbench.api.call('checklist.update', { audit: id, item: item?.id ?? '', fields: { verdict: 'conforms' } });
    await page.getByRole('link', { name: /: conforms$/ }).waitFor();
    await page.keyboard.press('Delete');
    await page.getByText('“Claims triage” stays').waitFor();
    expect((await read()).aiSystems).toHaveLength(3);
  });

  it('imports a list after showing what it says, as one step with the file as evidence', async () => {
    const { workbench, ref, read } = await someSystems();
    const page = await openPage(browser, workbench, `/a/${ref}/systems`);
    await page.getByText('3 AI systems, 0 sampled').waitFor();
    await page.keyboard.press('i');
    await chooseList(page, {
      name: 'list.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        'AI system,Role,Owner\nclaims triage,Customer,Mara Example\nRouting,Something else,Ed Example\n',
      ),
    });
    const dialog = page.getByRole('dialog');
    await dialog.getByText('1 AI system would be added').waitFor();
    await dialog.getByLabel('Role of Claims triage: take what the file says').check();
    await dialog.getByLabel('Role “Something else” means').selectOption('Partner');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('1 AI system added, 1 changed. The file is E-001.').waitFor();
    const systems = async () => (await read()).aiSystems;
    expect(await systems()).toContainEqual(expect.objectContaining({ name: 'Routing', role: 'partner' }));
    expect(await systems()).toContainEqual(
      expect.objectContaining({ name: 'Claims triage', role: 'customer', owner: 'Mara Example' }),
    );
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(async () => (await systems()).length, soon).toBe(3);
    expect((await read()).evidence).toEqual([]);

    await page.keyboard.press('Escape');
    await page.keyboard.press('i');
    await chooseList(page, fixture('36-no-table.xlsx'));
    await page.getByText('36-no-table.xlsx was not read').waitFor();
    await page.getByText('Nothing was changed.').waitFor();
  });

  it('has nothing that axe objects to and fits at 200 % zoom', async () => {
    const { workbench, ref, read } = await aSample();
    const [system] = (await read()).aiSystems;
    const faults = [
      ...(await findFaults(browser, workbench, `/a/${ref}/systems`, (page) =>
        page.getByText(/AI systems, \d+ sampled/).waitFor({ state: 'attached' }),
      )),
      ...(await findFaults(browser, workbench, `/a/${ref}/systems/${system?.id}`, (page) =>
        page.getByRole('article', { name: system?.name ?? '' }).waitFor(),
      )),
    ];
    expect(faults).toEqual([]);
  }, 120_000);
});
