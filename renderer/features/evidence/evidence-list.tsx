// The register as a table.
import { Button } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { hrefToRoom } from '../../api/addresses.ts';
import { useAudit } from '../../api/session-context.tsx';
import { evidenceKinds, evidenceMethods } from '../../../shared/domain/vocabulary.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatDayOf, formatSize } from '../../ui/format.ts';
import { RecordLink, RecordMark, RecordTable, RecordTableRow } from '../../ui/record-table.tsx';
import { useKeptScroll } from '../../ui/use-kept-scroll.ts';
import { type EvidenceOrder, type EvidenceRow, sortColumns } from './evidence-rows.ts';
import styles from './register.module.css';
import { texts } from './texts.ts';

/** How many letters of uses fit into the column. */
const shownLetters = 14;

interface Props {
  rows: readonly EvidenceRow[];
  total: number;
  /** The place of the chosen row, or -1. */
  chosen: number;
  rowId: (number: string) => string;
  /** `isAgain`: by keyboard, on the row that is chosen already. */
  onChoose: (number: string, isAgain: boolean) => void;
  onShowAll: () => void;
  order: EvidenceOrder;
  onOrder: (order: EvidenceOrder) => void;
  marked: ReadonlySet<string>;
  /** Marks a row or takes its mark away; `isRange`: together with all up to the chosen one. */
  onMark: (place: number, isRange: boolean) => void;
  filters: ReactNode;
  /** What stands in the foot while rows are marked. */
  foot: ReactNode;
}

function Uses({ usedIn, systemNames, isUnused, isStatement }: EvidenceRow) {
  const all = [...(isStatement ? [texts.statement] : []), ...usedIn, ...systemNames];
  let letters = 0;
  const shown = all.filter((use, place) => {
    letters += use.length + 1;
    return place === 0 || letters <= shownLetters;
  });
  if (isUnused) return <span className={styles.nowhere}>{texts.nowhere}</span>;
  return (
    <span className={styles.uses} title={all.join(', ')}>
      {shown.map((use) => (
        <span key={use}>{use}</span>
      ))}
      {all.length > shown.length ? <span>{texts.more(all.length - shown.length)}</span> : null}
    </span>
  );
}

interface RowProps {
  row: EvidenceRow;
  place: number;
  isChosen: boolean;
  id: string;
  href: string;
  isMarked: boolean;
  onChoose: Props['onChoose'];
  onMark: Props['onMark'];
}

/** One piece of evidence. */
function Row({ row, place, isChosen, isMarked, id, href, onChoose, onMark }: RowProps) {
  const { record } = row;
  const title = record.title || record.originalName || texts.untitled;
  return (
    <RecordTableRow rowClass={styles.row} place={place} isChosen={isChosen} isMarked={isMarked}>
      <RecordMark
        label={texts.markOf(record.number)}
        isMarked={isMarked}
        isStop={isChosen}
        onMark={(isRange) => onMark(place, isRange)}
      />
      <span role="cell" data-column="number">
        <RecordLink id={id} href={href} isChosen={isChosen} onChoose={(isAgain) => onChoose(record.number, isAgain)}>
          {record.number}
        </RecordLink>
      </span>
      <span role="cell" data-column="title" title={title} dir="auto">
        {title}
      </span>
      <span role="cell" data-column="kind">
        {evidenceKinds[record.kind]}
      </span>
      <span role="cell" data-column="method">
        {evidenceMethods[record.method]}
      </span>
      <span role="cell" data-column="usedIn">
        <Uses {...row} />
      </span>
      <span role="cell" data-column="collected">
        {formatDayOf(record.collectedAt)}
      </span>
      <span role="cell" data-column="by" title={record.collectedBy} dir="auto">
        {record.collectedBy}
      </span>
      <span role="cell" data-column="size">
        {formatSize(record.size)}
      </span>
    </RecordTableRow>
  );
}

const columns = sortColumns.map((column) => ({ column, label: texts.columns[column] }));

/** The register. */
export function EvidenceList(props: Props) {
  const { rows, total, chosen, rowId, onChoose, onShowAll, order, onOrder, marked, onMark, filters, foot } = props;
  const ref = useAudit((state) => state.open.audit.ref);
  const scroller = useRef<HTMLDivElement>(null);
  useKeptScroll(`${ref} evidence`, scroller);
  return (
    <RecordTable
      label={texts.register}
      rowClass={styles.row}
      columns={columns}
      markLabel={texts.marks}
      order={order}
      onOrder={onOrder}
      rows={rows}
      keyOf={({ record }) => record.id}
      chosen={chosen}
      scroller={scroller}
      tools={filters}
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
      foot={
        <>
          <p role="status">
            {texts.shown(rows.length, total)}
            {marked.size > 0 ? `, ${texts.markedCount(marked.size)}` : ''}
          </p>
          {foot}
        </>
      }
    >
      {(row, place) => (
        <Row
          row={row}
          place={place}
          isChosen={place === chosen}
          isMarked={marked.has(row.record.id)}
          onMark={onMark}
          id={rowId(row.record.number)}
          href={hrefToRoom(ref, 'evidence', row.record.number)}
          onChoose={onChoose}
        />
      )}
    </RecordTable>
  );
}
