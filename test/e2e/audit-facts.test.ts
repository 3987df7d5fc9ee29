import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { openPage } from '../support/page.ts';
import { aSample, anEmptyAudit, faultsOn, soon } from '../support/rooms.ts';

describe.runIf(hasBrowser('the tests of the facts of an audit'))('the facts of the audit', () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('are changed over any room, stored while one types, and undone', async () => {
    const { workbench, ref, read } = await anEmptyAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/findings`);
    await page.getByRole('button', { name: 'An empty audit' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    const layer = page.getByRole('dialog', { name: 'Audit and team' });
    await layer.getByLabel('Scope', { exact: true }).fill('Claims handling');
    await layer.getByLabel('First day').fill('2026-11-30');
    await layer.getByLabel('Last day').fill('2026-11-29');
    await layer.getByText('The last day is before the first.').waitFor();
    await layer.getByLabel('Remote share, percent').fill('40');
    await layer.getByLabel('Sector').fill('Insurance');
    await layer.getByLabel('Title').fill('');
    await layer.getByLabel('Title').blur();
    await expect
      .poll(async () => (await read()).audit, soon)
      .toMatchObject({ title: 'An empty audit', scope: 'Claims handling', startsOn: '2026-11-30', remoteShare: 40 });
    await expect.poll(async () => (await read()).organization.sector, soon).toBe('Insurance');
    await layer.getByLabel('Remote share, percent').fill('400');
    await layer.getByText('A whole number is needed').waitFor();
    expect((await read()).audit.remoteShare).not.toBe(400);
    await page.keyboard.press('Escape');
    await layer.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await read()).organization.sector, soon).toBe('');
  });

  it('have a team whose members are added, described, removed and brought back', async () => {
    const { workbench, ref, read } = await anEmptyAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/overview`);
    await page.getByRole('button', { name: 'An empty audit' }).click();
    const layer = page.getByRole('dialog', { name: 'Audit and team' });
    await layer.getByRole('button', { name: 'Add a member' }).click();
    await expect
      .poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value), soon)
      .toBe('Auditor 1');
    await page.keyboard.type('Ada Beispiel');
    await layer.getByRole('listitem', { name: 'Ada Beispiel' }).waitFor();
    await layer.getByLabel('Role', { exact: true }).selectOption('Lead auditor');
    await layer.getByLabel('Competence').fill('ISO/IEC 42001 lead auditor');
    await layer.getByLabel('Independence declaration').fill('No ties in the last two years.');
    const member = {
      name: 'Ada Beispiel',
      role: 'lead-auditor',
      competence: 'ISO/IEC 42001 lead auditor',
      independence: 'No ties in the last two years.',
    };
    await expect.poll(async () => (await read()).team, soon).toMatchObject([member]);
    await layer.getByRole('button', { name: 'Remove Ada Beispiel' }).click();
    await expect.poll(async () => (await read()).team, soon).toEqual([]);
    await layer.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await read()).team, soon).toMatchObject([member]);
  });

  it('have nothing that axe objects to and fit at 200 % zoom', async () => {
    const { workbench, ref } = await aSample();
    const page = await openPage(browser, workbench, `/a/${ref}/plan`, { colorScheme: 'light' });
    await page.getByRole('toolbar').or(page.getByRole('table')).first().waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await page.getByRole('dialog', { name: 'Audit and team' }).getByLabel('Scope', { exact: true }).waitFor();
    expect(await faultsOn(page, { only: '[role=dialog]' })).toEqual([]);
  }, 120_000);
});
