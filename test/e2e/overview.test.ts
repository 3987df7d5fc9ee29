import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { openPage } from '../support/page.ts';
import { anEmptyAudit, aSample, findFaults, soon } from '../support/rooms.ts';

const mapOf = (page: Page) => page.getByRole('group', { name: 'Coverage map' });

describe.runIf(hasBrowser('the tests of the overview on the page'))('the overview room', () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('maps all 70 requirements as named cells, follows others, and leads to the checklist by keys', async () => {
    const { workbench, id, ref, read } = await aSample();
    const page = await openPage(browser, workbench, `/a/${ref}/checklist`);
    await page.getByRole('navigation', { name: 'Requirements' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    const cells = mapOf(page).getByRole('link');
    await cells.first().waitFor();
    const names = await cells.evaluateAll((links) => links.map((link) => link.getAttribute('aria-label') ?? ''));
    expect(names).toHaveLength(70);
    for (const name of names) expect(name).toMatch(/^[A\d][.\d]+ .+: [a-z ]+, .*\d+ of \d+ questions? answered/);
    expect(names).toContainEqual(
      expect.stringMatching(/^A\.6\.2\.4 AI system verification and validation: nonconforming, \d of \d questions/),
    );
    expect(names.filter((name) => name.endsWith('excluded by the statement'))).toHaveLength(3);

    const item = (await read()).checklist.find(({ requirement }) => requirement === '5.1');
    await workbench.api.call('checklist.update', { audit: id, item: item!.id, fields: { verdict: 'nonconforming' } });
    await mapOf(page)
      .getByRole('link', { name: /^5\.1 .*: nonconforming/ })
      .waitFor();

    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^4\.1/);
    for (const key of ['j', 'ArrowRight', 'ArrowDown', 'k', 'ArrowLeft', 'End']) await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^5\.3/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Roles, responsibilities and authorities' }).waitFor();
    await page.goBack();
    await mapOf(page).waitFor();
    expect(await mapOf(page).locator('[tabindex="0"]').textContent()).toMatch(/^5\.3/);
  }, 60_000);

  it('opens the checklist with the questions of a theme', async () => {
    const { workbench, ref } = await aSample();
    const page = await openPage(browser, workbench, `/a/${ref}/overview`);
    await page.getByRole('link', { name: 'Human oversight' }).click();
    const theme = page.getByRole('combobox', { name: 'Theme' });
    await theme.waitFor();
    expect(await theme.locator('option:checked').textContent()).toBe('Human oversight');
    const tree = page.getByRole('navigation', { name: 'Requirements' });
    const left = await tree.getByRole('link').count();
    expect(left).toBeGreaterThan(3);
    expect(left).toBeLessThan(40);
    expect(await tree.locator('[aria-current]').count()).toBe(1);
    expect(page.url()).not.toContain('theme');
    await theme.selectOption('Every theme');
    await expect.poll(() => tree.getByRole('link').count(), soon).toBe(70);
  });

  it('tells where the same ground lies elsewhere', async () => {
    const { workbench, ref } = await aSample();
    const page = await openPage(browser, workbench, `/a/${ref}/overview`);
    const framework = page.getByRole('button', { name: /^NIST AI RMF 72 subcategories linked, \d+ of them touch/ });
    await framework.click();
    expect(await framework.getAttribute('aria-expanded')).toBe('true');
    const functions = ['GOVERN', 'MAP', 'MEASURE', 'MANAGE'].map((name) => page.getByRole('region', { name }));
    for (const one of functions) await one.waitFor();
    await page.getByText(/listing is not endorsement/).waitFor();
    await page.getByText('A link says where to look; it never proves conformity.').waitFor();
    await functions[0]!
      .getByRole('link', { name: /^A\.2\.2 conforms, published crosswalk/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'AI policy' }).waitFor();
    await page.goBack();
    await functions[0]!.waitFor();
  });

  it('leads to findings, answers and open points', async () => {
    const { workbench, ref } = await aSample();
    const page = await openPage(browser, workbench, `/a/${ref}/overview`);
    await expect.poll(() => page.getByRole('link', { name: 'Answer accepted' }).count(), soon).toBe(4);
    await page.getByRole('link', { name: 'A.7.2 is excluded without a justification.' }).click();
    await page.getByRole('row', { name: /A\.7\.2/ }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'F-002' }).last().click();
    await expect.poll(() => page.url(), soon).toContain('/findings/F-002');
  });

  it('maps AI systems by what is asked for each, and leads to the question of that system', async () => {
    const { workbench, ref, read } = await aSample();
    const page = await openPage(browser, workbench, `/a/${ref}/overview`);
    const systems = (await read()).aiSystems.filter(({ sampled }) => sampled).map((system) => system.id);
    const map = page.getByRole('group', { name: 'Coverage by AI system' });
    await map.waitFor();
    const names = await map.getByRole('link').evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label')));
    // Three systems by 8.4, A.6.2.4 and A.8.2; the one that is bought in has no pass lines and no users to inform.
    expect(names).toHaveLength(9);
    for (const name of names)
      expect(name).toMatch(
        /^[\w ]+, (8\.4|A\.6\.2\.4|A\.8\.2) .+: ([a-z ]+, \d of \d questions? answered|not asked .*)$/,
      );
    const asked = (await read()).checklist.find(
      (item) => item.aiSystem === systems[1] && item.requirement === 'A.6.2.4',
    );
    const cell = map.getByRole('link', { name: /^Broker assist, A\.6\.2\.4 .*: nonconforming, 1 of 1/ });
    await cell.waitFor();
    await map.getByRole('link').first().focus();
    for (const key of ['ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
      /^Broker assist, A\.6\.2\.4/,
    );
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.hash.includes(asked!.id) || url.hash.includes('A.6.2.4'));
  });

  it('shows the progress by day, with the days of the plan, and follows the work', async () => {
    const { workbench, id, ref } = await anEmptyAudit();
    await workbench.api.call('planSlots.create', {
      audit: id,
      fields: { title: 'Trail', on: '2031-01-07', minutes: 60 },
    });
    const page = await openPage(browser, workbench, `/a/${ref}/overview`);
    const progress = page.getByRole('region', { name: 'Progress by day' });
    await progress.getByText('As a table').click();
    const rows = progress.getByRole('row');
    await expect.poll(() => rows.count(), soon).toBe(3);
    expect(await rows.last().textContent()).toBe('7 Jan 20310 of 1000yes');
    await workbench.api.call('notes.add', { audit: id, text: 'Seen.' });
    await workbench.api.call('findings.create', { audit: id, fields: { grade: 'observation', nature: 'n' } });
    await expect.poll(() => rows.last().textContent(), soon).toBe('7 Jan 20310 of 1011yes');
  });

  it('leads from what is open to the slot of the plan', async () => {
    const { workbench, id, ref, read } = await aSample();
    const slot = (await read()).planSlots.find(({ title }) => title.startsWith('System trail: one bought-in'));
    await workbench.api.call('planSlots.update', { audit: id, planSlot: slot!.id, fields: { startsAt: '15:30' } });
    const page = await openPage(browser, workbench, `/a/${ref}/overview`);
    await page.getByRole('link', { name: /^“System trail: .* overlaps “Team time/ }).click();
    await expect.poll(() => page.url(), soon).toContain(`/plan/${slot?.id}`);
  });

  it('says what is to do where nothing has been done', async () => {
    const { workbench, ref } = await anEmptyAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/overview`);
    await page.getByText(/^Nothing is answered yet/).waitFor();
    await page.getByText(/^No finding yet/).waitFor();
    expect(await page.getByRole('link', { name: 'No answer yet' }).count()).toBe(4);
    await page.getByRole('link', { name: 'Start with the checklist' }).click();
    await page.getByRole('navigation', { name: 'Requirements' }).waitFor();
  });

  it('has nothing that axe objects to and fits at 200 % zoom', async () => {
    const { workbench, ref } = await aSample();
    const faults = await findFaults(browser, workbench, `/a/${ref}/overview`, async (page) => {
      await mapOf(page).waitFor();
      for (const name of [/^NIST/, /^EU AI/, /^ISO/]) await page.getByRole('button', { name }).click();
    });
    expect(faults).toEqual([]);
  }, 120_000);
});
