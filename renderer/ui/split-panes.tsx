// Two or three panes side by side with widths that can be changed; on a narrow page one at a time, with a bar that changes
// between them.
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { PaneHandle } from './pane-handle.tsx';
import { fitPanes, type PaneShape, paneLimits, sizedPanes } from './pane-sizes.ts';
import styles from './split-panes.module.css';

export type PaneName = 'left' | 'main' | 'right';

interface Pane {
  /** The name of the pane, read out and shown in the bar of a narrow page. */
  label: string;
  content: ReactNode;
}

interface Props {
  left: Pane;
  main: Pane;
  right?: Pane;
  /** How the width is shared: a narrow list beside the work, or a wide register beside one of its records. */
  shape?: PaneShape;
  /** The pane that a narrow page shows. */
  shown: PaneName;
  onShow: (pane: PaneName) => void;
  /** Widths that somebody chose, in CSS pixels, left then right; 0 or none: the usual one. */
  widths?: readonly number[];
  /** Takes chosen widths. Without it the widths are fixed. */
  onWidths?: (widths: number[]) => void;
}

const widthOf = (label: string) => `Width of ${label}`;

/** The width of an element, as it changes. */
function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    setWidth(current.clientWidth);
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [element, width] as const;
}

/** The panes of a room. Each scrolls by itself. */
export function SplitPanes({ left, main, right, shape = 'reading', shown, onShow, widths = [], onWidths }: Props) {
  const [frame, whole] = useWidth();
  const [moving, setMoving] = useState<readonly number[]>();
  const id = useId();
  const panes = [
    { name: 'left', ...left },
    { name: 'main', ...main },
    ...(right ? [{ name: 'right', ...right } as const] : []),
  ] as const;
  const sized = sizedPanes(shape, panes.length);
  const sizes = fitPanes(shape, panes.length, whole, moving ?? widths);
  const style = Object.fromEntries(sized.map((name, place) => [`--pane-${name}`, `${sizes[place]}px`]));
  const labels = Object.fromEntries(panes.map(({ name, label }) => [name, label]));
  const withWidth = (place: number, width: number) =>
    sized.map((_, other) => (other === place ? width : ((moving ?? widths)[other] ?? 0)));
  return (
    <div
      ref={frame}
      className={styles.frame}
      data-panes={panes.length}
      data-shape={shape}
      data-shown={shown}
      // Computed from the width of the page, so they cannot be classes.
      style={whole === 0 ? undefined : style}
    >
      <div className={styles.bar} role="group" aria-label="Panes">
        {panes.map(({ name, label }) => (
          <button key={name} type="button" aria-pressed={shown === name} onClick={() => onShow(name)}>
            {label}
          </button>
        ))}
      </div>
      {panes.map(({ name, label, content }) => (
        <section key={name} id={`${id}-${name}`} className={styles.pane} data-pane={name} aria-label={label}>
          {content}
        </section>
      ))}
      {onWidths === undefined || whole === 0
        ? null
        : sized.map((name, place) => (
            <PaneHandle
              key={name}
              label={widthOf(labels[name] ?? '')}
              pane={`${id}-${name}`}
              side={name === 'left' ? 'left' : 'right'}
              width={sizes[place] ?? 0}
              {...paneLimits(shape, name, whole)}
              onMove={(width) => setMoving(withWidth(place, width))}
              onSettle={(width = 0) => {
                setMoving(undefined);
                onWidths(withWidth(place, width));
              }}
            />
          ))}
    </div>
  );
}
