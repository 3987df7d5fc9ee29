import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { aWorkbench, openPage } from '../support/page.ts';
import { findFaults, soon } from '../support/rooms.ts';

const questions = ['Q-5.2-01', 'Q-6.1.3-01', 'Q-8.4-01', 'Q-8.4-02', 'Q-8.4-03', 'Q-A.7.2-01', 'Q-A.7.2-02'];
const systems = [
  { name: 'Claims triage', role: 'producer', sampled: true },
  { name: 'Broker assist', role: 'provider', sampled: true },
  { name: 'Fraud flag', role: 'producer', sampled: true },
] as const;

/** An audit with a few questions; its AI systems come in later, so that nothing is repeated yet. */
async function anAudit() {
  const workbench = await aWorkbench();
  const { api } = workbench;
  const { id, ref } = await api.call('audits.create', {
    title: 'Tailoring test',
    type: 'internal',
    organization: 'Invented Ltd',
    questions,
  });
  const read = () => api.call('audits.open', { audit: id });
  const idsOf = async (requirement: string) =>
    (await read()).checklist.filter((item) => item.requirement === requirement).map(({ questionId }) => questionId);
  const placeOf = async (question: string) =>
    `/a/${ref}/checklist/${(await read()).checklist.find(({ questionId }) => questionId === question)?.id ?? ''}`;
  const sample = async () => {
    for (const fields of systems) await api.call('aiSystems.create', { audit: id, fields });
  };
  return { workbench, api, id, ref, read, idsOf, placeOf, sample };
}

const current = (page: Page) => page.locator('article[data-open]');
const shownIds = (page: Page) =>
  page
    .locator('article')
    .getByText(/^[QO]-[\w.]+-[\w.]+-?\w*( ·|$)/)
    .allInnerTexts();
const isFocused = (page: Page) => page.evaluate(() => document.activeElement?.matches('article[data-open]') === true);

