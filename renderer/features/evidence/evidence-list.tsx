// The register as a table of which only the rows in view are drawn.
import { Button } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { hrefToRoom } from '../../api/addresses.ts';
import { useAudit } from '../../api/session-context.tsx';
import { evidenceKinds, evidenceMethods } from '../../../shared/domain/vocabulary.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatDayOf, formatSize } from '../../ui/format.ts';
import { useKeptScroll } from '../../ui/use-kept-scroll.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { type EvidenceRow, type EvidenceSort, sortColumns } from './evidence-rows.ts';
import styles from './register.module.css';
import { texts } from './texts.ts';

const rowHeight = 34;
/** How many letters of uses fit into the column. */
const shownLetters = 14;

interface Props {
  rows: readonly EvidenceRow[];
  /** Whether the rows are drawn already; the head of the table always is. */
  isDrawn: boolean;
  total: number;
  /** The place of the chosen row, or -1. */
  chosen: number;
  rowId: (number: string) => string;
  /** `isAgain`: by keyboard, on the row that is chosen already. */
  onChoose: (number: string, isAgain: boolean) => void;
  onShowAll: () => void;
  sort: EvidenceSort;
  onSort: (sort: EvidenceSort) => void;
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

/** One piece of evidence. Its number is a link that reaches over the whole row. */
function Row({ row, place, isChosen, isMarked, id, href, onChoose, onMark }: RowProps) {
  const { record } = row;
  const title = record.title || record.originalName || texts.untitled;
  return (
    <div
      role="row"
      aria-rowindex={place + 2}
      className={styles.row}
      data-chosen={isChosen || undefined}
      data-marked={isMarked || undefined}
    >
      <span role="cell" data-column="mark">
        <input
          type="checkbox"
          aria-label={texts.markOf(record.number)}
          tabIndex={isChosen ? 0 : -1}
          checked={isMarked}
          onChange={({ nativeEvent }) => onMark(place, (nativeEvent as MouseEvent).shiftKey)}
        />
      </span>
      <span role="cell" data-column="number">
        <a
          id={id}
          href={href}
          aria-current={isChosen || undefined}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            onChoose(record.number, isChosen && event.detail === 0);
          }}
        >
          {record.number}
        </a>
      </span>
      <span role="cell" data-column="title" title={title}>
        <bdi>{title}</bdi>
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
      <span role="cell" data-column="by" title={record.collectedBy}>
        {record.collectedBy}
      </span>
      <span role="cell" data-column="size">
        {formatSize(record.size)}
      </span>
    </div>
  );
}

/** The register. */
export function EvidenceList(props: Props) {
  const { rows, isDrawn, total, chosen, rowId, onChoose, onShowAll, sort, onSort, marked, onMark, filters, foot } =
    props;
  const ref = useAudit((state) => state.open.audit.ref);
  const scroller = useRef<HTMLDivElement>(null);
  useKeptScroll(`${ref} evidence`, scroller, isDrawn);
  return (
    <div className={styles.register}>
      {filters}
      <div
        className={styles.table}
        role="table"
        aria-busy={!isDrawn}
        aria-label={texts.register}
        aria-rowcount={rows.length + 1}
      >
        <div role="rowgroup" className={styles.head}>
          <div role="row" className={styles.row} aria-rowindex={1}>
            <span role="columnheader" data-column="mark">
              <span className="visually-hidden">{texts.marks}</span>
            </span>
            {sortColumns.map((column) => (
              <span
                key={column}
                role="columnheader"
                data-column={column}
                aria-sort={sort.by !== column ? 'none' : sort.isDown ? 'descending' : 'ascending'}
              >
                <button
                  type="button"
                  onClick={() => onSort({ by: column, isDown: sort.by === column && !sort.isDown })}
                >
                  {texts.columns[column]}
                  <span aria-hidden>{sort.by !== column ? '' : sort.isDown ? ' ↓' : ' ↑'}</span>
                </button>
              </span>
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
            <VirtualList
              rows={rows}
              keyOf={({ record }) => record.id}
              rowHeight={rowHeight}
              scroller={scroller}
              selected={chosen}
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
            </VirtualList>
          )}
        </div>
      </div>
      <div className={styles.foot}>
        <p role="status">
          {texts.shown(rows.length, total)}
          {marked.size > 0 ? `, ${texts.markedCount(marked.size)}` : ''}
        </p>
        {foot}
      </div>
    </div>
  );
}
