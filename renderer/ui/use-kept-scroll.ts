// Keeps where a pane was scrolled to while it is not on the screen.
import { type RefObject, useLayoutEffect } from 'react';

const places = new Map<string, number>();
const mostPlaces = 200;

/** Where the panes are scrolled to, by key, for somebody who keeps it beyond a reload. */
export function readScrolls(): Record<string, number> {
  return Object.fromEntries([...places].slice(-mostPlaces));
}

/** Puts back what `readScrolls` answered earlier. */
export function putScrolls(kept: unknown): void {
  if (typeof kept !== 'object' || kept === null) return;
  for (const [key, top] of Object.entries(kept)) if (typeof top === 'number') places.set(key, top);
}

/** Puts a scrolling element back where it was. `key` names it; another key starts at the top. */
export function useKeptScroll(key: string, scroller: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    element.scrollTo({ top: places.get(key) ?? 0 });
    const note = () => {
      places.delete(key);
      places.set(key, element.scrollTop);
    };
    element.addEventListener('scroll', note, { passive: true });
    return () => {
      element.removeEventListener('scroll', note);
      note();
    };
  }, [key, scroller]);
}
