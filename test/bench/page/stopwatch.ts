// Runs inside the page: from a key press to the end of the frame that shows what it did.
import type { Page } from 'playwright-core';

/** The page's side. `isShown` is asked before each frame whether that frame shows what was waited for. */
interface Stopwatch {
  times: number[];
  isShown: () => boolean;
}

declare global {
  interface Window {
    stopwatch: Stopwatch;
  }
}

/**
 * Starts the stopwatch of a page. The time begins with the event's own time stamp, taken when the browser received the
 * key, and ends with a message posted from the animation frame that shows the result: such a message is handled after the
 * frame's styles, layout and painting. Unlike `PerformanceEventTiming` it is not rounded to 8 ms, and unlike a second
 * animation frame it does not count the wait for the frame after. Of a
 * pair of keys, `firstOfPair` only begins it.
 */
export async function startStopwatch(page: Page, firstOfPair = ''): Promise<void> {
  await page.evaluate((notTimed) => {
    const stopwatch: Stopwatch = { times: [], isShown: () => true };
    window.stopwatch = stopwatch;
    let pressedAt = 0;
    const look = () => {
      if (!stopwatch.isShown()) {
        requestAnimationFrame(look);
        return;
      }
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        stopwatch.times.push(performance.now() - pressedAt);
        port1.close();
      });
      port1.start();
      port2.postMessage(0);
    };
    addEventListener(
      'keydown',
      (event) => {
        if (event.key === notTimed) return;
        pressedAt = event.timeStamp;
        requestAnimationFrame(look);
      },
      true,
    );
  }, firstOfPair);
}

/** Waits until the stopwatch has stopped this often, and takes the last time. */
export async function readStopwatch(page: Page, count: number): Promise<number> {
  const time = await page.waitForFunction(
    (wanted) => (window.stopwatch.times.length >= wanted ? { last: window.stopwatch.times[wanted - 1] } : null),
    count,
    { polling: 5 },
  );
  return (await time.jsonValue())?.last ?? 0;
}
