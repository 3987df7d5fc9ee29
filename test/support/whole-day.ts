// A day on site, by keyboard alone: what both a browser and the desktop window have to carry.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { OpenAudit } from '../../shared/contract/audits.ts';
import { soon } from './rooms.ts';
import { aFolder } from './workspace.ts';

const statement = path.resolve(import.meta.dirname, '../../assets/sample/soa.xlsx');

/** What the day is lived on: the page, and what is stored beside it. */
export interface Day {
  page: Page;
  read: () => Promise<OpenAudit>;
  /** Chooses files where the focus is on what asks for them. */
  choose: (files: string[]) => Promise<void>;
}

/** Opens the chooser of files by key, as a browser has it. */
export async function chooseByKey(page: Page, files: string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await press(page, 'Enter');
  await (await chooser).setFiles(files);
}

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const times = (count: number, key: string) => Array.from({ length: count }, () => key);
/** Two keys after each other take one to a room. */
export async function goToRoom(page: Page, letter: string, heading: string): Promise<void> {
  await press(page, 'Escape', 'g', letter);
  await page.getByRole('main', { name: heading }).waitFor();
}

/** Goes on with the tab key until the button of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  await button.waitFor();
  for (let left = 60; left > 0; left -= 1) {
    if (await button.evaluate((element) => element === document.activeElement)) return;
    await press(page, 'Tab');
  }
  throw new Error(`The tab key does not reach “${name}”.`);
}

/** Makes a stage 2 audit from its template, from the list of audits. */
export async function makeAudit(page: Page): Promise<void> {
  await page.getByRole('main', { name: 'All audits' }).waitFor();
  await press(page, 'n');
  await page.getByRole('status').filter({ hasText: 'questions about' }).waitFor();
  await page.keyboard.type('Stage 2 on site');
  await press(page, 'Tab', ...times(3, 'ArrowDown'), 'Tab');
  await page.keyboard.type('Invented Ltd');
  await press(page, 'Control+Enter');
  await page.locator('article[data-open]').waitFor();
}

/** Imports the client's Statement of Applicability after a look at what it says. */
export async function importStatement({ page, read, choose }: Day): Promise<void> {
  await goToRoom(page, 's', 'Applicability');
  await press(page, 'i');
  await page.locator('[role=dialog] [data-autofocus]:focus').waitFor();
  await choose([statement]);
  await page.getByRole('button', { name: 'Import', exact: true }).and(page.locator(':focus')).waitFor();
  await press(page, 'Enter');
  await expect.poll(async () => (await read()).soa.version, soon).toBe('2.1');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Answers so many questions with verdict, note and who was asked. */
export async function answerQuestions({ page, read }: Day, count: number): Promise<void> {
  await goToRoom(page, 'c', 'Checklist');
  await page.locator('article[data-open]').waitFor();
  for (let place = 0; place < count; place += 1) {
    const name = await page.locator('article[data-open]').getAttribute('aria-label');
    await press(page, ['1', '2', '3'][place % 3] ?? '1', 'n');
    await page.keyboard.type(`Seen for question ${place + 1} of the day.`);
    await press(page, 'Tab');
    await page.keyboard.type(`Person ${place % 5}`);
    await press(page, 'Enter', 'Escape', 'Escape');
    if (place === count - 1) break;
    await press(page, 'j');
    await expect.poll(() => page.locator('article[data-open]').getAttribute('aria-label'), soon).not.toBe(name);
  }
  await expect
    .poll(async () => {
      const answered = (await read()).checklist.filter(({ notes }) =>
        /^Seen for question \d+ of the day\.$/.test(notes),
      );
      return answered.filter(({ verdict, interviewees }) => verdict !== 'not-started' && interviewees.length === 1)
        .length;
    }, soon)
    .toBe(count);
}

/** Takes in five files in one go. */
export async function attachFiles({ page, read, choose }: Day): Promise<void> {
  const before = (await read()).evidence.length;
  await goToRoom(page, 'e', 'Evidence');
  await press(page, 'n');
  await page.locator('[role=dialog] [data-autofocus]:focus').waitFor();
  const folder = aFolder();
  const files = [1, 2, 3, 4, 5].map((place) => path.join(folder, `record-${place}.txt`));
  for (const file of files) writeFileSync(file, `Invented: ${path.basename(file)}`);
  await choose(files);
  await tabTo(page, 'Add 5 files');
  await press(page, 'Enter');
  await expect.poll(async () => (await read()).evidence.length, soon).toBe(before + 5);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Gives the open question and the next two a verdict and takes the three steps back. */
export async function undoThree({ page, read }: Day): Promise<void> {
  await goToRoom(page, 'c', 'Checklist');
  await page.locator('article[data-open]').waitFor();
  const verdicts = async () => (await read()).checklist.map(({ verdict }) => verdict);
  const before = await verdicts();
  await press(page, '5', 'j', '5', 'j', '5');
  const after = [...before];
  await expect.poll(async () => (await verdicts()).filter((one, place) => one !== after[place]).length, soon).toBe(3);
  for (const left of [2, 1, 0]) {
    await press(page, 'Control+z');
    await expect
      .poll(async () => (await verdicts()).filter((one, place) => one !== before[place]).length, soon)
      .toBe(left);
  }
}

const lines = [
  '#8.4 :doc IAP-07 section 3.2 asks for a new assessment',
  '#8.4 :int Nobody redid it after change CHG-102',
  '#A.6.2.6 :obs The board shows last month',
  'Fire drill at eleven, ten minutes lost',
  '#5.2 :doc The policy is signed',
  '#8.4 The register has no date',
];

/** Writes six lines as they are heard, makes evidence of the first two and a finding of the second. */
export async function captureLines({ page, read }: Day): Promise<void> {
  const { evidence, findings } = await read();
  await goToRoom(page, 'n', 'Notes');
  await press(page, 'c');
  for (const line of lines) {
    await page.keyboard.type(line);
    await press(page, 'Enter');
  }
  await expect.poll(async () => (await read()).notes.map(({ text }) => text), soon).toEqual(lines);
  await press(page, 'Escape');
  const chosen = () => page.locator('article[aria-current]').innerText();
  await expect.poll(chosen, soon).toContain('The register has no date');
  await press(page, ...times(5, 'k'));
  await expect.poll(chosen, soon).toContain('asks for a new assessment');
  await press(page, 'x', 'j', 'x', 'e');
  await expect.poll(async () => (await read()).evidence.length, soon).toBe(evidence.length + 1);
  await press(page, 'f');
  await page.getByRole('main', { name: 'Findings' }).waitFor();
  await expect.poll(async () => (await read()).findings.length, soon).toBe(findings.length + 1);
}

/** Walks down the whole activity. Answers with the sentences of its steps, the newest first. */
export async function walkActivity({ page }: Day, count: number): Promise<string[]> {
  await goToRoom(page, 'y', 'Activity');
  await page.locator('[id^=step-]').first().waitFor();
  const current = () =>
    page.evaluate(() => {
      const { id = '', textContent = '' } = document.activeElement?.closest('[id^=step-]') ?? {};
      return { id, sentence: textContent ?? '' };
    });
  const sentences: string[] = [];
  let last = '';
  for (let place = 0; place < count; place += 1) {
    await press(page, 'j');
    await expect.poll(async () => (await current()).id, soon).not.toBe(last);
    const { id, sentence } = await current();
    last = id;
    sentences.push(sentence);
  }
  return sentences;
}
