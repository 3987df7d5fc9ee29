import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { aWorkbench, openPage } from '../support/page.ts';
import { soon } from '../support/rooms.ts';

const questions = ['Q-5.2-01', 'Q-8.4-01', 'Q-8.4-02', 'Q-8.4-03', 'Q-A.6.2.4-01', 'Q-A.7.2-01'];

async function anAudit() {
  const workbench = await aWorkbench();
  const { api } = workbench;
  const { id, ref } = await api.call('audits.create', {
    title: 'Many at once',
    type: 'internal',
    organization: 'Invented Ltd',
    questions,
  });
  const read = () => api.call('audits.open', { audit: id });
  const { checklist } = await read();
  const itemOf = (question: string) => checklist.find(({ questionId }) => questionId === question)?.id ?? '';
  const verdicts = async () =>
    Object.fromEntries((await read()).checklist.map(({ questionId, verdict }) => [questionId, verdict]));
  const placeOf = (question: string) => `/a/${ref}/checklist/${itemOf(question)}`;
  return { workbench, api, id, ref, read, itemOf, verdicts, placeOf };
}

const current = (page: Page) => page.locator('article[data-open]');
const at = (page: Page, question: string) => current(page).getByText(question, { exact: false }).first().waitFor();
const bar = (page: Page) => page.getByRole('region', { name: 'Marked questions' });

