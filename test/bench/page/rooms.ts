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

/** From the second key to the room's content on the screen, for every room of the large audit. */
export function measureRooms(folder: string): Promise<Measure[]> {
  return withPage(folder, async ({ open }) => {
    const page = await open('overview');
    await startStopwatch(page, 'g');
    const first = new Map<string, number>();
    const later = new Map<string, number[]>();
    let count = 0;
    for (let round = 0; round <= rounds; round += 1) {
      // From the other end each time, so that no room always follows the same one.
      const order = Object.entries(rooms);
      for (const [key, name] of round % 2 === 0
        ? order.slice(1).concat(order.slice(0, 1))
        : order.toReversed().slice(1)) {
        await page.evaluate((room) => {
          window.stopwatch.isShown = () => {
            const work = document.querySelector('#work');
            const isWaiting = work?.querySelector('[class*="waiting"]') !== null;
            return work?.getAttribute('aria-label') === room && !isWaiting && work.textContent !== '';
          };
        }, name);
        await page.keyboard.press('g');
        await page.keyboard.press(key);
        count += 1;
        const time = await readStopwatch(page, count);
        if (first.has(name)) later.set(name, [...(later.get(name) ?? []), time]);
        else first.set(name, time);
        await sleep(250);
      }
    }
    const all = [...later.values()].flat();
    return [
      {
        name: 'key to paint, p95 of all rooms',
        value: quantile(all, 0.95),
        unit: 'ms',
        target: 32,
        note: `${all.length} switches`,
      },
      ...Object.values(rooms).map((name): Measure => {
        const times = later.get(name) ?? [];
        const note = `first time ${(first.get(name) ?? 0).toFixed(0)} ms, then p50 ${quantile(times, 0.5).toFixed(0)} ms`;
        return { name: `${name} on the screen, slowest`, value: Math.max(...times), unit: 'ms', target: 100, note };
      }),
    ];
  });
}
