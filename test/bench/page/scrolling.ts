import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Measure } from '../measure.ts';
import { withPage } from './open-page.ts';

const rows = 1_200;
const rowsPerTurn = 12;

/** The longest time between two frames while a list is scrolled by the wheel, and the rows that went by. */
async function scroll(
  page: Page,
  list: string,
  rowHeight: number,
  wanted: number,
): Promise<{ longest: number; blank: number }> {
  const place = page.locator(list).first();
  await place.hover();
  await page.evaluate((selector) => {
    const scroller = document.querySelector(selector);
    const watch = { longest: 0, blank: 0, isOver: false };
    Reflect.set(window, 'scrolling', watch);
    let last = performance.now();
    const frame = (now: number) => {
      watch.longest = Math.max(watch.longest, now - last);
      last = now;
      const { left, top, width, height } = scroller?.getBoundingClientRect() ?? new DOMRect();
      // Half a screen without a row would be a blank.
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      if (hit === scroller) watch.blank += 1;
      if (!watch.isOver) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }, list);
  for (let gone = 0; gone < wanted; gone += rowsPerTurn) {
    await page.mouse.wheel(0, rowHeight * rowsPerTurn);
    await sleep(16);
  }
  return page.evaluate(() => {
    const watch = Reflect.get(window, 'scrolling') as { longest: number; blank: number; isOver: boolean };
    watch.isOver = true;
    return watch;
  });
}

/** Scrolls through the register of evidence and the findings. */
export function measureScrolling(folder: string): Promise<Measure[]> {
  return withPage(folder, async ({ open }) => {
    const register = await open('evidence');
    const evidence = await scroll(register, '[role="rowgroup"]:last-child', 34, rows);
    const list = await open('findings');
    const findings = await scroll(list, '[data-pane="left"] [class*="rows"]', 52, 400);
    return [
      {
        name: `longest frame over ${rows} rows of evidence`,
        value: evidence.longest,
        unit: 'ms',
        target: 50,
        note: `${evidence.blank} blank frames`,
      },
      {
        name: 'longest frame over 400 findings',
        value: findings.longest,
        unit: 'ms',
        target: 50,
        note: `${findings.blank} blank frames`,
      },
    ];
  });
}
