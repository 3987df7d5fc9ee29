import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { type Measure, quantile } from '../measure.ts';
import { withPage } from './open-page.ts';
import { readStopwatch, startStopwatch } from './stopwatch.ts';

const text = 'Inventory reconciled with cloud billing, 11 of 11; two models without an owner since the move. ';

/** Types into the focused field, one key after the other is on the screen. */
async function measureTyping(page: Page, keys: string): Promise<number[]> {
  await startStopwatch(page);
  const times: number[] = [];
  for (const key of keys) {
    await page.keyboard.type(key);
    times.push(await readStopwatch(page, times.length + 1));
    // As fast as people are, so that saving falls between keys.
    await sleep(20);
  }
  return times;
}

/** Goes from question to question; shown is another one than before. */
async function measureMoves(page: Page, presses: readonly string[]): Promise<number[]> {
  await startStopwatch(page);
  const times: number[] = [];
  for (const key of presses) {
    await page.evaluate(() => {
      const before = document.querySelector('article[data-open]');
      window.stopwatch.isShown = () => {
        const now = document.querySelector('article[data-open]');
        return now !== null && now !== before;
      };
    });
    await page.keyboard.press(key);
    times.push(await readStopwatch(page, times.length + 1));
    await sleep(30);
  }
  return times;
}

const figures = (name: string, times: readonly number[], target: number): Measure[] => [
  { name: `${name}, p95`, value: quantile(times, 0.95), unit: 'ms', target, note: `${times.length} keys` },
  { name: `${name}, p50`, value: quantile(times, 0.5), unit: 'ms' },
];

/** Key press to paint in the large audit. */
export function measureKeys(folder: string): Promise<Measure[]> {
  return withPage(folder, async ({ open }) => {
    const page = await open();
    await page.locator('article[data-open]').waitFor();
    await page.getByLabel('Notes', { exact: true }).focus();
    await measureTyping(page, text);
    const notes = await measureTyping(page, text.repeat(2));
    await page.locator('footer input').first().focus();
    const line = await measureTyping(page, text);
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await page.locator('article[data-open]').focus();
    const moves = await measureMoves(page, [...Array<string>(60).fill('j'), ...Array<string>(40).fill('k')]);
    await page.evaluate(() => void (location.hash = location.hash.replace(/\/checklist.*/, '/findings/F-012')));
    await page.locator('textarea').first().waitFor();
    await page.locator('textarea').first().focus();
    const finding = await measureTyping(page, text);
    return [
      ...figures('typing notes, key to paint', notes, 16),
      ...figures('typing into a finding, key to paint', finding, 16),
      ...figures('typing a line, key to paint', line, 16),
      ...figures('another question (j, k), key to paint', moves, 32),
    ];
  });
}
