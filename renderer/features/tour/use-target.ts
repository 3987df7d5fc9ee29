// Follows a control over the page: where it is now, after every change of the page.
import { useEffect, useState } from 'react';
import type { Box } from './place-card.ts';

const isSame = (one: Box | undefined, other: Box | undefined) =>
  one?.left === other?.left && one?.top === other?.top && one?.width === other?.width && one?.height === other?.height;

/** The box of the control that `find` finds; undefined while there is none. Another `find` looks again. */
export function useTarget(find: () => Element | undefined): Box | undefined {
  const [box, setBox] = useState<Box>();
  useEffect(() => {
    const look = () => {
      const rect = find()?.getBoundingClientRect();
      const next = rect && { left: rect.left, top: rect.top, width: rect.width, height: rect.height };
      setBox((last) => (isSame(last, next) ? last : next));
    };
    let frame = 0;
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    later();
    const observer = new MutationObserver(later);
    observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] });
    window.addEventListener('resize', later);
    document.addEventListener('scroll', later, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      window.removeEventListener('resize', later);
      document.removeEventListener('scroll', later, { capture: true });
    };
  }, [find]);
  return box;
}