describe.runIf(hasBrowser('the tests of fitting the checklist on the page'))(
  'fitting the checklist',
  { timeout: 60_000 },
  () => {
    let browser: Browser;
    beforeAll(async () => {
      await ensureBuilt('page', () => undefined);
      browser = await launchBrowser();
    });
    afterAll(() => browser.close());

    it('adds a question of one’s own, rewords it, takes it out and brings it back, by keyboard', async () => {
      const { workbench, read, placeOf } = await anAudit();
      const page = await openPage(browser, workbench, await placeOf('Q-8.4-01'));
      await current(page).waitFor();
      const own = async () => (await read()).checklist.find(({ questionId }) => questionId === 'O-8.4-01');
      await page.keyboard.press('a');
      await page.keyboard.type('Who signed for the release');
      await page.keyboard.press('Escape');
      await expect.poll(() => page.getByLabel('Your question about 8.4').count()).toBe(0);
      expect(await isFocused(page)).toBe(true);
      await page.keyboard.press('a');
      expect(await page.getByLabel('Your question about 8.4').inputValue()).toBe('Who signed for the release');
      await page.keyboard.type(', and when?');
      await page.keyboard.press('Enter');
      await current(page).getByText('O-8.4-01').waitFor();
      await current(page).getByText('yours', { exact: true }).waitFor();
      await current(page).getByRole('heading', { name: 'Who signed for the release, and when?' }).waitFor();
      expect(await isFocused(page)).toBe(true);
      expect(await page.getByLabel('Your question about 8.4').count()).toBe(0);

      await page.keyboard.press('w');
      await page.keyboard.type('Who signed?');
      await page.keyboard.press('Enter');
      await current(page).getByRole('heading', { name: 'Who signed?', exact: true }).waitFor();
      await expect.poll(async () => (await own())?.asked, soon).toBe('Who signed?');
      await page.keyboard.press('Control+z');
      await current(page).getByRole('heading', { name: 'Who signed for the release, and when?' }).waitFor();

      await page.keyboard.press('Delete');
      await current(page).getByText('Q-8.4-03').waitFor();
      expect(await own()).toBeUndefined();
      expect(await isFocused(page)).toBe(true);
      await page.keyboard.press('Control+z');
      await page.locator('article').getByText('O-8.4-01').waitFor();
      expect((await own())?.asked).toBe('Who signed for the release, and when?');

      await page.keyboard.press('Delete');
      await page.getByText('A question of the catalogue stays in the audit.').waitFor();
      await page.keyboard.press('w');
      await page.getByText('The words of the catalogue stay as they are.').waitFor();
    });

    it('parks a question: it stays open and nobody is led to it', async () => {
      const { workbench, read, placeOf } = await anAudit();
      const page = await openPage(browser, workbench, await placeOf('Q-8.4-01'));
      await current(page).waitFor();
      await page.getByRole('button', { name: 'Open 7' }).click();
      await page.keyboard.press('j');
      await current(page).getByText('Q-8.4-02').waitFor();
      await page.keyboard.press('p');
      await current(page).getByText('parked', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Open 6' }).waitFor();
      await page.keyboard.press('k');
      await current(page).getByText('Q-8.4-01').waitFor();
      await page.keyboard.press('j');
      await current(page).getByText('Q-8.4-03').waitFor();
      await page.getByRole('button', { name: 'Parked 1' }).click();
      await page.keyboard.press('k');
      await current(page).getByText('Q-8.4-02').waitFor();
      expect((await read()).checklist.find(({ questionId }) => questionId === 'Q-8.4-02')).toMatchObject({
        verdict: 'not-started',
        parked: true,
      });
      await page.keyboard.press('1');
      await page.getByRole('button', { name: 'Parked 0' }).waitFor();
      await page.keyboard.press('Control+z');
      await page.getByRole('button', { name: 'Parked 1' }).waitFor();
    });

    it('moves a question within its requirement, and the focus goes along', async () => {
      const { workbench, idsOf, placeOf } = await anAudit();
      const page = await openPage(browser, workbench, await placeOf('Q-8.4-03'));
      await current(page).waitFor();
      await page.keyboard.press('Alt+ArrowUp');
      await expect
        .poll(() => shownIds(page))
        .toEqual([
          expect.stringContaining('Q-8.4-01'),
          expect.stringContaining('Q-8.4-03'),
          expect.stringContaining('Q-8.4-02'),
        ]);
      await expect.poll(() => isFocused(page)).toBe(true);
      await page.keyboard.press('Alt+ArrowUp');
      await expect.poll(() => idsOf('8.4'), soon).toEqual(['Q-8.4-03', 'Q-8.4-01', 'Q-8.4-02']);
      await page.keyboard.press('Alt+ArrowUp');
      await page.getByText('This question stands first.').waitFor();
      await page.keyboard.press('Alt+ArrowDown');
      await expect.poll(() => isFocused(page)).toBe(true);
      await current(page).getByText('Q-8.4-03').waitFor();
      await page.getByRole('button', { name: 'Move down' }).click();
      await expect.poll(() => idsOf('8.4'), soon).toEqual(['Q-8.4-01', 'Q-8.4-02', 'Q-8.4-03']);
      await page.keyboard.press('Control+z');
      await expect.poll(() => idsOf('8.4'), soon).toEqual(['Q-8.4-01', 'Q-8.4-03', 'Q-8.4-02']);
      await expect
        .poll(() => shownIds(page))
        .toEqual([
          expect.stringContaining('Q-8.4-01'),
          expect.stringContaining('Q-8.4-03'),
          expect.stringContaining('Q-8.4-02'),
        ]);
    });

    it('asks for each sampled system, one or all that are per system', async () => {
      const { workbench, read, placeOf, sample } = await anAudit();
      const page = await openPage(browser, workbench, await placeOf('Q-8.4-02'));
      await current(page).waitFor();
      await page.keyboard.press('r');
      await page.getByText('No AI system of this audit is sampled.').waitFor();
      await sample();
      await page.getByText('Claims triage · Broker assist · Fraud flag').waitFor();
      await page.keyboard.press('r');
      await page.getByRole('article', { name: /^Claims triage: / }).waitFor();
      await page.getByRole('heading', { name: 'Fraud flag' }).waitFor();
      await expect.poll(() => isFocused(page)).toBe(true);
      await page.keyboard.press('3');
      await page.keyboard.press('j');
      await page.getByRole('article', { name: /^Broker assist: / }).waitFor();
      await page.keyboard.press('1');
      await page.keyboard.press('r');
      await page.getByText('It is asked for every sampled AI system.').waitFor();
      const answers = async () =>
        (await read()).checklist.filter(({ questionId }) => questionId === 'Q-8.4-02').map(({ verdict }) => verdict);
      await expect.poll(answers, soon).toEqual(['nonconforming', 'conforms', 'not-started']);
      // The question moves with all its rows.
      await page.keyboard.press('Alt+ArrowUp');
      await expect
        .poll(
          async () => (await read()).checklist.filter(({ requirement }) => requirement === '8.4').at(-2)?.questionId,
        )
        .toBe('Q-8.4-01');
      await page.keyboard.press('Delete');
      await expect.poll(answers, soon).toEqual(['nonconforming', 'not-started']);
      await page.keyboard.press('Control+z');
      await expect.poll(answers, soon).toEqual(['nonconforming', 'conforms', 'not-started']);

      await page.getByRole('link', { name: /A\.7\.2/ }).click();
      await page.getByRole('button', { name: /^Ask all that are per system for each sampled system/ }).click();
      await page.getByRole('article', { name: /^Claims triage: / }).waitFor();
      await expect
        .poll(async () => (await read()).checklist.filter((one) => one.requirement === 'A.7.2').length)
        .toBe(4);
      expect(await page.getByRole('button', { name: /^Ask all that are per system/ }).count()).toBe(0);
      await page.getByRole('button', { name: 'Theme, AI system' }).click();
      await page.getByLabel('AI system', { exact: true }).first().selectOption({ label: 'Fraud flag' });
      await page.keyboard.press('j');
      await page.getByRole('article', { name: /^Fraud flag: / }).waitFor();
    });

    it('follows the statement: an excluded control is not open, its exclusion is asked about', async () => {
      const { workbench, api, id, ref, placeOf } = await anAudit();
      const page = await openPage(browser, workbench, await placeOf('Q-A.7.2-01'));
      await current(page).waitFor();
      await page.getByRole('button', { name: 'Open 7' }).click();
      await page.evaluate((hash) => void (location.hash = hash), `/a/${ref}/applicability/A.7.2`);
      await page.getByRole('table', { name: 'Statement of Applicability' }).waitFor();
      await page.keyboard.press('4');
      await page.getByLabel('Justification of A.7.2').fill('Nothing is trained.');
      await page.keyboard.press('Escape');
      await page.getByText(/^Saved \d/).waitFor();
      await page.keyboard.press('g');
      await page.keyboard.press('c');
      await page.getByText('Excluded in the Statement of Applicability: Nothing is trained.').waitFor();
      await page.getByRole('button', { name: 'Open 6' }).waitFor();
      const tree = page.getByRole('navigation', { name: 'Requirements' });
      await page.getByTitle('2 of 2 answered').first().waitFor();
      await page.keyboard.press('j');
      await page.getByRole('link', { name: /The exclusion is asked about under 6\.1\.3/ }).click();
      await current(page).getByText('Q-6.1.3-X-A.7.2').waitFor();
      await current(page).getByRole('link', { name: 'about A.7.2' }).waitFor();
      await page.getByText('A wrong exclusion is written up against risk treatment').waitFor();
      await page.keyboard.press('2');
      await current(page).getByRole('link', { name: 'about A.7.2' }).click();
      await page
        .getByRole('link', { name: /The exclusion is asked about under 6\.1\.3/ })
        .getByLabel('Improvement')
        .waitFor();
      await page.keyboard.press('Control+z');
      await page.getByText('Undone: verdict on 6.1.3').waitFor();
      // From elsewhere, while the checklist is open.
      await api.call('soa.updateEntry', { audit: id, control: 'A.7.2', fields: { applicable: true } });
      await page.getByText('Excluded in the Statement of Applicability').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Open 7' }).waitFor();
      await api.call('soa.updateEntry', { audit: id, control: 'A.7.2', fields: { applicable: false } });
      await page.getByRole('button', { name: 'Open 6' }).waitFor();
      const [change] = await api.call('changes.list', { audit: id, limit: 1 });
      await api.call('changes.undo', { audit: id, change: change?.id ?? '' });
      await page.getByRole('button', { name: 'Open 7' }).waitFor();
      expect(await tree.getByRole('link', { name: /A\.7\.2/ }).getAttribute('data-out')).toBeNull();
    });

    it('takes a requirement in that is outside the scope', async () => {
      const { workbench, api, id, ref, read } = await anAudit();
      await api.call('audits.update', {
        audit: id,
        fields: { leftOut: ['9.1'], leftOutReason: 'Seen at the last visit.' },
      });
      const page = await openPage(browser, workbench, `/a/${ref}/checklist/9.1`);
      await page.getByText('Outside the scope of this audit: Seen at the last visit.').waitFor();
      const row = page.getByRole('navigation', { name: 'Requirements' }).getByRole('link', { name: /9\.1/ });
      expect(await row.getAttribute('title')).toMatch(/outside the scope/);
      await row.getByLabel('Not audited').waitFor();
      await page.keyboard.press('a');
      await page.getByText('Take it in first.').waitFor();
      await page.getByRole('button', { name: 'Take it in' }).click();
      await current(page).getByText('Q-9.1-').waitFor();
      expect((await read()).audit.leftOut).toEqual([]);
      await page.keyboard.press('Control+z');
      await page.getByText('Outside the scope of this audit', { exact: true }).waitFor();
      expect((await read()).audit.leftOut).toEqual(['9.1']);
    });

    it('marks the open questions of a requirement as not audited, as one step', async () => {
      const { workbench, read, placeOf } = await anAudit();
      const page = await openPage(browser, workbench, await placeOf('Q-8.4-01'));
      await current(page).waitFor();
      await page.keyboard.press('1');
      await page.getByRole('button', { name: 'More for this requirement' }).click();
      await page.getByRole('menuitem', { name: 'Mark all open questions here: not audited…' }).click();
      await page.getByLabel('Why they were not audited').pressSequentially('Owner on leave');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'More for this requirement' }).click();
      await page.getByRole('menuitem', { name: 'Mark all open questions here: not audited…' }).click();
      expect(await page.getByLabel('Why they were not audited').inputValue()).toBe('Owner on leave');
      await page.getByLabel('Why they were not audited').press('Enter');
      await page.getByText('2 questions marked not audited.').waitFor();
      const answers = async () =>
        (await read()).checklist
          .filter(({ requirement }) => requirement === '8.4')
          .map(({ verdict, reason }) => `${verdict} ${reason}`.trim());
      expect(await answers()).toEqual(['conforms', 'not-audited Owner on leave', 'not-audited Owner on leave']);
      await page.keyboard.press('Control+z');
      await expect.poll(answers, soon).toEqual(['conforms', 'not-started', 'not-started']);
    });

    it('keeps licensed text on this machine only, through a death of the engine and a reload', async () => {
      const { workbench, api, id, read, placeOf } = await anAudit();
      const { standard } = await api.call('catalogues.read', { hash: (await read()).audit.catalogue });
      const page = await openPage(browser, workbench, await placeOf('Q-8.4-01'));
      await current(page).waitFor();
      const slot = page.getByText('Text of the standard (this machine only)');
      const text = page.getByLabel('Text of 8.4');
      await slot.click();
      await page.getByText('It is not part of the audit, its log, its backups or packages').waitFor();
      await text.fill('Invented licensed words.');
      await page.getByLabel('Licence holder').fill('Invented Ltd');
      await page.keyboard.press('Tab');
      await page.getByText('Kept on this computer.').waitFor();

      await workbench.kill();
      await text.fill('Invented licensed words, and more.');
      await page.keyboard.press('Tab');
      await page.getByText('Not kept yet.').waitFor();
      await workbench.start();
      await page.getByText('Kept on this computer.').waitFor();
      const { name, edition } = standard;
      expect(await api.call('licensedTexts.read', { standard: name, edition })).toEqual({
        holder: 'Invented Ltd',
        texts: { '8.4': 'Invented licensed words, and more.' },
      });

      await page.reload();
      await current(page).waitFor();
      await slot.click();
      await expect.poll(() => text.inputValue()).toBe('Invented licensed words, and more.');
      expect(await page.getByLabel('Licence holder').inputValue()).toBe('Invented Ltd');
      const changes = await api.call('changes.list', { audit: id, limit: 5_000 });
      expect(JSON.stringify(changes)).not.toContain('Invented licensed words');
    });

    it('passes axe and fits, with systems, an own question and a parked one', async () => {
      const { workbench, api, id, read, placeOf, sample } = await anAudit();
      await sample();
      const { aiSystems, checklist } = await read();
      const item = checklist.find(({ questionId }) => questionId === 'Q-8.4-01')?.id ?? '';
      await api.call('checklist.repeat', { audit: id, items: [item], aiSystems: aiSystems.map((one) => one.id) });
      await api.call('checklist.update', { audit: id, item, fields: { parked: true, notes: 'Comes tomorrow.' } });
      await api.call('checklist.addQuestion', { audit: id, requirement: '8.4', question: 'Who signed?' });
      const faults = await findFaults(browser, workbench, await placeOf('O-8.4-01'), (page) => current(page).waitFor());
      expect(faults).toEqual([]);
      const page = await openPage(browser, workbench, await placeOf('O-8.4-01'), {
        viewport: { width: 1024, height: 700 },
      });
      await current(page).waitFor();
      for (let times = 0; times < 8; times += 1) await page.keyboard.press(times < 4 ? 'k' : 'j');
      const top = await page.getByRole('banner').first().boundingBox();
      expect(top?.y).toBe(0);
      const scrolled = () => current(page).evaluate((article) => article.closest('section')?.scrollTop);
      const before = await scrolled();
      await page.getByRole('button', { name: 'More for this requirement' }).click();
      expect(await scrolled()).toBe(before);
      // Nothing out of sight makes the page longer than the window.
      expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0);
    }, 120_000);
  },
);
