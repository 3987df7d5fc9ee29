// A table of records of which only the rows in view are drawn: headings that sort, rows that are marked and opened.
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import styles from './record-table.module.css';
import { onRowClick } from './row-click.ts';
import { VirtualList } from './virtual-list.tsx';

const rowHeight = 34;

/** By which column the rows stand, and whether the largest stands first. */
export interface TableOrder<C extends string> {
  column: C;
  isDescending: boolean;
}

interface TableColumn<C extends string> {
  column: C;
  label: string;
  title?: string;
}

interface Props<T, C extends string> {
  label: string;
  /** The class of every row: how wide which column is. */
  rowClass: string | undefined;
  columns: readonly TableColumn<C>[];
  /** The name of the column of marks. */
  markLabel: string;
  order: TableOrder<C>;
  onOrder: (order: TableOrder<C>) => void;
  rows: readonly T[];
  keyOf: (row: T) => string;
  /** The place of the chosen row, or -1. */
  chosen: number;
  /** The element of the rows, which scrolls. */
  scroller: RefObject<HTMLDivElement | null>;
  /** What stands over the table. */
  tools: ReactNode;
  /** What stands in place of the rows when there is none. */
  empty: ReactNode;
  /** What stands under the table. */
  foot: ReactNode;
  /** Draws one row as a `RecordTableRow`. */
  children: (row: T, place: number) => ReactNode;
}

function Heading<C extends string>(props: TableColumn<C> & Pick<Props<unknown, C>, 'order' | 'onOrder'>) {
  const { column, label, title, order, onOrder } = props;
  const isOrder = order.column === column;
  const Arrow = order.isDescending ? IconArrowDown : IconArrowUp;
  return (
    <span
      role="columnheader"
      data-column={column}
      aria-sort={isOrder ? (order.isDescending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        title={title}
        onClick={() => onOrder({ column, isDescending: isOrder && !order.isDescending })}
      >
        {label}
        {isOrder ? <Arrow size={11} aria-hidden /> : null}
      </button>
    </span>
  );
}

/** The table with its tools and its foot. A column's cells carry its name in `data-column`. */
export function RecordTable<T, C extends string>(props: Props<T, C>) {
  const { label, rowClass = '', columns, markLabel, order, onOrder, rows, keyOf, chosen, scroller } = props;
  return (
    <div className={styles.register}>
      {props.tools}
      <div className={styles.table} role="table" aria-label={label} aria-rowcount={rows.length + 1}>
        <div role="rowgroup" className={styles.head}>
          <div role="row" className={`${styles.row} ${rowClass}`} aria-rowindex={1}>
            <span role="columnheader">
              <span className="visually-hidden">{markLabel}</span>
            </span>
            {columns.map((column) => (
              <Heading key={column.column} {...column} order={order} onOrder={onOrder} />
            ))}
          </div>
        </div>
        <div ref={scroller} role="rowgroup" className={styles.rows}>
          {rows.length === 0 ? (
            <div role="row">
              <div role="cell">{props.empty}</div>
            </div>
          ) : (
            <VirtualList rows={rows} keyOf={keyOf} rowHeight={rowHeight} scroller={scroller} selected={chosen}>
              {props.children}
            </VirtualList>
          )}
        </div>
      </div>
      <div className={styles.foot}>{props.foot}</div>
    </div>
  );
}

interface RowProps {
  rowClass: string | undefined;
  place: number;
  isChosen: boolean;
  isMarked?: boolean;
  children: ReactNode;
}

/** One row. Its first cell is a `RecordMark`, and one of the others holds its `RecordLink`. */
export function RecordTableRow({ rowClass = '', place, isChosen, isMarked = false, children }: RowProps) {
  return (
    <div
      role="row"
      aria-rowindex={place + 2}
      className={`${styles.row} ${rowClass}`}
      data-chosen={isChosen || undefined}
      data-marked={isMarked || undefined}
    >
      {children}
    </div>
  );
}

interface MarkProps {
  label: string;
  isMarked: boolean;
  /** Whether the tab key stops here. */
  isStop: boolean;
  /** `isRange`: together with all up to the chosen row. */
  onMark: (isRange: boolean) => void;
}

/** The cell that marks a row. */
export function RecordMark({ label, isMarked, isStop, onMark }: MarkProps) {
  return (
    <span role="cell" className={styles.mark}>
      <input
        type="checkbox"
        aria-label={label}
        tabIndex={isStop ? 0 : -1}
        checked={isMarked}
        onChange={({ nativeEvent }) => onMark(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
      />
    </span>
  );
}

interface LinkProps {
  id: string;
  href: string;
  isChosen: boolean;
  /** `isAgain`: by keyboard, on the row that is chosen already. */
  onChoose: (isAgain: boolean) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  children: string;
}

/** The link of a row, which reaches over all of it. */
export function RecordLink({ id, href, isChosen, onChoose, onKeyDown, children }: LinkProps) {
  return (
    <a
      id={id}
      href={href}
      dir="auto"
      aria-current={isChosen || undefined}
      onClick={onRowClick(isChosen, onChoose)}
      onKeyDown={onKeyDown}
    >
      {children}
    </a>
  );
}
