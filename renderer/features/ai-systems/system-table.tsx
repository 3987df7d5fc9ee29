// The inventory as a table.
import { Button } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import type { AiSystemRecord } from '../../../shared/contract/records.ts';
import { hrefToRoom } from '../../api/addresses.ts';
import { useAudit } from '../../api/session-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RecordTable } from '../../ui/record-table.tsx';
import { useKeptScroll } from '../../ui/use-kept-scroll.ts';
import { type RowActions, SystemRow } from './system-row.tsx';
import type { SystemOrder } from './system-rows.ts';
import styles from './system-table.module.css';
import { texts } from './texts.ts';

const columns = (['name', 'role', 'lifecycle', 'impact', 'owner', 'supplier', 'inScope', 'sampled'] as const).map(
  (column) => ({ column, label: texts.columns[column], title: texts.sortBy(texts.columns[column]) }),
);

interface Props extends RowActions {
  rows: readonly AiSystemRecord[];
  total: number;
  sampled: number;
  /** The place of the chosen row, or -1. */
  chosen: number;
  marked: ReadonlySet<string>;
  /** The system whose reason is asked for. */
  asked: string | undefined;
  order: SystemOrder;
  onOrder: (order: SystemOrder) => void;
  rowId: (id: string) => string;
  onShowAll: () => void;
  tools: ReactNode;
}

/** The table of the inventory. */
export function SystemTable({ rows, total, sampled, chosen, marked, asked, order, onOrder, ...rest }: Props) {
  const { rowId, onShowAll, tools, ...actions } = rest;
  const ref = useAudit((state) => state.open.audit.ref);
  const scroller = useRef<HTMLDivElement>(null);
  useKeptScroll(`${ref} systems`, scroller);
  return (
    <RecordTable
      label={texts.inventory}
      rowClass={styles.row}
      columns={columns}
      markLabel={texts.columns.mark}
      order={order}
      onOrder={onOrder}
      rows={rows}
      keyOf={({ id }) => id}
      chosen={chosen}
      scroller={scroller}
      tools={tools}
      empty={
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
      }
      foot={<p role="status">{texts.shown(rows.length, total, sampled)}</p>}
    >
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
    </RecordTable>
  );
}
