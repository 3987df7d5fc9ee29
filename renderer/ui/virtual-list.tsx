// A list that draws only the rows in view, whatever its length. Rows may differ in height.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useReducer, useRef } from 'react';
import styles from './virtual-list.module.css';

interface Props<T> {
  rows: readonly T[];
  keyOf: (row: T) => string;
  /** The usual height of a row, in pixels. */
  rowHeight: number;
  /** The element that scrolls. */
  scroller: RefObject<HTMLElement | null>;
  /** The row to keep in view. */
  selected?: number | undefined;
  /** Where the row to keep in view comes to stand: at the nearest edge, or at the top. */
  selectedAt?: 'auto' | 'start';
  /** How many rows beyond the view are drawn. */
  ahead?: number;
  /** Keeps what is being read where it is when rows come in above it; at the very top they push it down. */
  keepsPlace?: boolean;
  /** Called when the end comes near. */
  onNearEnd?: () => void;
  children: (row: T, place: number) => ReactNode;
}

/** A virtual list inside an element that scrolls. The rows bring their own roles. */
export function VirtualList<T>({
  rows,
  keyOf,
  rowHeight,
  scroller,
  selected,
  selectedAt = 'auto',
  ahead = 12,
  keepsPlace = false,
  onNearEnd,
  children,
}: Props<T>) {
  // The parent's ref is not yet there when this list is first laid out, so it is drawn once more when it is.
  const [draws, drawAgain] = useReducer((times: number) => times + 1, 0);
  useLayoutEffect(drawAgain, [drawAgain]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (place) => keyOf(rows[place] as T),
    overscan: ahead,
  });
  const items = virtualizer.getVirtualItems();
  const held = useRef<{ key: string; above: number }>(undefined);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!keepsPlace || !element) return undefined;
    const place = held.current === undefined ? -1 : rows.findIndex((row) => keyOf(row) === held.current?.key);
    const start = virtualizer.measurementsCache[place]?.start;
    if (held.current && start !== undefined) element.scrollTop = start + held.current.above;
    const hold = () => {
      const top = element.scrollTop;
      const first = top < 1 ? undefined : virtualizer.getVirtualItems().find(({ end }) => end > top);
      const row = first && rows[first.index];
      held.current = row === undefined ? undefined : { key: keyOf(row), above: top - (first?.start ?? 0) };
    };
    element.addEventListener('scroll', hold, { passive: true });
    return () => element.removeEventListener('scroll', hold);
    // Only other rows may move what is read, not a new function.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [rows, keepsPlace, scroller, virtualizer]);
  const last = items.at(-1)?.index ?? 0;
  const isNearEnd = rows.length > 0 && last >= rows.length - 8;
  useEffect(() => {
    if (isNearEnd) onNearEnd?.();
  }, [isNearEnd, rows.length, onNearEnd]);
  const chosenRow = selected === undefined ? undefined : rows[selected];
  const chosen = keepsPlace && chosenRow !== undefined ? keyOf(chosenRow) : selected;
  useEffect(() => {
    // Before the second drawing there is nothing to scroll yet.
    if (draws > 0 && selected !== undefined && selected >= 0)
      virtualizer.scrollToIndex(selected, { align: selectedAt });
    // A list that keeps its place follows the row, not its number.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [draws, chosen, selectedAt, virtualizer]);
  return (
    // Positions are computed while scrolling, so they cannot be classes.
    <div className={styles.list} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
      {items.map(({ index, key, start }) => (
        <div
          key={key}
          ref={virtualizer.measureElement}
          data-index={index}
          className={styles.row}
          role="presentation"
          style={{ transform: `translateY(${start}px)` }}
        >
          {children(rows[index] as T, index)}
        </div>
      ))}
    </div>
  );
}
