// The findings by grade, with filters; only the rows in view are drawn.
import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { memo, useRef } from 'react';
import { hrefToRoom } from '../../api/addresses.ts';
import { takesFiles } from '../../api/app-actions.tsx';
import { useGradeLabels } from '../../api/audit-template.ts';
import { useCommands } from '../../api/commands.ts';
import { useAudit } from '../../api/session-context.tsx';
import { GradeChip } from '../../parts/grade-chip.tsx';
import { onRowClick } from '../../ui/row-click.ts';
import { FilterChip, Toolbar } from '../../ui/toolbar.tsx';
import { useKeptScroll } from '../../ui/use-kept-scroll.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { AuditeeFiles } from './auditee-files.tsx';
import { AuditeeMenu } from './auditee-menu.tsx';
import { CarryOver } from './carry-over.tsx';
import { type FindingFilter, type FindingRow, type ListRow, passes } from './finding-rows.ts';
import styles from './finding-list.module.css';
import { texts } from './texts.ts';

const filters = ['nonconformities', 'openActions', 'overdue', 'incomplete'] as const satisfies readonly FindingFilter[];

interface Props {
  all: readonly FindingRow[];
  rows: readonly ListRow[];
  filter: FindingFilter;
  text: string;
  /** The id of the chosen finding. */
  chosen: string | undefined;
  onView: (view: { filter?: FindingFilter; text?: string }) => void;
  onChoose: (number: string, isAgain: boolean) => void;
  onRaise: () => void;
}

interface RowProps extends Pick<FindingRow, 'record' | 'heading' | 'state'> {
  href: string;
  isChosen: boolean;
  onChoose: Props['onChoose'];
}

const keyOf = (row: ListRow) => (row.kind === 'grade' ? row.grade : row.record.id);

/** The element of a row, for moving the focus there. */
export const rowId = (number: string) => `finding-row-${number}`;

const Row = memo(function Row({ record, heading, state, href, isChosen, onChoose }: RowProps) {
  return (
    <a
      id={rowId(record.number)}
      href={href}
      className={styles.row}
      aria-current={isChosen || undefined}
      {...takesFiles('finding', record.id)}
      onClick={onRowClick(isChosen, (isAgain) => onChoose(record.number, isAgain))}
    >
      <span className={styles.number}>{record.number}</span>
      <span className={styles.heading} dir="auto">
        {heading || texts.untitled}
      </span>
      <span className={styles.about}>
        <span data-state={state}>{texts.states[state]}</span>
        <span className={styles.requirements} title={record.requirements.join(' ')}>
          {record.requirements.join(' ')}
        </span>
      </span>
    </a>
  );
});

/** The list at the left. */
export function FindingList({ all, rows, filter, text, chosen, onView, onChoose, onRaise }: Props) {
  const ref = useAudit((state) => state.open.audit.ref);
  const labels = useGradeLabels();
  const scroller = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useKeptScroll(`${ref} findings`, scroller);
  useCommands({ 'app.search': () => search.current?.focus() });
  return (
    <div className={styles.list}>
      <Toolbar label={texts.filters}>
        <TextInput
          ref={search}
          type="search"
          className={styles.search}
          aria-label={texts.search}
          placeholder={texts.searchShort}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={text}
          onChange={(event) => onView({ text: event.currentTarget.value })}
        />
        <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={onRaise}>
          {texts.raise}
        </Button>
        <CarryOver />
        <AuditeeMenu chosen={all.find(({ record }) => record.id === chosen)?.record.number} />
        {filters
          .map((one) => ({ one, count: all.filter((row) => passes(row, one)).length }))
          .filter(({ one, count }) => count > 0 || one === filter)
          .map(({ one, count }) => (
            <FilterChip
              key={one}
              isOn={one === filter}
              count={count}
              onToggle={() => onView({ filter: one === filter ? 'all' : one })}
            >
              {texts[one]}
            </FilterChip>
          ))}
      </Toolbar>
      <div ref={scroller} className={styles.rows}>
        {rows.length === 0 ? (
          <div className={styles.nothing}>
            <p>{texts.nothingFound}</p>
            <Button variant="default" onClick={() => onView({ filter: 'all', text: '' })}>
              {texts.showAll}
            </Button>
          </div>
        ) : (
          <VirtualList
            rows={rows}
            keyOf={keyOf}
            rowHeight={52}
            scroller={scroller}
            selected={rows.findIndex((row) => row.kind === 'finding' && row.record.id === chosen)}
          >
            {(row) =>
              row.kind === 'grade' ? (
                <h2 className={styles.grade}>
                  <GradeChip grade={row.grade} size="small" isDecoration />
                  {labels[row.grade]} <span>{row.count}</span>
                </h2>
              ) : (
                <Row
                  record={row.record}
                  heading={row.heading}
                  state={row.state}
                  href={hrefToRoom(ref, 'findings', row.record.number)}
                  isChosen={row.record.id === chosen}
                  onChoose={onChoose}
                />
              )
            }
          </VirtualList>
        )}
      </div>
      <AuditeeFiles />
    </div>
  );
}
