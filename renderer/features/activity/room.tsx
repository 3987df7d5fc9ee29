// Activity: every step of the audit, the newest first, and the way back from each.
import { Button } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { StepOfHistory } from '../../../shared/contract/changes.ts';
import { goToRoom, hrefToRoom } from '../../api/addresses.ts';
import { useCommands } from '../../api/commands.ts';
import { useRoomView } from '../../api/room-view.ts';
import { useAudit } from '../../api/session-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatLongDayOf } from '../../ui/format.ts';
import { useKeptScroll } from '../../ui/use-kept-scroll.ts';
import { useSlow } from '../../ui/use-slow.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { ActivityFilters, type ActivityView, wholeView } from './activity-filters.tsx';
import styles from './activity.module.css';
import { hrefOfRecord, indexRecords } from './record-names.ts';
import { StepRow } from './step-row.tsx';
import { sayStep } from './step-words.ts';
import { texts } from './texts.ts';
import { type StepFilter, useSteps } from './use-steps.ts';
import { useUndoStep } from './use-undo-step.ts';

type Row =
  | { key: string; day: string; step?: undefined }
  | { key: string; day?: undefined; step: StepOfHistory; sentence: string; href: string };

const rowHeight = 56;
const rowId = (step: string) => `step-${step}`;
const dayAfter = (day: string) => {
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + 1);
  return date.toISOString();
};

/** The steps with a heading over each day. */
function rowsOf(steps: readonly StepOfHistory[], ref: string, names: ReturnType<typeof indexRecords>): Row[] {
  const rows: Row[] = [];
  let last = '';
  for (const step of steps) {
    const day = new Date(step.at).toDateString();
    if (day !== last) rows.push({ key: `day ${day}`, day: formatLongDayOf(step.at) });
    last = day;
    const [first] = step.records;
    rows.push({
      key: step.step,
      step,
      sentence: sayStep(step, names),
      href: first ? hrefOfRecord(ref, first, names) : hrefToRoom(ref, 'overview'),
    });
  }
  return rows;
}

/** The filter as the engine wants it. Words also mean the records whose name has them. */
function filterOf(view: ActivityView, record: string | undefined, names: ReturnType<typeof indexRecords>): StepFilter {
  const text = view.text.trim();
  const named = text === '' ? [] : [...names].filter(([, { name }]) => name.toLowerCase().includes(text.toLowerCase()));
  return {
    ...(record === undefined ? {} : { record }),
    ...(view.noun === null ? {} : { noun: view.noun }),
    ...(view.actor === null ? {} : { actor: view.actor }),
    ...(view.day === '' ? {} : { from: new Date(`${view.day}T00:00:00`).toISOString(), to: dayAfter(view.day) }),
    ...(text === '' ? {} : { text, records: named.slice(0, 500).map(([id]) => id) }),
  };
}

/** The activity. `record` is the id, or the number, of the one record whose steps are shown. */
export default function ActivityRoom({ record }: { record: string | undefined }) {
  const open = useAudit((state) => state.open);
  const { ref } = open.audit;
  const [view, changeView] = useRoomView<ActivityView>('activity', wholeView);
  const names = useMemo(() => indexRecords(open), [open]);
  const only =
    record === undefined
      ? undefined
      : ([...names].find(([id, { name }]) => id === record || name === record)?.[0] ?? record);
  const key = JSON.stringify(filterOf(view, only, names));
  // What is typed elsewhere changes the names but seldom the filter.
  const filter = useMemo(() => JSON.parse(key) as StepFilter, [key]);
  const { steps, state, failure, readMore, readAgain } = useSteps(filter);
  const rows = useMemo(() => rowsOf(steps, ref, names), [steps, ref, names]);
  const [chosen, setChosen] = useState<string>();
  const [moved, setMoved] = useState<string>();
  const undo = useUndoStep();
  const scroller = useRef<HTMLDivElement>(null);
  const isSlow = useSlow(state === 'reading', 300);
  useKeptScroll(`${ref} activity ${record ?? ''}`, scroller);

  const stepRows = useMemo(() => rows.filter((row) => row.step !== undefined), [rows]);
  const move = (by: 1 | -1) => {
    const place = stepRows.findIndex((row) => row.key === chosen);
    const next = stepRows[place < 0 ? 0 : Math.min(stepRows.length - 1, Math.max(0, place + by))];
    if (!next) return;
    setChosen(next.key);
    setMoved(next.key);
    if (place + 10 > stepRows.length) readMore();
    requestAnimationFrame(() => document.getElementById(rowId(next.key))?.focus({ preventScroll: true }));
  };
  const current = stepRows.find((row) => row.key === chosen);
  const undoNow = useCallback((step: StepOfHistory, sentence: string) => void undo(step, sentence), [undo]);
  const everyRecord = () => goToRoom(ref, 'activity', undefined, { replace: true });

  useCommands({
    'list.next': () => move(1),
    'list.previous': () => move(-1),
    'list.open': () => {
      if (current) location.hash = current.href;
    },
    'activity.undo': () => {
      if (current) undoNow(current.step, current.sentence);
    },
    'app.back': () => {
      if (document.activeElement instanceof HTMLInputElement && chosen !== undefined)
        document.getElementById(rowId(chosen))?.focus();
      else if (record !== undefined) everyRecord();
      else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    },
  });

  const isFiltered = Object.keys(filter).length > 0;
  return (
    <div className={styles.room}>
      <h1 className="visually-hidden">{texts.title}</h1>
      <ActivityFilters
        view={view}
        onView={changeView}
        record={only === undefined ? undefined : (names.get(only)?.name ?? record)}
        onEveryRecord={everyRecord}
        shown={steps[0]?.actor ?? ''}
      />
      <div ref={scroller} className={styles.list}>
        {failure === undefined ? null : (
          <p role="alert" className={styles.failure}>
            {texts.failed(failure)}{' '}
            <Button variant="default" size="compact-xs" onClick={readAgain}>
              {texts.tryAgain}
            </Button>
          </p>
        )}
        {state !== 'reading' && rows.length === 0 && failure === undefined ? (
          <EmptyState title={isFiltered ? texts.nothingFound : texts.emptyTitle}>
            <p>{isFiltered ? texts.nothingFoundWords : texts.emptyWords}</p>
          </EmptyState>
        ) : null}
        {rows.length === 0 ? null : (
          <div role="list" aria-label={texts.list}>
            <VirtualList
              rows={rows}
              keyOf={(row) => row.key}
              rowHeight={rowHeight}
              scroller={scroller}
              selected={rows.findIndex((row) => row.key === moved)}
              keepsPlace
              onNearEnd={readMore}
            >
              {(row) =>
                row.step === undefined ? (
                  <div role="listitem" className={styles.dayHead}>
                    <h2>{row.day}</h2>
                  </div>
                ) : (
                  <StepRow
                    row={row}
                    names={names}
                    isChosen={row.key === chosen}
                    id={rowId(row.key)}
                    onChoose={setChosen}
                    onUndo={undoNow}
                  />
                )
              }
            </VirtualList>
          </div>
        )}
        <p className={styles.foot} role="status">
          {state === 'reading'
            ? isSlow
              ? texts.reading
              : ''
            : state === 'whole' && rows.length > 0
              ? texts.beginning
              : ''}
        </p>
      </div>
    </div>
  );
}
