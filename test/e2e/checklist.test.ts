import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { aWorkbench, openPage, type Workbench } from '../support/page.ts';
import { faultsOn } from '../support/rooms.ts';

const questions = ['Q-5.2-01', 'Q-8.4-01', 'Q-8.4-02', 'Q-8.4-03', 'Q-A.6.2.4-01', 'Q-A.7.2-01'];

async function anAuditOn({ api }: Workbench) {
  const { id, ref } = await api.call('audits.create', {
    title: 'Checklist test',
    type: 'internal',
    organization: 'Invented Ltd',
    questions,
  });
  const read = () => api.call('audits.open', { audit: id });
  const { checklist } = await read();
  const itemOf = (question: string) => checklist.find(({ questionId }) => questionId === question)?.id ?? '';
  const stored = async (question: string) => (await read()).checklist.find(({ questionId }) => questionId === question);
  const placeOf = (question: string) => `/a/${ref}/checklist/${itemOf(question)}`;
  return { id, ref, read, stored, placeOf, itemOf };
}

const current = (page: Page) => page.locator('article[data-open]');
const saved = (page: Page) => page.getByText(/^Saved \d/).waitFor();

describe.runIf(hasBrowser('the tests of the checklist on the page'))('the checklist', { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('is answered by keyboard: verdicts, notes, people, samples, moves', async () => {
    const workbench = await aWorkbench();
    const { ref, stored, placeOf } = await anAuditOn(workbench);
    const page = await openPage(browser, workbench, placeOf('Q-8.4-01'));
    await current(page).getByText('Q-8.4-01').waitFor();

    await page.keyboard.press('1');
    expect(
      await current(page).getByRole('button', { name: 'Conforms', exact: true }).getAttribute('aria-pressed'),
    ).toBe('true');
    await page.keyboard.press('n');
    await page.keyboard.type('Register AIR-02 against billing: 11 of 11. 1 2 3 j k c');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Data steward');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('3 of 9 changes');
    await page.keyboard.press('Escape');
    await saved(page);
    expect(await stored('Q-8.4-01')).toMatchObject({
      verdict: 'conforms',
      notes: 'Register AIR-02 against billing: 11 of 11. 1 2 3 j k c',
      interviewees: ['Data steward'],
      sampled: '3 of 9 changes',
    });

    await page.keyboard.press('j');
    await current(page).getByText('Q-8.4-02').waitFor();
    await page.keyboard.press('3');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('5');
    await page.keyboard.press('n');
    await page.keyboard.type('Owner on leave');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await current(page).getByText('Q-A.6.2.4-01').waitFor();
    await page.keyboard.press('2');
    await page.keyboard.press('0');
    await page.keyboard.press('k');
    await current(page).getByText('Q-8.4-03').waitFor();
    await expect.poll(async () => (await stored('Q-8.4-03'))?.reason).toBe('Owner on leave');
    expect((await stored('Q-8.4-03'))?.verdict).toBe('not-audited');
    expect((await stored('Q-8.4-02'))?.verdict).toBe('nonconforming');
    expect((await stored('Q-A.6.2.4-01'))?.verdict).toBe('not-started');
    await page.getByRole('link', { name: `Checklist 3/6` }).waitFor();
    expect(page.url()).toContain(`/a/${ref}/checklist/`);
  });

  it('says why a clause or an applicable control cannot be "not applicable"', async () => {
    const workbench = await aWorkbench();
    const { id, stored, placeOf } = await anAuditOn(workbench);
    await workbench.api.call('soa.updateEntry', {
      audit: id,
      control: 'A.7.2',
      fields: { applicable: false, justification: 'No data of its own.' },
    });
    const page = await openPage(browser, workbench, placeOf('Q-8.4-01'));
    await current(page).waitFor();
    await page.keyboard.press('4');
    await page.getByText('8.4 applies to every organisation and cannot be "not applicable"').waitFor();
    await page.getByRole('link', { name: /A\.6\.2\.4/ }).click();
    await current(page).getByText('Q-A.6.2.4-01').waitFor();
    await page.keyboard.press('4');
    await page.getByText('A.6.2.4 is applicable in the Statement of Applicability').waitFor();
    expect((await stored('Q-A.6.2.4-01'))?.verdict).toBe('not-started');
    await page.getByRole('link', { name: /A\.7\.2/ }).click();
    await page.getByText('Excluded in the Statement of Applicability: No data of its own.').waitFor();
    await page.keyboard.press('4');
    await expect.poll(async () => (await stored('Q-A.7.2-01'))?.verdict).toBe('not-applicable');
  });

  it('undoes and repeats by keyboard, and from the history of the item', async () => {
    const workbench = await aWorkbench();
    const { stored, placeOf } = await anAuditOn(workbench);
    const page = await openPage(browser, workbench, placeOf('Q-8.4-01'));
    await current(page).waitFor();
    await page.keyboard.press('1');
    await page.keyboard.press('n');
    await page.keyboard.type('To be taken back');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await page.getByText('Undone: notes on 8.4').waitFor();
    expect(await stored('Q-8.4-01')).toMatchObject({ verdict: 'conforms', notes: '' });
    await page.keyboard.press('Control+z');
    await page.getByText('Undone: verdict on 8.4').waitFor();
    expect((await stored('Q-8.4-01'))?.verdict).toBe('not-started');
    await page.keyboard.press('Control+Shift+z');
    await page.getByText('Done again: verdict on 8.4').waitFor();
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(async () => (await stored('Q-8.4-01'))?.notes).toBe('To be taken back');

    await page.keyboard.press('3');
    await page.getByRole('button', { name: 'Undo: verdict: conforms → nonconforming' }).click();
    await expect.poll(async () => (await stored('Q-8.4-01'))?.verdict).toBe('conforms');
  });

  it('raises a finding with everything filled in', async () => {
    const workbench = await aWorkbench();
    const { read, placeOf, itemOf } = await anAuditOn(workbench);
    const page = await openPage(browser, workbench, placeOf('Q-8.4-02'));
    await current(page).waitFor();
    await page.keyboard.press('3');
    await page.keyboard.press('n');
    await page.keyboard.type('Assessment AIA-014 was made for 2.1; 3.0 is live.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('f');
    await page.waitForURL(/\/findings\//);
    const { findings } = await read();
    expect(findings).toMatchObject([
      {
        number: 'F-001',
        grade: 'minor',
        evidence: 'Assessment AIA-014 was made for 2.1; 3.0 is live.',
        requirements: ['8.4'],
        item: itemOf('Q-8.4-02'),
      },
    ]);
    expect(findings[0]?.requirement).toMatch(/^ISO\/IEC \d+:\d{4}, 8\.4 AI system impact assessment/);
  });

  it('takes lines into the capture bar from anywhere', async () => {
    const workbench = await aWorkbench();
    const { read, placeOf } = await anAuditOn(workbench);
    const page = await openPage(browser, workbench, placeOf('Q-8.4-01'));
    await current(page).waitFor();
    await page.keyboard.press('c');
    await page.keyboard.type('#8.4 @Steward :doc no drift threshold');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Second line');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('1');
    await page.getByRole('button', { name: /2 lines/ }).click();
    await page.getByText('no drift threshold').waitFor();
    await expect
      .poll(async () => (await read()).notes.map(({ text }) => text))
      .toEqual(['#8.4 @Steward :doc no drift threshold', 'Second line']);
  });

  it('keeps every text while the engine is dead, and stores it exactly once when it is back', async () => {
    const workbench = await aWorkbench();
    const { id, read, stored, placeOf } = await anAuditOn(workbench);
    const page = await openPage(browser, workbench, placeOf('Q-8.4-01'));
    await current(page).waitFor();
    await page.keyboard.press('n');
    await page.keyboard.type('Before. ');
    await saved(page);
    await workbench.kill();
    await page.keyboard.type('While it was dead.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('c');
    await page.keyboard.type('A line for later');
    await page.keyboard.press('Enter');
    await page.getByText('Not saved').first().waitFor();
    await page.getByText('What you typed is kept on this page.').waitFor();
    await workbench.start();
    await page.getByText('Not saved').first().waitFor({ state: 'detached', timeout: 20_000 });
    await expect.poll(async () => (await stored('Q-8.4-01'))?.notes).toBe('Before. While it was dead.');
    await expect.poll(async () => (await read()).notes.map(({ text }) => text)).toEqual(['A line for later']);
    await saved(page);
    const changes = await workbench.api.call('changes.list', { audit: id });
    expect(changes.filter(({ noun }) => noun === 'note')).toHaveLength(1);
  });

  it('loses no text when the page is loaded again in the middle of a word', async () => {
    const workbench = await aWorkbench();
    const { stored, placeOf } = await anAuditOn(workbench);
    const page = await openPage(browser, workbench, placeOf('Q-8.4-01'));
    await current(page).waitFor();
    await page.keyboard.press('n');
    await page.keyboard.type('Typed and gone in the same inst');
    await page.reload();
    await current(page).waitFor();
    await expect
      .poll(() => page.getByLabel('Notes', { exact: true }).inputValue())
      .toBe('Typed and gone in the same inst');
    await expect.poll(async () => (await stored('Q-8.4-01'))?.notes).toBe('Typed and gone in the same inst');
  });

  it('asks where two windows changed the same text, and shows what the other did', async () => {
    const workbench = await aWorkbench();
    const { stored, placeOf } = await anAuditOn(workbench);
    const one = await openPage(browser, workbench, placeOf('Q-8.4-01'));
    const other = await openPage(browser, workbench, placeOf('Q-8.4-01'));
    for (const page of [one, other]) await current(page).waitFor();
    await other.keyboard.press('1');
    await one.locator('article[data-open] button[aria-pressed="true"]').getByText('Conforms').waitFor();
    for (const page of [one, other]) await page.getByLabel('Notes', { exact: true }).focus();
    await Promise.all([one.keyboard.type('Mine.'), other.keyboard.type('Theirs.')]);
    const asked = await Promise.any(
      [one, other].map(async (page) => {
        await page.getByRole('dialog', { name: 'Two versions of one text' }).waitFor();
        return page;
      }),
    );
    await asked.getByRole('button', { name: 'Keep both, one after the other' }).click();
    await expect
      .poll(async () => (await stored('Q-8.4-01'))?.notes)
      .toMatch(/^(Mine\.\n\nTheirs\.|Theirs\.\n\nMine\.)$/);
  });

  it('filters, finds, and jumps by the palette', async () => {
    const workbench = await aWorkbench();
    const { placeOf } = await anAuditOn(workbench);
    const page = await openPage(browser, workbench, placeOf('Q-8.4-01'));
    await current(page).waitFor();
    await page.keyboard.press('3');
    await page.getByRole('button', { name: 'Nonconforming 1' }).click();
    const tree = page.getByRole('navigation', { name: 'Requirements' });
    await expect.poll(() => tree.getByRole('link').count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => tree.getByRole('link').count()).toBe(70);
    await page.keyboard.press('/');
    await page.keyboard.type('5.2 policy');
    await tree.getByRole('link', { name: /5\.2/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('A.6.2.4');
    await page.keyboard.press('Enter');
    await current(page).getByText('Q-A.6.2.4-01').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('1');
    await page.keyboard.press('Escape');
    expect(await current(page).locator('button[aria-pressed="true"]').count()).toBe(0);
  });

  it('passes axe in light and dark, and fits a small window and 200 % zoom', async () => {
    const workbench = await aWorkbench();
    const { id, placeOf, itemOf } = await anAuditOn(workbench);
    const fields = { verdict: 'nonconforming', notes: 'Seen [E-001] in the log.', interviewees: ['Steward'] } as const;
    await workbench.api.call('checklist.update', {
      audit: id,
      item: itemOf('Q-8.4-01'),
      fields: { ...fields, interviewees: ['Steward'] },
    });
    await workbench.api.call('checklist.update', {
      audit: id,
      item: itemOf('Q-5.2-01'),
      fields: { verdict: 'not-audited' },
    });
    const page = await openPage(browser, workbench, placeOf('Q-8.4-01'), { colorScheme: 'light' });
    await current(page).waitFor();
    const sizes = [
      { width: 683, height: 384 },
      { width: 1024, height: 700 },
      { width: 1366, height: 768 },
    ];
    expect(await faultsOn(page, { sizes })).toEqual([]);
  }, 120_000);
});
