// A list that draws only the rows in view, whatever its length. Rows may differ in height.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect, useReducer } from 'react';
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
  children,
}: Props<T>) {
  // The parent's ref is not yet there when this list is first laid out, so it is drawn once more when it is.
  const [draws, drawAgain] = useReducer((times: number) => times + 1, 0);
  useEffect(drawAgain, [drawAgain]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (place) => keyOf(rows[place] as T),
    overscan: ahead,
  });
  useEffect(() => {
    // Before the second drawing there is nothing to scroll yet.
    if (draws > 0 && selected !== undefined && selected >= 0)
      virtualizer.scrollToIndex(selected, { align: selectedAt });
  }, [draws, selected, selectedAt, virtualizer]);
  return (
    // Positions are computed while scrolling, so they cannot be classes.
    <div className={styles.list} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ index, key, start }) => (
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
