import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { drawItems } from '../../shared/domain/sampling.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { aWorkbench, openPage } from '../support/page.ts';
import { axeFaults, findFaults, soon } from '../support/rooms.ts';

async function anAudit(systems: readonly string[] = []) {
  const workbench = await aWorkbench();
  const { api } = workbench;
  const { id, ref } = await api.call('audits.create', {
    title: 'Samples',
    type: 'internal',
    organization: 'Invented Ltd',
    questions: ['Q-8.4-01', 'Q-A.6.2.4-01'],
  });
  const read = () => api.call('audits.open', { audit: id });
  const { checklist } = await read();
  const itemOf = (question: string) => checklist.find(({ questionId }) => questionId === question)?.id ?? '';
  const systemIds: string[] = [];
  for (const name of systems)
    systemIds.push((await api.call('aiSystems.create', { audit: id, fields: { name, sampled: true } })).id);
  if (systemIds.length > 0)
    await api.call('checklist.repeat', { audit: id, items: [itemOf('Q-A.6.2.4-01')], aiSystems: systemIds });
  const placeOf = (question: string) => `/a/${ref}/checklist/${itemOf(question)}`;
  return { workbench, api, id, ref, read, itemOf, placeOf };
}

const current = (page: Page) => page.locator('article[data-open]');
const field = (page: Page, name: string) =>
  page.getByRole('group', { name: /^Sample 1/ }).getByLabel(name, { exact: true });

