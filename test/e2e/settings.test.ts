import { copyFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyFile } from '../../electron/core/sealed/verify-file.ts';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { aWorkbench, openPage } from '../support/page.ts';
import { anEmptyAudit, faultsOn, findFaults, soon } from '../support/rooms.ts';

const ready = (page: Page) => page.getByRole('heading', { name: 'Backups' }).waitFor();

describe.runIf(hasBrowser('the tests of the settings on the page'))('the settings', () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('keep the time limits of the workspace with their basis, and the rules that are off with their reason', async () => {
    const { workbench, ref } = await anEmptyAudit();
    const page = await openPage(browser, workbench, '/settings');
    await page.getByLabel('Audit type').selectOption('internal');
    const days = page.getByLabel('Days, Major nonconformity, corrective action done');
    await days.fill('45');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Home');
    await page.keyboard.type('Procedure QP-4: ');
    await page.keyboard.press('Tab');
    await page.getByText('Corrective action done · changed here').waitFor();
    const rule = async () =>
      (await workbench.api.call('dueRules.list', {})).find(
        ({ auditType, grade, step }) => auditType === 'internal' && grade === 'major' && step === 'action',
      );
    await expect.poll(async () => (await rule())?.basis, soon).toContain('Procedure QP-4: ');
    expect(await rule()).toMatchObject({ days: 45, isUsual: false });
    const { id: finding } = await workbench.api.call('findings.create', { audit: ref, fields: { grade: 'major' } });
    const { dueBasis } = await workbench.api.call('actions.create', {
      audit: ref,
      fields: { finding, kind: 'corrective-action' },
    });
    expect(dueBasis).toContain('45 days after');

    const vague = async () =>
      (await workbench.api.call('adviceRules.list', {})).find(({ rule: key }) => key === 'vague-words');
    const box = page.getByRole('checkbox', { name: 'Vague words' });
    await box.focus();
    await page.keyboard.press('Space');
    await page.keyboard.type('Our readers know what “insufficient” is.');
    await page.keyboard.press('Enter');
    await expect.poll(vague, soon).toMatchObject({ isOn: false, reason: 'Our readers know what “insufficient” is.' });
    expect(await page.getByRole('checkbox', { name: 'A requirement is cited' }).isDisabled()).toBe(true);
    await box.press('Space');
    await expect.poll(vague, soon).toMatchObject({ isOn: true, reason: '' });
  });

  it('verify the workspace, and an audit is sealed from its report for somebody else to check', async () => {
    const { workbench, ref } = await anEmptyAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/report`);
    await page.getByLabel('Leave the files of evidence out').check();
    await page.getByRole('button', { name: 'Seal the audit' }).click();
    await page.getByText('Signed with the key').waitFor();
    for (const name of [/\.plumb$/, /plumbline-verify\.html$/, /plumbline-verify\.mjs$/])
      await page.getByRole('link', { name }).waitFor();
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: /\.plumb$/ }).click();
    const file = await (await downloading).path();
    const { configuration, workspace } = workbench;
    const named = `${file}.plumb`;
    await copyFile(file, named);
    expect(await verifyFile({ file: named, workspace, configuration })).toMatchObject({ ok: true, kind: 'sealed' });
    await page.keyboard.press('g');
    await page.keyboard.press(',');
    await page.getByRole('button', { name: 'Verify the workspace' }).click();
    await page.getByText(/^Unchanged: \d+ changes/).waitFor();
  }, 60_000);

  it('keep a layout of the house, which a report then has, and do not let it go while it is used', async () => {
    const { workbench, ref } = await anEmptyAudit();
    const page = await openPage(browser, workbench, '/settings');
    const layouts = () => workbench.api.call('houseLayouts.list', {});
    await page.getByRole('button', { name: 'New layout' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Title of the report').fill('Assurance report');
    await form.getByLabel('Accent', { exact: true }).fill('#ffcc00');
    await page.keyboard.press('Tab');
    await form.getByLabel('Own order of sections').check();
    await form.getByRole('button', { name: 'Move Findings: up and down arrow, or drag' }).focus();
    for (const key of ['ArrowDown', 'ArrowUp', 'ArrowUp']) await page.keyboard.press(key);
    await form.getByText('Findings is now 9 of 17.').waitFor({ state: 'attached' });
    await form.getByLabel('Heading of Findings').fill('What we found');
    // A button straight after typing: both count.
    await form.getByRole('button', { name: 'Leave Photographs out' }).click();
    await form.getByText('Assurance report', { exact: true }).waitFor();
    await expect
      .poll(async () => (await layouts())[0]?.sections.map(({ section }) => section).indexOf('findings'), soon)
      .toBe(8);
    const sections = async () => (await layouts())[0]?.sections ?? [];
    await expect.poll(async () => (await sections()).some(({ section }) => section === 'photos'), soon).toBe(false);
    expect((await sections()).find(({ section }) => section === 'findings')?.heading).toBe('What we found');
    expect((await layouts())[0]).toMatchObject({ coverTitle: 'Assurance report' });
    expect((await layouts())[0]?.accent).not.toBe('ffcc00');
    await page.keyboard.press('Escape');

    await page.goto(`${page.url().split('#')[0]}#/a/${ref}/report`);
    await page.getByLabel('Layout').selectOption('Our layout');
    await expect.poll(async () => (await layouts())[0]?.audits, soon).toEqual([ref]);
    await page.goto(`${page.url().split('#')[0]}#/settings`);
    await page.getByRole('button', { name: 'Remove Our layout' }).click();
    await page.getByText(`is the layout of ${ref}`).waitFor();
    expect(await layouts()).toHaveLength(1);
    await page.getByRole('button', { name: 'Change Our layout' }).click();
    await page.getByRole('dialog').getByText('A section').waitFor();
    expect(await faultsOn(page)).toEqual([]);
  });

  it('are reached by keys, count at once, are kept, and another page follows', async () => {
    const { workbench, ref } = await anEmptyAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/overview`);
    const other = await openPage(browser, workbench, `/a/${ref}/overview`);
    await other.getByRole('link', { name: 'Activity' }).waitFor();
    await page.getByRole('link', { name: 'Activity' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press(',');
    await ready(page);

    const size = (of: Page) => of.evaluate(() => getComputedStyle(document.body).fontSize);
    const before = await size(page);
    await page.getByRole('radio', { name: 'Normal' }).focus();
    for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    await expect.poll(() => size(page), soon).not.toBe(before);
    await expect.poll(() => size(other), soon).toBe(await size(page));

    await page.getByRole('radio', { name: 'High contrast' }).check();
    await expect.poll(() => other.evaluate(() => document.documentElement.dataset.contrast), soon).toBe('more');
    await page.getByRole('radio', { name: 'Dark' }).check();
    await expect
      .poll(() => page.evaluate(() => document.documentElement.dataset.mantineColorScheme), soon)
      .toBe('dark');

    await page.getByLabel('Dates and numbers').selectOption('de-DE');
    await page.getByText('Looks like').filter({ hasText: '1.234,5' }).waitFor();

    await page.getByLabel('Name', { exact: false }).first().fill('Ada Auditor');
    await expect
      .poll(() => workbench.api.call('settings.read', {}), soon)
      .toMatchObject({ name: 'Ada Auditor', theme: 'dark', textSize: 'largest', language: 'de-DE' });
    await page.getByLabel('Name', { exact: false }).first().fill('');
    await page.getByText('Without a name nobody can tell').waitFor();

    await page.reload();
    await ready(page);
    expect(await page.getByRole('radio', { name: 'Largest' }).isChecked()).toBe(true);
    expect((await workbench.api.call('settings.read', {})).name).toBe('Ada Auditor');
    await workbench.api.call('audits.update', { audit: ref, fields: { scope: 'All' } });
    const [change] = await workbench.api.call('changes.list', { audit: ref, limit: 1 });
    expect(change?.actor).toBe('Ada Auditor');
  });

  it('make a backup by keyboard and list it', async () => {
    const { workbench } = await anEmptyAudit();
    const page = await openPage(browser, workbench, '/settings');
    await page.getByText('No backup yet.').waitFor();
    await page.getByRole('button', { name: 'Make a backup' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/was made and read back/).waitFor();
    await expect
      .poll(() => page.getByRole('list', { name: 'Backups of this workspace' }).getByRole('listitem').count(), soon)
      .toBe(1);
    expect(await workbench.api.call('backups.list', {})).toMatchObject([{ kind: 'backup' }]);
  });

  it('say where the workspace is and open the keys', async () => {
    const workbench = await aWorkbench();
    const page = await openPage(browser, workbench, '/settings');
    await page.getByText(workbench.workspace).first().waitFor();
    await page.getByRole('button', { name: 'Show the keys' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await workbench.api.call('settings.write', { tour: 'done' });
    await page.getByRole('button', { name: 'Take the tour again' }).click();
    await expect.poll(async () => (await workbench.api.call('settings.read', {})).tour, soon).toBe('open');
  });

  it.each([
    { theme: 'system', textSize: 'normal' },
    { theme: 'contrast', textSize: 'largest' },
  ] as const)('have no faults in $theme with $textSize text, light and dark, and at 200 % zoom', async (look) => {
    const workbench = await aWorkbench();
    await workbench.api.call('backups.make', {});
    await workbench.api.call('settings.write', look);
    expect(await findFaults(browser, workbench, '/settings', ready)).toEqual([]);
  });

  it('fit at the largest text on a small screen', async () => {
    const workbench = await aWorkbench();
    await workbench.api.call('settings.write', { textSize: 'largest' });
    const page = await openPage(browser, workbench, '/settings', { viewport: { width: 1024, height: 700 } });
    await ready(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1024);
  });
});
