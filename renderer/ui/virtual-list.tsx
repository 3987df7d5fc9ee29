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
  children: (row: T, place: number) => ReactNode;
}

/** A virtual list inside an element that scrolls. The rows bring their own roles. */
export function VirtualList<T>({ rows, keyOf, rowHeight, scroller, selected, children }: Props<T>) {
  // The parent's ref is not yet there when this list is first laid out, so it is drawn once more when it is.
  const [draws, drawAgain] = useReducer((times: number) => times + 1, 0);
  useEffect(drawAgain, [drawAgain]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (place) => keyOf(rows[place] as T),
    overscan: 12,
  });
  useEffect(() => {
    // Before the second drawing there is nothing to scroll yet.
    if (draws > 0 && selected !== undefined && selected >= 0) virtualizer.scrollToIndex(selected, { align: 'auto' });
  }, [draws, selected, virtualizer]);
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