describe.runIf(hasBrowser('the tests of samples'))('samples and AI systems', { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('belong to the history of their question, and are undone from there', async () => {
    const { workbench, api, id, read, itemOf, placeOf } = await anAudit();
    const item = itemOf('Q-8.4-01');
    const { id: sample } = await api.call('samples.create', { audit: id, fields: { item, population: 'releases' } });
    const page = await openPage(browser, workbench, placeOf('Q-8.4-01'));
    await current(page).waitFor();
    await page.getByText('sample added').waitFor();
    await api.call('samples.update', { audit: id, sample, fields: { populationSize: 9, size: 4 } });
    await page.getByText('sample, out of: 9').waitFor();
    await page.getByRole('button', { name: /^Undo: sample, how many: 4/ }).click();
    await expect.poll(async () => (await read()).samples, soon).toMatchObject([{ populationSize: 9, size: null }]);
    await api.call('samples.remove', { audit: id, sample });
    await page.getByRole('button', { name: 'Undo: sample removed' }).click();
    await expect.poll(async () => (await read()).samples, soon).toMatchObject([{ population: 'releases' }]);
    const other = await openPage(browser, workbench, placeOf('Q-A.6.2.4-01'));
    await other.getByText('put into the audit').waitFor();
    expect(await other.getByText('sample added').count()).toBe(0);
  });

  it('are written, drawn by a seed, removed, and taken back', async () => {
    const { workbench, read, itemOf, placeOf } = await anAudit();
    const page = await openPage(browser, workbench, placeOf('Q-8.4-01'));
    await current(page).waitFor();
    await page.keyboard.press('s');
    await field(page, 'Population').waitFor();
    await page.keyboard.type('changes of the year');
    await field(page, 'How many').fill('2');
    await field(page, 'Chosen').selectOption('random');
    await expect.poll(() => field(page, 'Seed').inputValue(), soon).not.toBe('');
    await field(page, 'Seed').fill('2026');
    await field(page, 'Draw from').fill('CHG-1\nCHG-2\nCHG-3\nCHG-4\n');
    await page.getByRole('button', { name: 'Draw 2 of 4' }).click();
    const drawn = drawItems('random', { items: ['CHG-1', 'CHG-2', 'CHG-3', 'CHG-4'], size: 4 }, 2, '2026');
    await expect.poll(() => field(page, 'Items').inputValue()).toBe(drawn.join('\n'));
    await field(page, 'Exceptions').fill(`${drawn[0]}: not assessed`);
    await page.getByText('1 of 2 had exceptions').waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Sample 1: 2 of 4 changes of the year' }).waitFor();
    await expect
      .poll(async () => (await read()).samples, soon)
      .toMatchObject([
        {
          item: itemOf('Q-8.4-01'),
          population: 'changes of the year',
          populationSize: 4,
          size: 2,
          method: 'random',
          seed: '2026',
          items: drawn,
          exceptions: `${drawn[0]}: not assessed`,
        },
      ]);
    await page.getByRole('button', { name: 'Sample 1: 2 of 4 changes of the year' }).click();
    await page.getByRole('button', { name: 'Remove this sample' }).click();
    await expect.poll(async () => (await read()).samples.length, soon).toBe(0);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(async () => (await read()).samples.length, soon).toBe(1);
  });

  it('have questions answered per AI system from the matrix and by arrow keys', async () => {
    const { workbench, read, placeOf } = await anAudit([
      'Claims triage',
      'Broker assist',
      'A system with a very long name',
    ]);
    const page = await openPage(browser, workbench, placeOf('Q-A.6.2.4-01'));
    const matrix = page.getByRole('table', { name: 'Answers by AI system' });
    await current(page).getByRole('heading', { name: 'Claims triage' }).waitFor();
    await page.keyboard.press('1');
    await page.keyboard.press('ArrowRight');
    await current(page).getByRole('heading', { name: 'Broker assist' }).waitFor();
    await page.keyboard.press('3');
    await matrix.getByRole('link', { name: 'Q-A.6.2.4-01, Broker assist: nonconforming' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await current(page).getByRole('heading', { name: 'Claims triage' }).waitFor();
    await matrix.getByRole('link', { name: /A system with a very long name: not started/ }).click();
    await current(page).getByRole('heading', { name: 'A system with a very long name' }).waitFor();
    await page.keyboard.press('2');
    await expect
      .poll(
        async () => (await read()).checklist.filter(({ aiSystem }) => aiSystem !== null).map(({ verdict }) => verdict),
        soon,
      )
      .toEqual(['conforms', 'nonconforming', 'improvement']);
  });

  it('have a history in which one field of a step is undone', async () => {
    const { workbench, api, id, read, itemOf, placeOf } = await anAudit();
    const item = itemOf('Q-8.4-01');
    await api.call('checklist.update', { audit: id, item, fields: { verdict: 'conforms', notes: 'Kept as it is.' } });
    const page = await openPage(browser, workbench, placeOf('Q-8.4-01'));
    await page.getByRole('button', { name: 'Undo: verdict: conforms' }).click();
    const stored = async () => (await read()).checklist.find((one) => one.id === item);
    await expect.poll(async () => (await stored())?.verdict, soon).toBe('not-started');
    expect((await stored())?.notes).toBe('Kept as it is.');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await stored())?.verdict, soon).toBe('conforms');
  });

  it('have panes that are made wider by keys and mouse, and stay so', async () => {
    const { workbench, api, placeOf } = await anAudit();
    const page = await openPage(browser, workbench, placeOf('Q-8.4-01'));
    const handle = (on: Page) => on.getByRole('separator', { name: 'Width of Requirements' });
    const width = async (on: Page) => Number(await handle(on).getAttribute('aria-valuenow'));
    await current(page).waitFor();
    const usual = await width(page);
    await handle(page).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await width(page)).toBe(usual + 32);
    await expect
      .poll(async () => (await api.call('settings.read', {})).paneWidths.checklist?.[0], soon)
      .toBe(usual + 32);
    const again = await openPage(browser, workbench, placeOf('Q-8.4-01'));
    await current(again).waitFor();
    expect(await width(again)).toBe(usual + 32);
    const box = await handle(again).boundingBox();
    if (!box) throw new Error('The handle is not on the page.');
    await again.mouse.move(box.x + 4, 300);
    await again.mouse.down();
    await again.mouse.move(box.x - 46, 300);
    await again.mouse.up();
    await expect.poll(() => width(again)).toBe(usual - 18);
    await handle(again).dblclick();
    await expect.poll(() => width(again)).toBe(usual);
    await handle(again).focus();
    for (let press = 0; press < 12; press += 1) await again.keyboard.press('Shift+ArrowRight');
    expect(await width(again)).toBe(Number(await handle(again).getAttribute('aria-valuemax')));
    await again.keyboard.press('Home');
    await expect.poll(() => width(again)).toBe(usual);
  });

  it('fit the page in light and dark and at 200 % zoom, marked, sampled and put for several systems', async () => {
    const { workbench, api, id, ref, read } = await anAudit(['Claims triage', 'نظام فرز المطالبات']);
    const item = (await read()).checklist.find(({ aiSystem }) => aiSystem !== null)?.id ?? '';
    await api.call('checklist.update', {
      audit: id,
      item,
      fields: { notes: Array.from({ length: 40 }, (_, line) => `Line ${line + 1}: سجل التغييرات [E-001]`).join('\n') },
    });
    const fields = { item, population: 'changes', populationSize: 9, size: 3, seed: '7', method: 'random' } as const;
    await api.call('samples.create', { audit: id, fields });
    const faults = await findFaults(browser, workbench, `/a/${ref}/checklist/${item}`, async (page) => {
      await current(page).waitFor();
      await page.keyboard.press('x');
      await page.getByRole('button', { name: /^Sample 1/ }).click();
      await field(page, 'Population').waitFor();
    });
    expect(faults).toEqual([]);
  }, 120_000);

  it('have a menu of saved filters that passes axe', async () => {
    const { workbench, placeOf } = await anAudit();
    const page = await openPage(browser, workbench, placeOf('Q-8.4-01'));
    await current(page).waitFor();
    await page.keyboard.press('v');
    await page.getByText('No filter is saved yet.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });
});
