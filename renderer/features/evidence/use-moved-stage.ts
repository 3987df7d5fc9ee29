// Moves a view larger than its place: by dragging, by arrow keys, by the wheel; what was in the middle stays there.
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';

const arrowStep = 60;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface Options {
  /** As drawn: when it changes, the middle is kept. */
  percent: number;
  /** Whether the wheel alone changes the size; else only together with Ctrl, so that the pane can be scrolled. */
  isWheelFree: boolean;
  onStep: (by: 1 | -1) => void;
  /** Whether the mouse takes hold of it, as of a picture; else it selects words, and the view begins at the top. */
  isDragged: boolean;
}

/** Lets the scrolling element of a view be moved. Answers with the ref for it. */
export function useMovedStage({ percent, isWheelFree, isDragged, onStep }: Options): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  const middle = useRef({ across: 0.5, down: isDragged ? 0.5 : 0 });

  useLayoutEffect(() => {
    const element = ref.current;
    if (!element || percent <= 0) return;
    element.scrollLeft = middle.current.across * element.scrollWidth - element.clientWidth / 2;
    element.scrollTop = middle.current.down * element.scrollHeight - element.clientHeight / 2;
  }, [percent]);

  const wheel = useEffectEvent((event: WheelEvent) => {
    if (!isWheelFree && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    if (event.deltaY !== 0) onStep(event.deltaY < 0 ? 1 : -1);
  });

  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const leaving = new AbortController();
    const { signal } = leaving;
    let from: { x: number; y: number } | undefined;
    const scroll = () => {
      middle.current = {
        across: (element.scrollLeft + element.clientWidth / 2) / element.scrollWidth,
        down: (element.scrollTop + element.clientHeight / 2) / element.scrollHeight,
      };
    };
    const press = (event: KeyboardEvent) => {
      const direction = arrows[event.key];
      const hasMore = element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;
      if (!direction || !hasMore || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      element.scrollBy(direction[0] * arrowStep, direction[1] * arrowStep);
    };
    const take = (event: PointerEvent) => {
      if (!isDragged || event.button !== 0 || event.pointerType === 'touch') return;
      from = { x: event.clientX, y: event.clientY };
      element.setPointerCapture(event.pointerId);
    };
    const move = (event: PointerEvent) => {
      if (!from) return;
      element.scrollBy(from.x - event.clientX, from.y - event.clientY);
      from = { x: event.clientX, y: event.clientY };
    };
    const letGo = () => {
      from = undefined;
    };
    element.addEventListener('scroll', scroll, { signal });
    element.addEventListener('keydown', press, { signal });
    element.addEventListener('pointerdown', take, { signal });
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('pointerup', letGo, { signal });
    element.addEventListener('pointercancel', letGo, { signal });
    element.addEventListener('wheel', wheel, { signal, passive: false });
    return () => leaving.abort();
  }, [isDragged]);

  return ref;
}
