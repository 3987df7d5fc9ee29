// The line between two panes that moves: by mouse, or by arrow keys while it has the focus.
import type { KeyboardEvent, PointerEvent } from 'react';
import { useRef } from 'react';
import styles from './split-panes.module.css';

const step = 16;
const texts = { title: 'Drag, or arrow keys. Double click or Home: as it was.' };

interface Props {
  /** What the handle is called: `Width of Requirements`. */
  label: string;
  /** The pane that it makes wider or narrower, at this side of the page. */
  pane: string;
  side: 'left' | 'right';
  width: number;
  least: number;
  most: number;
  /** A width on the way. */
  onMove: (width: number) => void;
  /** The width is decided; undefined for the usual one. */
  onSettle: (width: number | undefined) => void;
}

/** A separator that sets the width of the pane beside it. */
export function PaneHandle({ label, pane, side, width, least, most, onMove, onSettle }: Props) {
  const grip = useRef<{ x: number; width: number; latest: number }>(undefined);
  const direction = side === 'left' ? 1 : -1;
  const within = (wanted: number) => Math.round(Math.min(Math.max(wanted, least), most));

  const press = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -step, ArrowRight: step }[event.key];
    if (event.key !== 'Home' && by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (by === undefined) onSettle(undefined);
    else onSettle(within(width + by * direction * (event.shiftKey ? 4 : 1)));
  };
  const grab = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, width, latest: width };
  };
  const drag = (event: PointerEvent) => {
    if (!grip.current) return;
    grip.current.latest = within(grip.current.width + (event.clientX - grip.current.x) * direction);
    onMove(grip.current.latest);
  };
  const letGo = () => {
    const { current } = grip;
    grip.current = undefined;
    if (current && current.latest !== current.width) onSettle(current.latest);
  };
  return (
    <div
      className={styles.handle}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-controls={pane}
      aria-valuenow={Math.round(width)}
      aria-valuemin={Math.round(least)}
      aria-valuemax={Math.round(most)}
      aria-valuetext={`${Math.round(width)} px`}
      title={texts.title}
      data-side={side}
      onKeyDown={press}
      onPointerDown={grab}
      onPointerMove={drag}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onDoubleClick={() => onSettle(undefined)}
    />
  );
}
