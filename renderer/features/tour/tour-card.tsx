// The card of the tour: what to do now, beside the control that does it. It never takes the focus by itself.
import { Button } from '@mantine/core';
import { type ReactNode, type RefObject, useEffect, useEffectEvent, useLayoutEffect, useState } from 'react';
import { type Box, placeCard, type Size } from './place-card.ts';
import styles from './tour-card.module.css';
import { texts } from './texts.ts';

/** A button of the card. The main one stays the same element from step to step, so that it keeps the focus. */
export interface CardAction {
  label: string;
  run: () => void;
}

interface Props {
  cardRef: RefObject<HTMLDivElement | null>;
  target: Box | undefined;
  /** What was done just now. */
  done: string | undefined;
  place: string | undefined;
  title: string;
  children: ReactNode;
  main: CardAction;
  back?: CardAction | undefined;
  skip?: CardAction | undefined;
  onLeave: () => void;
}

function useSize(element: RefObject<HTMLDivElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const card = element.current;
    if (!card) return undefined;
    const measure = () => setSize({ width: card.offsetWidth, height: card.offsetHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(card);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

/** Escape inside the card goes back to the room, and does nothing else there. */
function useEscape(element: RefObject<HTMLDivElement | null>, onEscape: () => void): void {
  const leave = useEffectEvent(onEscape);
  useEffect(() => {
    const card = element.current;
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      leave();
    };
    card?.addEventListener('keydown', press);
    return () => card?.removeEventListener('keydown', press);
  }, [element]);
}

function Ring({ left, top, width, height }: Box) {
  // Where the control is can only be measured.
  return (
    <div
      className={styles.ring}
      aria-hidden
      style={{ left: left - 4, top: top - 4, width: width + 8, height: height + 8 }}
    />
  );
}

/** The card, and a ring around what it points at. */
export function TourCard({ cardRef, target, done, place, title, children, main, back, skip, onLeave }: Props) {
  const size = useSize(cardRef);
  useEscape(cardRef, onLeave);
  const spot = placeCard(size, { width: window.innerWidth, height: window.innerHeight }, target);
  return (
    <>
      {target ? <Ring {...target} /> : null}
      <div
        role="dialog"
        aria-modal={false}
        ref={cardRef}
        className={styles.card}
        aria-label={texts.title}
        tabIndex={-1}
        style={{ left: spot.left, top: spot.top }}
      >
        <div role="status">
          {place === undefined ? null : <p className={styles.place}>{place}</p>}
          {done === undefined ? null : <p className={styles.done}>{done}</p>}
          <h2>{title}</h2>
          <p>{children}</p>
        </div>
        <div className={styles.buttons}>
          {skip ? (
            <Button variant="subtle" color="gray" size="compact-xs" className={styles.skip ?? ''} onClick={skip.run}>
              {skip.label}
            </Button>
          ) : null}
          {back ? (
            <Button variant="default" size="compact-xs" onClick={back.run}>
              {back.label}
            </Button>
          ) : null}
          <Button size="compact-xs" onClick={main.run}>
            {main.label}
          </Button>
        </div>
      </div>
    </>
  );
}
