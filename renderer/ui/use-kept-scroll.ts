// Keeps where a pane was scrolled to while it is not on the screen.
import { type RefObject, useLayoutEffect } from 'react';

const places = new Map<string, number>();

/** Puts a scrolling element back where it was. `key` names it; another key starts at the top. */
export function useKeptScroll(key: string, scroller: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    element.scrollTo({ top: places.get(key) ?? 0 });
    return () => {
      places.set(key, element.scrollTop);
    };
  }, [key, scroller]);
}
