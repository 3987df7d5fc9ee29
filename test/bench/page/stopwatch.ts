// Runs inside the page: from a key press to the end of the frame that shows what it did.
import type { Page } from 'playwright-core';

/** The page's side. `isShown` is asked before each frame whether that frame shows what was waited for. */
interface Stopwatch {
  times: number[];
  isShown: () => boolean;
  /** Like `isShown`, for what is drawn in steps: whether the first of them is there. Its times are `firstTimes`. */
  isBegun?: () => boolean;
  firstTimes: number[];
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
    const stopwatch: Stopwatch = { times: [], isShown: () => true, firstTimes: [] };
    window.stopwatch = stopwatch;
    let pressedAt = 0;
    const noteWhenPainted = (times: number[]) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        times.push(performance.now() - pressedAt);
        port1.close();
      });
      port1.start();
      port2.postMessage(0);
    };
    let hasBegun = false;
    const look = () => {
      if (!hasBegun && stopwatch.isBegun?.() === true) {
        hasBegun = true;
        noteWhenPainted(stopwatch.firstTimes);
      }
      if (stopwatch.isShown()) noteWhenPainted(stopwatch.times);
      else requestAnimationFrame(look);
    };
    addEventListener(
      'keydown',
      (event) => {
        if (event.key === notTimed) return;
        pressedAt = event.timeStamp;
        hasBegun = false;
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
