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

  it('says what does not fit, beside the slots and in a list that leads there', async () => {
    const { workbench, ref, read } = await aPlannedAudit();
    const [first, second] = (await read()).planSlots;
    const page = await openPage(browser, workbench, `/a/${ref}/plan/${first?.id}`);
    const row = (title: string | undefined) => page.getByRole('row', { name: title ?? '' });
    await page.getByRole('link', { name: '22 without start' }).waitFor();
    for (const slot of [first, second]) {
      await row(slot?.title).getByLabel('Start').fill('09:00');
      await page.keyboard.press('Enter');
      await row(slot?.title).getByLabel('Auditor').fill('Inga');
      await page.getByRole('option', { name: 'Inga Probe' }).waitFor();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
    }
    await expect.poll(async () => (await read()).planSlots[1]?.auditor, soon).toBe('Inga Probe');
    await page.getByRole('table', { name: 'Slots by day' }).waitFor();
    await page
      .getByRole('link', { name: /^Inga Probe has not declared independence and is planned in 2 slots/ })
      .waitFor();
    expect(await row(first?.title).textContent()).toContain('09:00 to 09:40: Inga Probe audits in both.');
    await page.getByRole('link', { name: /^Go to the other/ }).click();
    await expect.poll(() => page.url(), soon).toContain(second?.id ?? '');

    await row(second?.title).focus();
    for (const _ of [1, 2, 3]) await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(async () => (await read()).planSlots[1]?.startsAt, soon).toBe('09:45');
    await page.getByRole('heading', { name: '1 thing does not fit' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('table', { name: 'Slots by day' }).waitFor();
  });

  it('duplicates, removes and takes back by keys, and types actual minutes', async () => {
    const { workbench, ref, read } = await aPlannedAudit();
    const { planSlots } = await read();
    const [first] = planSlots;
    const page = await openPage(browser, workbench, `/a/${ref}/plan/${first?.id}`);
    await page.getByRole('row', { name: first?.title ?? '' }).focus();
    const count = async () => (await read()).planSlots.length;
    await page.keyboard.press('a');
    await page.keyboard.type('50');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await read()).planSlots[0]?.actualMinutes, soon).toBe(50);
    await page.getByText('5 h 55 min planned · 50 min actual · 10 min more · 30 min of meetings').waitFor();
    await page.keyboard.press('=');
    await expect.poll(async () => (await read()).planSlots[0]?.actualMinutes, soon).toBe(40);
    await page.keyboard.press('d');
    await expect.poll(count, soon).toBe(planSlots.length + 1);
    const copy = async () => (await read()).planSlots.find(({ id }) => !planSlots.some((slot) => slot.id === id));
    expect(await copy()).toMatchObject({ title: first?.title, on: first?.on, minutes: 40, actualMinutes: null });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Delete');
    await expect.poll(count, soon).toBe(planSlots.length);
    expect(await copy()).toBeUndefined();
    await page.keyboard.press('Control+z');
    await expect.poll(count, soon).toBe(planSlots.length + 1);
  });

  it('puts what no slot names into one by a key', async () => {
    const { workbench, id, ref, read } = await aPlannedAudit();
    const [first] = (await read()).planSlots;
    await workbench.api.call('planSlots.update', { audit: id, planSlot: first!.id, fields: { requirements: [] } });
    const page = await openPage(browser, workbench, `/a/${ref}/plan`);
    await page.getByRole('button', { name: 'Put 7.5.1 into a new slot' }).waitFor();
    await page.keyboard.press('u');
    await expect
      .poll(async () => (await read()).planSlots.find(({ requirements }) => requirements.join() === '4.4')?.title, soon)
      .toMatch(/system/);
    await page.keyboard.press('j');
    await page.keyboard.press('u');
    await expect.poll(async () => (await read()).planSlots[0]?.requirements, soon).toEqual(['7.5.1']);
    await page.getByRole('button', { name: /^Put 7\.5\.2 into “Document review/ }).click();
    await expect.poll(async () => (await read()).planSlots[0]?.requirements, soon).toEqual(['7.5.1', '7.5.2']);
  });

  it('shows the days as a timetable that keys move through and change', async () => {
    const { workbench, ref, read } = await aSample();
    const page = await openPage(browser, workbench, `/a/${ref}/plan`);
    await page.getByRole('table', { name: 'Slots by day' }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('t');
    const day = page.getByRole('region', { name: /^Day 1/ });
    await day.getByRole('button', { name: /^08:30–09:00, Opening meeting/ }).waitFor();
    await page.keyboard.press('j');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await expect.poll(focused, soon).toMatch(/^09:45–10:40, Interview with top management.*, Marit Oldenkott/);
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(async () => (await read()).planSlots[1]?.startsAt, soon).toBe('09:30');
    await expect.poll(focused, soon).toMatch(/^09:30–10:25, .*Overlaps “Document review.*09:30 to 09:40/);
    await page.keyboard.press('Enter');
    await expect.poll(focused, soon).toBe('What');
    expect(await page.getByRole('button', { name: 'Timetable' }).getAttribute('aria-pressed')).toBe('false');
  });

  it('offers the agenda of the template and the people who were seen', async () => {
    const { workbench, ref, read } = await aPlannedAudit(false);
    const page = await openPage(browser, workbench, `/a/${ref}/plan`);
    await page.getByRole('button', { name: 'Add a slot' }).click();
    await page.getByRole('table', { name: 'Slots by day' }).getByLabel('Auditee').fill('Head of claims, Owner');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Add a meeting' }).click();
    const meeting = page.getByRole('article', { name: 'Opening meeting' });
    const stored = async () => (await read()).meetings[0];
    await expect.poll(async () => (await stored())?.agenda.length, soon).toBeGreaterThan(10);
    const attendees = meeting.getByLabel(/^Attendees: /);
    await attendees.pressSequentially('he');
    await page.getByRole('option', { name: 'Head of claims' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Ada Beispiel');
    await expect.poll(async () => (await stored())?.attendees, soon).toEqual(['Head of claims', 'Ada Beispiel']);
    await page.keyboard.press('Escape');
    await meeting.getByLabel('Kind').selectOption('Closing meeting');
    await meeting.getByLabel(/^Agenda: /).fill('');
    await page.getByRole('button', { name: /^Take the proposed agenda, \d+ points/ }).click();
    await expect.poll(async () => (await stored())?.agenda[0], soon).toMatch(/^Attendance/);
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

  it('has nothing that axe objects to as a timetable', async () => {
    const { workbench, ref } = await aSample();
    const faults = await findFaults(browser, workbench, `/a/${ref}/plan`, async (page) => {
      await page.getByRole('button', { name: 'Timetable' }).click();
      await page.getByRole('region', { name: /^Day 3/ }).waitFor();
    });
    expect(faults).toEqual([]);
  }, 120_000);
});
