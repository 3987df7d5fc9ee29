// All audits of the workspace: a list to search, to walk by keyboard and to open.
import { Button, TextInput } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { AuditRow } from '../../../shared/contract/audits.ts';
import { auditStages, auditTypes } from '../../../shared/domain/vocabulary.ts';
import { isAppError } from '../../../shared/errors.ts';
import { goTo, goToRoom } from '../../api/addresses.ts';
import { useCommands } from '../../api/commands.ts';
import { useEngine, useWorkspace } from '../../api/engine-context.tsx';
import { hrefToAudit, placeIn } from '../../api/kept-places.ts';
import { formatDays } from '../../ui/format.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { Toolbar, ToolbarSpace } from '../../ui/toolbar.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import styles from './audits.module.css';
import { FirstStart } from './first-start.tsx';
import { texts } from './texts.ts';

const rowHeight = 46;

function fits(row: AuditRow, words: readonly string[]): boolean {
  const text = [row.ref, row.title, row.organization, auditTypes[row.type], auditStages[row.status]]
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Goes to where one was in an audit. */
function openAudit(ref: string): void {
  const { room, record } = placeIn(ref);
  goToRoom(ref, room, record);
}

interface RowProps {
  row: AuditRow;
  isCurrent: boolean;
  onFocus: () => void;
}

function Row({ row, isCurrent, onFocus }: RowProps) {
  const { ref, title, organization, type, status, answered, items, findings, evidence } = row;
  return (
    <div className={styles.row} role="row" data-current={isCurrent || undefined}>
      <span role="cell" className={styles.ref}>
        {ref}
      </span>
      <span role="cell" className={styles.name}>
        <a href={hrefToAudit(ref)} data-audit={ref} onFocus={onFocus}>
          {title}
        </a>
        <small>{organization}</small>
      </span>
      <span role="cell" className={styles.type}>
        {auditTypes[type]}
      </span>
      <span role="cell" className={styles.stage}>
        {auditStages[status]}
      </span>
      <span role="cell" className={styles.answered} title={texts.answered(answered, items)}>
        <span>
          {answered}/{items}
        </span>
        <progress value={answered} max={Math.max(items, 1)} aria-label={texts.answered(answered, items)} />
      </span>
      <span role="cell" className={styles.number}>
        {findings}
      </span>
      <span role="cell" className={styles.number}>
        {evidence}
      </span>
      <span role="cell" className={styles.dates}>
        {formatDays(row.startsOn, row.endsOn) ?? <span className={styles.faint}>{texts.noDates}</span>}
      </span>
    </div>
  );
}

function Headings() {
  const { columns } = texts;
  return (
    <div className={styles.headings} role="row">
      <span role="columnheader">{columns.ref}</span>
      <span role="columnheader">{columns.title}</span>
      <span role="columnheader" className={styles.type}>
        {columns.type}
      </span>
      <span role="columnheader" className={styles.stage}>
        {columns.stage}
      </span>
      <span role="columnheader">{columns.answered}</span>
      <span role="columnheader" className={styles.number}>
        {columns.findings}
      </span>
      <span role="columnheader" className={styles.number}>
        {columns.evidence}
      </span>
      <span role="columnheader" className={styles.dates}>
        {columns.dates}
      </span>
    </div>
  );
}

function List({ audits }: { audits: readonly AuditRow[] }) {
  const [query, setQuery] = useState('');
  const [current, setCurrent] = useState(0);
  const search = useRef<HTMLInputElement>(null);
  const hasStarted = useRef(false);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    return words.length === 0 ? audits : audits.filter((row) => fits(row, words));
  }, [audits, query]);
  const place = Math.min(current, Math.max(rows.length - 1, 0));

  const move = (by: number) => {
    // The first key goes to the row that is marked, the next ones on from there.
    const next = hasStarted.current ? Math.max(0, Math.min(rows.length - 1, place + by)) : place;
    hasStarted.current = true;
    setCurrent(next);
    const ref = rows[next]?.ref;
    const find = () => scroller.current?.querySelector<HTMLElement>(`[data-audit="${ref}"]`);
    const row = find();
    // A row that is far away has to be drawn before it can have the focus.
    if (row) row.focus();
    else requestAnimationFrame(() => find()?.focus());
  };
  useCommands({
    'app.search': () => search.current?.focus(),
    'list.next': () => move(1),
    'list.previous': () => move(-1),
    'list.open': () => rows[place] && openAudit(rows[place].ref),
    'list.new': () => goTo({ place: 'new' }),
    'app.back': () => setQuery(''),
  });

  return (
    <div className={styles.room} ref={scroller}>
      <Toolbar label={texts.title}>
        <h1 className={styles.title}>{texts.title}</h1>
        <span className={styles.faint}>{texts.count(rows.length, audits.length)}</span>
        <ToolbarSpace />
        <TextInput
          ref={search}
          type="search"
          className={styles.search ?? ''}
          value={query}
          placeholder={texts.search}
          aria-label={texts.search}
          rightSection={query === '' ? <KeyCap keys="/" /> : null}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            move(0);
          }}
        />
        <Button onClick={() => goTo({ place: 'new' })} rightSection={<KeyCap keys="n" />}>
          {texts.newAudit}
        </Button>
      </Toolbar>
      <div role="table" aria-label={texts.title} aria-rowcount={rows.length} className={styles.table}>
        <Headings />
        {rows.length === 0 ? <p className={styles.none}>{texts.none}</p> : null}
        <VirtualList rows={rows} keyOf={({ id }) => id} rowHeight={rowHeight} scroller={scroller} selected={place}>
          {(row, index) => <Row row={row} isCurrent={index === place} onFocus={() => setCurrent(index)} />}
        </VirtualList>
      </div>
    </div>
  );
}

/** The room of all audits; the first start where there are none. */
export function AllAudits() {
  const { workspace } = useEngine();
  const audits = useWorkspace((state) => state.audits);
  const notices = useWorkspace((state) => state.info.notices);
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    workspace.loadAudits().then(
      () => setFailure(undefined),
      (error: unknown) => setFailure(texts.loadFailed(isAppError(error) ? error.message : String(error))),
    );
  }, [workspace]);
  return (
    <>
      {[...notices, ...(failure === undefined ? [] : [failure])].map((notice) => (
        <p key={notice} className={styles.notice} role="status">
          {notice}
        </p>
      ))}
      {audits.length === 0 ? <FirstStart /> : <List audits={audits} />}
    </>
  );
}
