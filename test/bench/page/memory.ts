import { readFileSync } from 'node:fs';
import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Measure } from '../measure.ts';
import { withPage } from './open-page.ts';

/** Objects of the page in MB after a collection, and the nodes of its documents. */
async function weigh(session: CDPSession): Promise<{ heap: number; nodes: number }> {
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number };
  const { nodes } = await session.send('Memory.getDOMCounters');
  return { heap: usedSize / 1e6, nodes };
}

/** What the page's process holds for itself alone, in MB; undefined where the system does not say. */
async function weighProcess(browser: Browser): Promise<number | undefined> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      try {
        const facts = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8');
        return (Number(/^Private_Dirty:\s+(\d+) kB$/m.exec(facts)?.[1]) * 1024) / 1e6;
      } catch {
        return undefined;
      }
    });
  return sizes.every((size) => size === undefined) ? undefined : Math.max(...sizes.map((size) => size ?? 0));
}

/** One turn of what an auditor does: answers, types, looks something up, goes through rooms, scrolls. */
async function work(page: Page, turn: number): Promise<void> {
  const { keyboard } = page;
  for (let step = 0; step < 5; step += 1) {
    await keyboard.press(turn % 2 === 0 ? 'j' : 'k');
    await keyboard.press(String(1 + ((turn + step) % 3)));
    await keyboard.press('n');
    await keyboard.press('Control+A');
    await keyboard.type(`Seen in turn ${turn}, step ${step}: register agrees with the billing of the cloud.`);
    await keyboard.press('Escape');
  }
  if (turn % 4 === 0) {
    await keyboard.press('c');
    await keyboard.type(`#8.4 @Steward line of turn ${turn}`);
    await keyboard.press('Enter');
    await keyboard.press('Escape');
  }
  await keyboard.press('Control+k');
  await keyboard.type('drift');
  await page.waitForTimeout(150);
  await keyboard.press('Escape');
  for (const room of ['o', 'e', 'f', 'r', 'n', 'y', 'p', 's', 'i', 'c']) {
    await keyboard.press('g');
    await keyboard.press(room);
    await page.waitForTimeout(120);
    if (room === 'e' || room === 'f') {
      await page.mouse.move(300, 400);
      for (let wheel = 0; wheel < 10; wheel += 1) await page.mouse.wheel(0, 600);
    }
  }
  await page.locator('article[data-open]').focus();
}

/** Memory at the thirds of a time of scripted work. */
export function measureMemory(folder: string): Promise<Measure[]> {
  const minutes = Number(process.env.PLUMBLINE_BENCH_MINUTES ?? 1);
  return withPage(folder, async ({ browser, open }) => {
    const page = await open();
    const session = await page.context().newCDPSession(page);
    await page.locator('article[data-open]').focus();
    // What is loaded and made once is no growth.
    for (let turn = 0; turn < 2; turn += 1) await work(page, turn);
    const weights: { heap: number; nodes: number }[] = [];
    const from = Date.now();
    let turns = 2;
    for (const third of [1, 2, 3]) {
      while (Date.now() < from + (third * minutes * 60_000) / 3) {
        await work(page, turns);
        turns += 1;
      }
      weights.push(await weigh(session));
    }
    const [one, two, three] = weights.map(({ heap }) => heap) as [number, number, number];
    const whole = await weighProcess(browser);
    const run = `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} of work, ${turns} turns`;
    return [
      { name: 'objects after a third', value: one, unit: 'MB', note: run },
      { name: 'objects after two thirds', value: two, unit: 'MB' },
      { name: 'objects at the end', value: three, unit: 'MB', target: 250, note: `${weights[2]?.nodes} nodes` },
      { name: 'growth in the last two thirds', value: three / one, unit: '×', target: 1.1 },
      ...(whole === undefined
        ? []
        : [
            {
              name: "the page's whole process",
              value: whole,
              unit: 'MB',
              target: 250,
              note: 'private memory',
            } as const,
          ]),
    ];
  });
}
