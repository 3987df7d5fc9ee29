import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { openPage } from '../support/page.ts';
import { anEmptyAudit, aSample, findFaults, soon } from '../support/rooms.ts';

const bar = (page: Page) => page.getByRole('combobox', { name: /^Running notes/ });
const chosen = (page: Page) => page.locator('article[aria-current]');

/** Writes a line into the capture bar, letter by letter. */
async function write(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

describe.runIf(hasBrowser('the tests of running notes on the page'))('running notes', () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('takes six lines, and makes evidence, an answer and a finding of them, by keyboard', async () => {
    const { workbench, ref, read } = await anEmptyAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/notes`);
    await page.getByText('No notes yet').waitFor();
    await page.keyboard.press('c');
    await page.keyboard.type('#8.4');
    await page.getByRole('option', { name: /^#8\.4/ }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('@data st');
    await page.getByRole('option', { name: '@"Data steward"' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type(':in');
    await page.getByRole('option', { name: /^:int/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Nobody redid it after CHG-102 !n');
    await page.getByRole('option', { name: /^!nc/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const lines = [
      '#8.4 @"Data steward" :int Nobody redid it after CHG-102 !nc',
      '#8.4 :doc IAP-07 section 3.2 asks for it',
      'Draws it on the board !obs',
      '#8.4 Ask for the assessment of CHG-105 !todo',
      'Fire drill at 11',
      '#8.4 @Petra The register has no date',
    ];
    for (const line of lines.slice(1)) await write(page, line);
    const texts = async () => (await read()).notes.map(({ text }) => text);
    await expect.poll(texts, soon).toEqual(lines);

    // Two marked lines become one piece of evidence.
    await page.keyboard.press('Escape');
    await expect.poll(() => chosen(page).innerText(), soon).toContain('The register has no date');
    for (let times = 0; times < 5; times += 1) await page.keyboard.press('k');
    await expect.poll(() => chosen(page).innerText(), soon).toContain('Nobody redid it');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('2 lines marked').waitFor();
    await page.keyboard.press('e');
    await page.getByText('E-001 made of the notes.').waitFor();
    expect((await read()).evidence).toMatchObject([
      { number: 'E-001', kind: 'interview', source: 'Data steward', title: 'Nobody redid it after CHG-102' },
    ]);
    await page.getByRole('link', { name: 'Evidence E-001' }).first().waitFor();

    // A line goes into the answer of the one question it can mean.
    await page.keyboard.press('v');
    await page.getByText('Added to the answer on 8.4.').waitFor();
    const answer = async () => (await read()).checklist[0]?.notes ?? '';
    expect(await answer()).toMatch(/Inga Probe: IAP-07 section 3\.2 asks for it$/);
    await page.keyboard.press('Control+z');
    await page.getByText('Undone: notes into the answer on 8.4').waitFor();
    expect(await answer()).toBe('');
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(answer, soon).toContain('asks for it');

    // A line without a tag asks for its question.
    await page.keyboard.press('j');
    await expect.poll(() => chosen(page).innerText(), soon).toContain('Draws it on the board');
    await page.keyboard.press('v');
    await page.getByRole('dialog', { name: 'Into which answer' }).waitFor();
    await page.keyboard.type('8.4');
    await page.getByRole('option', { name: /^8\.4/ }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(answer, soon).toContain('Draws it on the board');

    // And a finding, with grade, requirement, words and the evidence made of the line.
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await expect.poll(() => chosen(page).innerText(), soon).toContain('Nobody redid it');
    await page.keyboard.press('f');
    await page.getByRole('article', { name: 'F-001' }).waitFor();
    const { findings, links } = await read();
    expect(findings).toMatchObject([{ grade: 'minor', requirements: ['8.4'] }]);
    expect(findings[0]?.evidence).toMatch(/^Nobody redid it after CHG-102 \(Data steward, .*\)\n\[E-001\]$/);
    expect(links.filter(({ noun }) => noun === 'finding')).toHaveLength(1);
    await page.goBack();
    await page.getByRole('link', { name: 'Finding F-001' }).waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await read()).findings, soon).toEqual([]);
    await page.getByRole('link', { name: 'Finding F-001' }).waitFor({ state: 'detached' });
    expect(await texts()).toEqual(lines);
  });

  it('corrects a line by a new one, and takes the correction back', async () => {
    const { workbench, id, ref, read } = await anEmptyAudit();
    await workbench.api.call('notes.add', { audit: id, text: '#8.4 Seen on Monday' });
    const page = await openPage(browser, workbench, `/a/${ref}/notes`);
    await chosen(page).waitFor();
    await page.keyboard.press('r');
    const field = page.getByRole('combobox', { name: /^Correction/ });
    await field.waitFor();
    await page.keyboard.type(' 5 Oct');
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
    // What was half written is still there.
    await page.keyboard.press('r');
    await expect.poll(() => field.inputValue(), soon).toBe('#8.4 Seen on Monday 5 Oct');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Corrects/ }).waitFor();
    const notes = async () => (await read()).notes;
    await expect.poll(notes, soon).toMatchObject([{}, { text: '#8.4 Seen on Monday 5 Oct' }]);
    expect((await notes())[1]?.corrects).toBe((await notes())[0]?.id);
    expect(await page.locator('article s').innerText()).toBe('#8.4 Seen on Monday');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await notes()).length, soon).toBe(1);
    await page.locator('article s').waitFor({ state: 'detached' });
  });

  it('finds lines by words, tags and what they became', async () => {
    const { workbench, ref, read } = await aSample();
    const page = await openPage(browser, workbench, `/a/${ref}/notes`);
    await chosen(page).waitFor();
    const { notes } = await read();
    await page.getByText(`${notes.length} lines`, { exact: true }).first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('sandvale');
    await page.getByText(`1 of ${notes.length} lines`).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => chosen(page).innerText(), soon).toContain('roster at Sandvale');
    await page.getByLabel('Search the notes').fill('');
    await page.getByRole('button', { name: /^Became nothing yet/ }).click();
    await page.getByText(`${notes.length - 3} of ${notes.length} lines`).waitFor();
    expect(await page.getByRole('article').getByRole('link').count()).toBe(0);
  });

  it('keeps what is half typed, and goes back to the last lines', async () => {
    const { workbench, ref, read } = await anEmptyAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/checklist`);
    await page.getByText('Q-8.4-01').first().waitFor();
    await page.keyboard.press('c');
    await write(page, 'First line');
    await write(page, 'Second line');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await bar(page).inputValue()).toBe('First line');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await bar(page).inputValue()).toBe('');
    // The sign of a kind is punctuation until a kind is begun: Enter keeps the line.
    await write(page, 'What !');
    // So is a name that is only part of a known one: it stays as it was typed.
    await page.keyboard.type('Asked @Steward');
    await page
      .getByRole('option', { name: /steward/i })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('half typed #');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('option').first().waitFor({ state: 'detached' });
    expect(await bar(page).inputValue()).toBe('half typed #');
    await page.reload();
    await expect.poll(() => bar(page).inputValue(), soon).toBe('half typed #');
    expect((await read()).notes.map(({ text }) => text)).toEqual([
      'First line',
      'Second line',
      'What !',
      'Asked @Steward',
    ]);
    await bar(page).focus();
    await page.keyboard.press('Control+a');
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'pasted\r\nover lines');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    expect(await bar(page).inputValue()).toBe('pasted over lines');
  });

  it('stores lines typed while the engine is dead exactly once, in order', async () => {
    const { workbench, ref, read } = await anEmptyAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/notes`);
    await page.getByText('No notes yet').waitFor();
    await page.keyboard.press('c');
    await write(page, 'Line 1');
    await expect.poll(async () => (await read()).notes.length, soon).toBe(1);
    await workbench.kill();
    for (const number of [2, 3, 4, 5, 6]) await write(page, `Line ${number}`);
    await page.getByText('waiting to be saved').first().waitFor();
    await workbench.start();
    const texts = async () => (await read()).notes.map(({ text }) => text);
    await expect.poll(texts, { timeout: 30_000 }).toEqual([1, 2, 3, 4, 5, 6].map((number) => `Line ${number}`));
    await page.getByText('waiting to be saved').first().waitFor({ state: 'detached' });
    expect(await page.getByRole('article').count()).toBe(6);
  }, 60_000);

  it('has nothing that axe objects to and fits at 200 % zoom', async () => {
    const { workbench, ref } = await aSample();
    const faults = await findFaults(browser, workbench, `/a/${ref}/notes`, async (page) => {
      await chosen(page).waitFor();
      await page.keyboard.press('c');
      await page.keyboard.type('#');
      await page.getByRole('option').first().waitFor();
    });
    expect(faults).toEqual([]);
  }, 120_000);
});
