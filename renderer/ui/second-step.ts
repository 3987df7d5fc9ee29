// What is drawn in two steps: first what answers a key, in the next frame the heavy rest. Whoever changes rooms or
// questions sees at once where they are.
import { startTransition, useEffect, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** The second steps that are still to come. */
const waiting = new Set<() => void>();
/** Where no frame is drawn, as in a window behind others, the second step comes all the same. */
const longestWait = 150;

/** Does something once the next frame is on the screen. Answers with the way to leave it undone. */
function afterFrame(work: () => void): () => void {
  let afterPaint: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    afterPaint = setTimeout(work);
  });
  const late = setTimeout(work, longestWait);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(afterPaint);
    clearTimeout(late);
  };
}

/**
 * Takes the second step of whatever still waits for it, at once. Call before something is done that may be meant for what
 * is not drawn yet, as on a key press.
 */
export function finishSecondSteps(): void {
  if (waiting.size === 0) return;
  flushSync(() => {
    for (const finish of waiting) finish();
  });
}

/**
 * False while a component is drawn for the first time, true from the frame after. `isAtOnce`: there is only one step, for
 * something that is opened at a place which the first step does not show.
 */
export function useSecondStep(isAtOnce = false): boolean {
  const [isTaken, setTaken] = useState(isAtOnce);
  // A layout effect, so that a key pressed before the first paint finds it waiting.
  useLayoutEffect(() => {
    if (isTaken) return undefined;
    const finish = () => setTaken(true);
    waiting.add(finish);
    return () => void waiting.delete(finish);
  }, [isTaken]);
  useEffect(() => (isTaken ? undefined : afterFrame(() => startTransition(() => setTaken(true)))), [isTaken]);
  return isTaken;
}

/** What a component is about, a frame behind: for a part that may follow after what somebody looks at. */
export function useFrameBehind<T>(now: T): T {
  const [behind, setBehind] = useState(now);
  useEffect(
    () => (behind === now ? undefined : afterFrame(() => startTransition(() => setBehind(now)))),
    [behind, now],
  );
  return behind;
}

/**
 * A place, a frame behind where `mayWait` says so, or until a key is pressed that may be meant for it: what leads there
 * shows at once that it is on its way. Any other place is followed at once.
 */
export function usePlaceBehind(now: string, mayWait: (from: string, to: string) => boolean): string {
  const [behind, setBehind] = useState(now);
  const isDue = behind !== now && mayWait(behind, now);
  if (!isDue && behind !== now) setBehind(now);
  useLayoutEffect(() => {
    if (!isDue) return undefined;
    const finish = () => setBehind(now);
    waiting.add(finish);
    return () => void waiting.delete(finish);
  }, [isDue, now]);
  useEffect(() => (isDue ? afterFrame(() => setBehind(now)) : undefined), [isDue, now]);
  return isDue ? behind : now;
}