describe.runIf(hasBrowser('the tests of many questions at once'))(
  'many questions of the checklist',
  { timeout: 60_000 },
  () => {
    let browser: Browser;
    beforeAll(async () => {
      await ensureBuilt('page', () => undefined);
      browser = await launchBrowser();
    });
    afterAll(() => browser.close());

    it('are marked and answered by keyboard, as one step that can be undone', async () => {
      const { workbench, verdicts, placeOf } = await anAudit();
      const page = await openPage(browser, workbench, placeOf('Q-8.4-01'));
      await at(page, 'Q-8.4-01');
      await page.keyboard.press('x');
      await bar(page).getByText('1 question marked').waitFor();
      await page.keyboard.press('Shift+J');
      await at(page, 'Q-8.4-02');
      await page.keyboard.press('Shift+ArrowDown');
      await at(page, 'Q-8.4-03');
      await bar(page).getByText('3 questions marked').waitFor();
      await page.keyboard.press('Shift+K');
      await bar(page).getByText('2 questions marked').waitFor();
      await page.keyboard.press('2');
      await bar(page).getByText('2 answered.').waitFor();
      expect(await verdicts()).toMatchObject({
        'Q-8.4-01': 'improvement',
        'Q-8.4-02': 'improvement',
        'Q-8.4-03': 'not-started',
      });
      await page.keyboard.press('Control+z');
      await page.getByText('Undone: verdict on 2 questions').waitFor();
      expect(await verdicts()).toMatchObject({ 'Q-8.4-01': 'not-started', 'Q-8.4-02': 'not-started' });
      await page.keyboard.press('Escape');
      await bar(page).waitFor({ state: 'detached' });
    });

    it('are marked all: first those of the requirement, then all that the filter leaves', async () => {
      const { workbench, verdicts, placeOf } = await anAudit();
      const page = await openPage(browser, workbench, placeOf('Q-8.4-01'));
      await at(page, 'Q-8.4-01');
      await page.keyboard.press('Control+a');
      await bar(page).getByText('3 questions marked').waitFor();
      await page.keyboard.press('Control+a');
      await bar(page).getByText('6 questions marked in 4 requirements').waitFor();
      await page.keyboard.press('4');
      await page.getByText(/5\.2 applies to every organisation and cannot be "not applicable"/).waitFor();
      expect(new Set(Object.values(await verdicts()))).toEqual(new Set(['not-started']));
      await page.keyboard.press('1');
      await bar(page).getByText('6 answered.').waitFor();
      expect(new Set(Object.values(await verdicts()))).toEqual(new Set(['conforms']));
      await page.keyboard.press('0');
      await expect.poll(async () => new Set(Object.values(await verdicts())), soon).toEqual(new Set(['not-started']));
    });

    it('get people, a reason, and are parked together', async () => {
      const { workbench, api, id, read, itemOf, placeOf } = await anAudit();
      await api.call('checklist.update', {
        audit: id,
        item: itemOf('Q-8.4-01'),
        fields: { interviewees: ['Data steward'] },
      });
      const page = await openPage(browser, workbench, placeOf('Q-8.4-01'));
      await at(page, 'Q-8.4-01');
      await page.keyboard.press('X');
      await bar(page).getByText('3 questions marked').waitFor();
      await bar(page).getByLabel('Interviewed').focus();
      await page.keyboard.type('Head of claims');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      const people = async () =>
        (await read()).checklist.filter(({ requirement }) => requirement === '8.4').map((item) => item.interviewees);
      await expect
        .poll(people, soon)
        .toEqual([['Data steward', 'Head of claims'], ['Head of claims'], ['Head of claims']]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('5');
      await bar(page).getByLabel('Reason').focus();
      await page.keyboard.type('Owner on leave');
      await page.keyboard.press('Enter');
      await bar(page).getByText('Reason written to 3.').waitFor();
      const reasons = (await read()).checklist.filter(({ verdict, reason }) => verdict === 'not-audited' && reason);
      expect(reasons.map(({ reason }) => reason)).toEqual(['Owner on leave', 'Owner on leave', 'Owner on leave']);
      await page.keyboard.press('Escape');
      await page.keyboard.press('p');
      await expect.poll(async () => (await read()).checklist.filter(({ parked }) => parked).length, soon).toBe(3);
    });

    it('make one finding with everything filled in', async () => {
      const { workbench, api, id, read, itemOf, placeOf } = await anAudit();
      await api.call('checklist.update', {
        audit: id,
        item: itemOf('Q-8.4-02'),
        fields: { verdict: 'nonconforming', notes: 'AIA-014 is for 2.1.', interviewees: ['Head of claims'] },
      });
      await api.call('checklist.update', {
        audit: id,
        item: itemOf('Q-A.6.2.4-01'),
        fields: { verdict: 'nonconforming', notes: 'No report for 3.0.' },
      });
      await api.call('samples.create', {
        audit: id,
        fields: { item: itemOf('Q-8.4-02'), population: 'changes', populationSize: 9, size: 3 },
      });
      const page = await openPage(browser, workbench, placeOf('Q-8.4-02'));
      await at(page, 'Q-8.4-02');
      await page.keyboard.press('x');
      await page.keyboard.press('j');
      await at(page, 'Q-8.4-03');
      await page.keyboard.press('j');
      await at(page, 'Q-A.6.2.4-01');
      await page.keyboard.press('x');
      await bar(page).getByText('2 questions marked in 2 requirements').waitFor();
      await page.keyboard.press('f');
      await page.waitForURL(/\/findings\//);
      const { findings } = await read();
      expect(findings).toMatchObject([{ grade: 'minor', requirements: ['8.4', 'A.6.2.4'], item: itemOf('Q-8.4-02') }]);
      expect(findings[0]?.evidence).toBe(
        'Q-8.4-02: AIA-014 is for 2.1.\nSampled: 3 of 9 changes · by judgement.\nInterviewed: Head of claims.\n\n' +
          'Q-A.6.2.4-01: No report for 3.0.',
      );
    });

    it('are filtered, the filter kept under a name, taken from the menu and from the palette, and deleted', async () => {
      const { workbench, api, id, itemOf, placeOf } = await anAudit();
      await api.call('checklist.update', { audit: id, item: itemOf('Q-8.4-02'), fields: { verdict: 'nonconforming' } });
      const page = await openPage(browser, workbench, placeOf('Q-8.4-01'));
      await at(page, 'Q-8.4-01');
      const left = (words: string) => page.getByRole('status').filter({ hasText: words }).waitFor();
      await page.getByRole('button', { name: 'Nonconforming 1' }).click();
      await left('1 of 6 questions');
      await page.keyboard.press('v');
      await page.getByRole('textbox', { name: 'Name for this filter' }).waitFor();
      await page.keyboard.type('To be settled');
      await page.keyboard.press('Enter');
      await expect
        .poll(async () => (await api.call('settings.read', {})).savedFilters.map(({ name }) => name), soon)
        .toEqual(['To be settled']);
      await page.getByRole('button', { name: 'Show all' }).click();
      await page.keyboard.press('Control+k');
      await page.keyboard.type('to be settled');
      await page.getByRole('button', { name: /To be settled/ }).waitFor();
      await page.keyboard.press('Enter');
      await left('1 of 6 questions');
      await at(page, 'Q-8.4-02');
      await page.keyboard.press('v');
      await page.getByRole('button', { name: 'Delete “To be settled”' }).click();
      await expect.poll(async () => (await api.call('settings.read', {})).savedFilters, soon).toEqual([]);
      await page.getByRole('button', { name: 'Undo', exact: true }).click();
      await expect.poll(async () => (await api.call('settings.read', {})).savedFilters.length, soon).toBe(1);
    });

    it('are those of the person at this machine, and those that lack something', async () => {
      const { workbench, api, id, itemOf, placeOf } = await anAudit();
      const { name } = await api.call('settings.read', {});
      await api.call('planSlots.create', { audit: id, fields: { auditor: name, requirements: ['8.4'] } });
      await api.call('checklist.update', { audit: id, item: itemOf('Q-8.4-02'), fields: { notes: 'Seen.' } });
      const page = await openPage(browser, workbench, placeOf('Q-8.4-01'));
      await at(page, 'Q-8.4-01');
      const left = (words: string) => page.getByRole('status').filter({ hasText: words }).waitFor();
      await page.getByRole('button', { name: 'Mine' }).click();
      await left('3 of 6 questions');
      await page.getByRole('button', { name: 'Theme, AI system, what is missing' }).click();
      await page.getByLabel('What answers lack').selectOption('notes');
      await left('2 of 6 questions');
      await page.getByRole('button', { name: 'Show all' }).click();
      await expect.poll(() => page.getByRole('button', { name: 'Show all' }).count()).toBe(0);
    });

    it('change only the open one while somebody types', async () => {
      const { workbench, read, itemOf, placeOf } = await anAudit();
      const page = await openPage(browser, workbench, placeOf('Q-8.4-01'));
      await at(page, 'Q-8.4-01');
      await page.keyboard.press('n');
      await page.keyboard.type('First. ');
      // What is drawn anew beside the open question would be seen as a change of the page.
      await page.evaluate(() => {
        const counted = globalThis as unknown as { outside: number };
        counted.outside = 0;
        new MutationObserver((changes) => {
          counted.outside += changes.filter(
            ({ target }) =>
              (target as Element).closest?.('[data-pane]') && !(target as Element).closest?.('[data-open]'),
          ).length;
        }).observe(document.querySelector('[data-pane="main"]')?.parentElement ?? document.body, {
          subtree: true,
          childList: true,
          attributes: true,
        });
      });
      await page.keyboard.type('Second, and a good deal more of it.');
      expect(await page.evaluate(() => (globalThis as unknown as { outside: number }).outside)).toBe(0);
      await page.keyboard.press('Escape');
      await page.keyboard.press('j');
      await at(page, 'Q-8.4-02');
      await page.getByText('First. Second, and a good deal more of it.').waitFor();
      await expect
        .poll(async () => (await read()).checklist.find(({ id }) => id === itemOf('Q-8.4-01'))?.notes, soon)
        .toBe('First. Second, and a good deal more of it.');
    });
  },
);
