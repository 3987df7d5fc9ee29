import { setTimeout as sleep } from 'node:timers/promises';
import { type Measure, quantile } from '../measure.ts';
import { withPage } from './open-page.ts';
import { readStopwatch, startStopwatch } from './stopwatch.ts';

const rooms: Record<string, string> = {
  o: 'Overview',
  p: 'Plan',
  i: 'AI systems',
  s: 'Applicability',
  c: 'Checklist',
  n: 'Notes',
  e: 'Evidence',
  f: 'Findings',
  r: 'Report',
  y: 'Activity',
};
const rounds = 6;

/** From the second key to the frame that answers it, and to all of the room, for every room of the large audit. */
export function measureRooms(folder: string): Promise<Measure[]> {
  return withPage(folder, async ({ open }) => {
    const page = await open('overview');
    await startStopwatch(page, 'g');
    const first = new Map<string, number>();
    const later = new Map<string, number[]>();
    const begun: number[] = [];
    let count = 0;
    for (let round = 0; round <= rounds; round += 1) {
      // From the other end each time, so that no room always follows the same one.
      const order = Object.entries(rooms);
      for (const [key, name] of round % 2 === 0
        ? order.slice(1).concat(order.slice(0, 1))
        : order.toReversed().slice(1)) {
        await page.evaluate((room) => {
          // The first answer is the rail, which shows where one goes.
          window.stopwatch.isBegun = () =>
            document.querySelector('nav ul [aria-current="page"]')?.textContent.startsWith(room) === true;
          window.stopwatch.isShown = () => {
            const drawn = document.querySelector<HTMLElement>('#work [data-room]');
            // What is still to be drawn says so.
            return (
              drawn?.dataset.room === room && drawn.querySelector('[class*="waiting"], [aria-busy="true"]') === null
            );
          };
        }, name);
        await page.keyboard.press('g');
        await page.keyboard.press(key);
        count += 1;
        const time = await readStopwatch(page, count);
        if (first.has(name)) later.set(name, [...(later.get(name) ?? []), time]);
        else first.set(name, time);
        if (round > 0) begun.push((await page.evaluate(() => window.stopwatch.firstTimes.at(-1))) ?? 0);
        await sleep(250);
      }
    }
    return [
      {
        name: 'key to paint, p95 of all rooms',
        value: quantile(begun, 0.95),
        unit: 'ms',
        target: 32,
        note: `${begun.length} switches, to the first frame that answers`,
      },
      ...Object.values(rooms).map((name): Measure => {
        const times = later.get(name) ?? [];
        const note = `first time ${(first.get(name) ?? 0).toFixed(0)} ms, then p50 ${quantile(times, 0.5).toFixed(0)} ms`;
        return { name: `${name} on the screen, slowest`, value: Math.max(...times), unit: 'ms', target: 100, note };
      }),
    ];
  });
}
