// A room that is drawn in two steps: first its frame, in the next frame the heavy rest. Whoever changes rooms sees at
// once where they are.
import { startTransition, useEffect, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** The second steps that are still to come. */
const waiting = new Set<() => void>();
/** Where no frame is drawn, as in a window behind others, the second step comes all the same. */
const longestWait = 150;

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
  useEffect(() => {
    if (isTaken) return undefined;
    const take = () => startTransition(() => setTaken(true));
    let afterPaint: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      afterPaint = setTimeout(take);
    });
    const late = setTimeout(take, longestWait);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(afterPaint);
      clearTimeout(late);
    };
  }, [isTaken]);
  return isTaken;
}
