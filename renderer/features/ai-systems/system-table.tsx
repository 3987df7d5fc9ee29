// The inventory as a table of which only the rows in view are drawn. Its headings sort it.
import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import type { AiSystemRecord } from '../../../shared/contract/records.ts';
import { hrefToRoom } from '../../api/addresses.ts';
import { useAudit } from '../../api/session-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useKeptScroll } from '../../ui/use-kept-scroll.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { type RowActions, SystemRow } from './system-row.tsx';
import type { SortColumn, SortOrder } from './system-rows.ts';
import styles from './system-table.module.css';
import { texts } from './texts.ts';

const rowHeight = 34;
const columns = [
  'name',
  'role',
  'lifecycle',
  'impact',
  'owner',
  'supplier',
  'inScope',
  'sampled',
] as const satisfies SortColumn[];

interface Props extends RowActions {
  rows: readonly AiSystemRecord[];
  /** Whether the rows are drawn already; the head of the table always is. */
  isDrawn: boolean;
  total: number;
  sampled: number;
  /** The place of the chosen row, or -1. */
  chosen: number;
  marked: ReadonlySet<string>;
  /** The system whose reason is asked for. */
  asked: string | undefined;
  order: SortOrder;
  onOrder: (order: SortOrder) => void;
  rowId: (id: string) => string;
  onShowAll: () => void;
  tools: ReactNode;
}

function Heading({ column, order, onOrder }: { column: SortColumn } & Pick<Props, 'order' | 'onOrder'>) {
  const isOrder = order.column === column;
  const Arrow = order.isDescending ? IconArrowDown : IconArrowUp;
  return (
    <span
      role="columnheader"
      data-column={column}
      aria-sort={isOrder ? (order.isDescending ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        title={texts.sortBy(texts.columns[column])}
        onClick={() => onOrder({ column, isDescending: isOrder && !order.isDescending })}
      >
        {texts.columns[column]}
        {isOrder ? <Arrow size={11} aria-hidden /> : null}
      </button>
    </span>
  );
}

/** The table of the inventory. */
export function SystemTable({ rows, isDrawn, total, sampled, chosen, marked, asked, order, onOrder, ...rest }: Props) {
  const { rowId, onShowAll, tools, ...actions } = rest;
  const ref = useAudit((state) => state.open.audit.ref);
  const scroller = useRef<HTMLDivElement>(null);
  useKeptScroll(`${ref} systems`, scroller, isDrawn);
  return (
    <div className={styles.register}>
      {tools}
      <div
        className={styles.table}
        role="table"
        aria-busy={!isDrawn}
        aria-label={texts.inventory}
        aria-rowcount={rows.length + 1}
      >
        <div role="rowgroup" className={styles.head}>
          <div role="row" className={styles.row} aria-rowindex={1}>
            <span role="columnheader" data-column="mark">
              <span className="visually-hidden">{texts.columns.mark}</span>
            </span>
            {columns.map((column) => (
              <Heading key={column} column={column} order={order} onOrder={onOrder} />
            ))}
          </div>
        </div>
        <div ref={scroller} role="rowgroup" className={styles.rows}>
          {rows.length === 0 ? (
            <div role="row">
              <div role="cell">
                <EmptyState
                  title={texts.nothingFound}
                  actions={
                    <Button variant="default" onClick={onShowAll}>
                      {texts.clearFilters}
                    </Button>
                  }
                >
                  <p>{texts.nothingFoundWords}</p>
                </EmptyState>
              </div>
            </div>
          ) : !isDrawn ? null : (
            <VirtualList rows={rows} keyOf={({ id }) => id} rowHeight={rowHeight} scroller={scroller} selected={chosen}>
              {(system, place) => (
                <SystemRow
                  system={system}
                  place={place}
                  isChosen={place === chosen}
                  isMarked={marked.has(system.id)}
                  isAsked={asked === system.id}
                  id={rowId(system.id)}
                  href={hrefToRoom(ref, 'systems', system.id)}
                  {...actions}
                />
              )}
            </VirtualList>
          )}
        </div>
      </div>
      <p className={styles.foot} role="status">
        {texts.shown(rows.length, total, sampled)}
      </p>
    </div>
  );
}
