import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { aWorkbench, openPage } from '../support/page.ts';
import { aSample, findFaults, soon } from '../support/rooms.ts';

/** A stage 2 audit with the plan and the meetings that its template proposes, or without any. */
async function aPlannedAudit(proposals = true) {
  const workbench = await aWorkbench();
  const { id, ref } = await workbench.api.call('audits.create', {
    title: 'Planned',
    type: 'stage-2',
    organization: 'Invented Ltd',
    startsOn: '2026-10-13',
    endsOn: '2026-10-15',
    team: [{ name: 'Inga Probe', role: 'lead-auditor' }],
    proposals,
  });
  const read = () => workbench.api.call('audits.open', { audit: id });
  return { workbench, id, ref, read };
}

describe.runIf(hasBrowser('the tests of the plan on the page'))('the plan room', { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('shows what was proposed, takes minutes, adds and removes slots by keyboard, undoes, and keeps it', async () => {
    const { workbench, ref, read } = await aPlannedAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/checklist`);
    await page.getByText('Q-4.1-01').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.waitForURL(/\/plan/);
    const slots = page.getByRole('table', { name: 'Slots by day' }).getByLabel('Planned minutes');
    const { planSlots } = await read();
    await expect.poll(() => slots.count(), soon).toBe(planSlots.length);
    await page.getByText(/^Day 1 · Tuesday,? 13 October 2026/).waitFor();
    await page.getByText('5 h 55 min planned · 30 min of meetings').waitFor();

    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('65');
    await page.keyboard.press('Enter');
    await page.getByText('6 h 20 min planned · 30 min of meetings').waitFor();
    await expect.poll(async () => (await read()).planSlots[0]?.minutes, soon).toBe(65);

    await page.keyboard.press('n');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await expect.poll(focused, soon).toBe('What');
    await page.keyboard.type('Walk through the office');
    await page.keyboard.press('Escape');
    const added = async () => (await read()).planSlots.find(({ title }) => title === 'Walk through the office');
    await expect.poll(added, soon).toMatchObject({ on: '2026-10-13' });
    await expect.poll(() => slots.count(), soon).toBe(planSlots.length + 1);

    await page.getByRole('button', { name: 'Remove the slot Walk through the office' }).click();
    await expect.poll(added, soon).toBeUndefined();
    await page.keyboard.press('Control+z');
    await expect.poll(added, soon).toMatchObject({ title: 'Walk through the office' });
    await page.reload();
    await expect.poll(() => slots.count(), soon).toBe(planSlots.length + 1);
    await page.getByText('6 h 20 min planned · 30 min of meetings').waitFor();
  });

  it('refuses requirements that are not in the catalogue, completes those that are, and says what is not covered', async () => {
    const { workbench, ref, read } = await aPlannedAudit();
    const first = (await read()).planSlots[0];
    const page = await openPage(browser, workbench, `/a/${ref}/plan/${first?.id}`);
    await page.getByText('Every requirement in scope is in a slot.').waitFor();
    const field = page.getByRole('row', { name: first?.title ?? '' }).getByLabel('Requirements');
    const stored = async () => (await read()).planSlots[0]?.requirements;
    await field.fill('7.9, 4.4');
    await page.keyboard.press('Escape');
    await page.getByText('“7.9” is not in the catalogue of this audit. Not stored yet.').waitFor();
    expect(await stored()).toEqual(first?.requirements);
    await field.fill('4.4, 7.5.2, ');
    await page.keyboard.type('7.5.3');
    await page.getByRole('option', { name: /^7\.5\.3/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(stored, soon).toEqual(['4.4', '7.5.2', '7.5.3']);
    await page.getByRole('link', { name: '7.5.1', exact: true }).click();
    await page.waitForURL(/\/checklist\//);
  });

  it('moves a slot to another day without losing the place in it', async () => {
    const { workbench, ref, read } = await aPlannedAudit();
    const first = (await read()).planSlots[0];
    const page = await openPage(browser, workbench, `/a/${ref}/plan/${first?.id}`);
    const row = page.getByRole('row', { name: first?.title ?? '' });
    await row.getByLabel('Date').fill('2026-10-15');
    await row.getByLabel('Start').focus();
    await expect.poll(async () => (await read()).planSlots[0]?.on, soon).toBe('2026-10-15');
    const place = () =>
      page.evaluate(() => [
        document.activeElement?.getAttribute('aria-label'),
        document.activeElement?.closest('tr')?.getAttribute('aria-label'),
      ]);
    await expect.poll(place, soon).toEqual(['Start', first?.title]);
    await row.getByLabel('Start').fill('09:30');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await read()).planSlots[0]?.startsAt, soon).toBe('09:30');
    await expect.poll(place, soon).toEqual([first?.title, first?.title]);
  });

  it('keeps meetings with agenda, people and opinions, one line each', async () => {
    const { workbench, ref, read } = await aPlannedAudit(false);
    const page = await openPage(browser, workbench, `/a/${ref}/plan`);
    await page.getByRole('heading', { name: 'Nothing is planned yet' }).waitFor();
    await page.getByRole('button', { name: 'Add a meeting' }).click();
    const meeting = page.getByRole('article', { name: 'Opening meeting' });
    await meeting.getByLabel(/^Agenda: /).fill('Who is here\n\n Plan walked through ');
    await meeting.getByLabel(/^Attendees: /).fill('Ada Beispiel, head of claims');
    await meeting.getByLabel(/^Diverging opinions: /).fill('None');
    await page.keyboard.press('Escape');
    await expect
      .poll(async () => (await read()).meetings, soon)
      .toMatchObject([
        {
          kind: 'opening',
          on: '2026-10-13',
          agenda: ['Who is here', 'Plan walked through'],
          attendees: ['Ada Beispiel, head of claims'],
          opinions: 'None',
        },
      ]);
    await meeting.getByRole('button', { name: /^Agenda, attendees/ }).click();
    await page.getByText('2 points on the agenda · 1 attended · diverging opinions').waitFor();
    await meeting.getByRole('button', { name: 'Remove the meeting Opening meeting' }).click();
    await expect.poll(async () => (await read()).meetings, soon).toEqual([]);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await meeting.waitFor();
  });

  it('has nothing that axe objects to and fits at 200 % zoom', async () => {
    const { workbench, ref } = await aSample();
    const faults = await findFaults(browser, workbench, `/a/${ref}/plan`, async (page) => {
      await page.getByRole('heading', { name: 'Meetings' }).waitFor();
      await page
        .getByRole('button', { name: /^Agenda, attendees/ })
        .first()
        .click();
    });
    expect(faults).toEqual([]);
  }, 120_000);
});
