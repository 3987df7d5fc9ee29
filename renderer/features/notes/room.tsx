// The notes room: the stream of lines, and what is made of them.
import { Button } from '@mantine/core';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { goToRoom } from '../../api/addresses.ts';
import { runCommand, useCommands } from '../../api/commands.ts';
import { useLineReader } from '../../api/line-knowledge.ts';
import { useRoomView } from '../../api/room-view.ts';
import { useAudit } from '../../api/session-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatLongDay } from '../../ui/format.ts';
import { useKeptScroll } from '../../ui/use-kept-scroll.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { AnswerPicker } from './answer-picker.tsx';
import { Correction } from './correction.tsx';
import { NoteFilters } from './note-filters.tsx';
import { lineId, lineOf, NoteLine } from './note-line.tsx';
import { byDay, filterNotes, listNotes, newestOf, type NoteFilter, noFilter, type StreamRow } from './note-rows.ts';
import { NoteTools } from './note-tools.tsx';
import styles from './stream.module.css';
import { texts } from './texts.ts';
import { useNoteActions } from './use-note-actions.ts';
import { useOtherDevice } from './use-other-device.ts';

interface View {
  filter: NoteFilter;
  /** The chosen line; undefined while the newest one is followed. */
  chosen: string | undefined;
  marked: readonly string[];
}

const keyOf = (row: StreamRow) => (row.kind === 'day' ? row.day : row.id);
const isTyping = () => document.activeElement instanceof HTMLInputElement && document.activeElement.type !== 'checkbox';
const afterPaint = (work: () => void) => requestAnimationFrame(() => requestAnimationFrame(work));

/** The running notes. `record` is the id of the chosen line. */
export default function NotesRoom({ record }: { record: string | undefined }) {
  const open = useAudit((state) => state.open);
  const waiting = useAudit((state) => state.waitingLines);
  const read = useLineReader();
  const [view, changeView] = useRoomView<View>('notes', { filter: noFilter, chosen: undefined, marked: [] });
  const [correcting, setCorrecting] = useState<string>();
  const [isPicking, setPicking] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);
  const goal = useRef<string>(undefined);
  const { ref } = open.audit;
  useKeptScroll(`${ref} notes`, scroller);

  const { notes, noteLinks, links, evidence, findings, checklist } = open;
  const all = useMemo(
    () => listNotes({ notes, noteLinks, links, evidence, findings, checklist }, waiting, read),
    [notes, noteLinks, links, evidence, findings, checklist, waiting, read],
  );
  const lines = useMemo(() => filterNotes(all, view.filter), [all, view.filter]);
  const stream = useMemo(() => byDay(lines), [lines]);
  const wanted = record ?? view.chosen;
  const chosen = lines.find(({ id }) => id === wanted) ?? lines.at(-1);
  const marked = useMemo(() => new Set(view.marked), [view.marked]);
  const meant = all.filter(({ id }) => marked.has(id));
  const actions = useNoteActions(meant.length > 0 ? meant : chosen ? [chosen] : [], () => changeView({ marked: [] }));
  const device = useOtherDevice(chosen?.at === undefined ? undefined : chosen.id);

  useEffect(() => {
    if (record !== undefined) changeView({ chosen: record });
  }, [record, changeView]);

  /** Moves the focus to a line once it is drawn, unless somebody has begun to type elsewhere by then. */
  const focusLine = (id: string) => {
    if (isTyping()) (document.activeElement as HTMLElement).blur();
    goal.current = id;
    afterPaint(() => {
      // Keys come faster than frames: only the line that was chosen last gets the focus.
      if (goal.current === id && !isTyping()) document.getElementById(lineId(id))?.focus({ preventScroll: true });
    });
  };
  const choose = (id: string) => {
    // A line that the filters hide is shown all the same when somebody goes to it.
    const isHidden = !lines.some((line) => line.id === id);
    const isNewest = !isHidden && lines.at(-1)?.id === id;
    changeView({ chosen: isNewest ? undefined : id, ...(isHidden ? { filter: noFilter } : {}) });
    goToRoom(ref, 'notes', isNewest ? undefined : id, { replace: true });
    focusLine(id);
  };
  const move = (by: 1 | -1) => {
    const place = lines.findIndex(({ id }) => id === chosen?.id);
    const next = lines[Math.min(lines.length - 1, Math.max(0, place + by))];
    if (next) choose(next.id);
  };
  // A click anywhere on a line gives it the focus, and the line with the focus is the chosen one.
  const enter = useEffectEvent((id: string | undefined) => {
    if (id !== undefined && id !== chosen?.id) choose(id);
  });
  const isEmpty = all.length === 0;
  useEffect(() => {
    const element = scroller.current;
    if (isEmpty || !element) return undefined;
    const hear = (event: FocusEvent) => enter(lineOf(event.target));
    element.addEventListener('focusin', hear);
    return () => element.removeEventListener('focusin', hear);
  }, [isEmpty]);
  const mark = (id: string) =>
    changeView({ marked: marked.has(id) ? view.marked.filter((one) => one !== id) : [...view.marked, id] });
  const back = (id: string | undefined) => {
    setCorrecting(undefined);
    setPicking(false);
    if (id !== undefined) focusLine(id);
  };

  useCommands(
    chosen === undefined
      ? {}
      : {
          'list.next': () => move(1),
          'list.previous': () => move(-1),
          'list.open': () => {
            const [first] = chosen.became;
            if (first) goToRoom(ref, first.room, first.record);
          },
          'notes.mark': () => mark(chosen.id),
          'notes.evidence': actions.toEvidence,
          'notes.answer': () => setPicking(!actions.toAnswer()),
          'notes.finding': actions.toFinding,
          'notes.correct': () => {
            const id = newestOf(all, chosen.id);
            if (id !== chosen.id) choose(id);
            setCorrecting(id);
          },
          'app.back': () => {
            const isInStream = scroller.current?.contains(document.activeElement) === true;
            if (isInStream && marked.size > 0) changeView({ marked: [] });
            else focusLine(chosen.id);
          },
        },
  );

  if (isEmpty) {
    return (
      <EmptyState
        title={texts.emptyTitle}
        actions={<Button onClick={() => runCommand('app.capture')}>{texts.writeFirst}</Button>}
      >
        {texts.emptyWords.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </EmptyState>
    );
  }
  const corrected = all.find(({ id }) => id === correcting);
  return (
    <div className={styles.room}>
      <h1 className="visually-hidden">{texts.title}</h1>
      <NoteFilters
        rows={all}
        shown={lines.length}
        filter={view.filter}
        onFilter={(filter) => changeView({ filter })}
        onLeave={() => chosen && focusLine(chosen.id)}
      />
      <section ref={scroller} className={styles.stream} aria-label={texts.stream}>
        {lines.length === 0 ? (
          <EmptyState
            title={texts.nothingFound}
            actions={
              <Button variant="default" onClick={() => changeView({ filter: noFilter })}>
                {texts.showAll}
              </Button>
            }
          />
        ) : (
          <VirtualList
            rows={stream}
            keyOf={keyOf}
            rowHeight={50}
            scroller={scroller}
            selected={stream.findIndex((row) => row.kind === 'line' && row.id === chosen?.id)}
          >
            {(row) =>
              row.kind === 'day' ? (
                <h2 className={styles.day}>{formatLongDay(row.day)}</h2>
              ) : (
                <NoteLine
                  row={row}
                  audit={ref}
                  isChosen={row.id === chosen?.id}
                  isMarked={marked.has(row.id)}
                  device={row.id === chosen?.id ? device : undefined}
                  onChoose={choose}
                  onMark={mark}
                />
              )
            }
          </VirtualList>
        )}
      </section>
      {corrected ? (
        <Correction key={corrected.id} id={corrected.id} text={corrected.text} onClose={() => back(chosen?.id)} />
      ) : (
        <NoteTools marked={marked.size} onClear={() => changeView({ marked: [] })} />
      )}
      {isPicking ? (
        <AnswerPicker
          tagged={(actions.lines() ?? []).flatMap(({ line }) => line.requirements)}
          onPick={(item) => {
            back(chosen?.id);
            actions.addTo(item);
          }}
          onClose={() => back(chosen?.id)}
        />
      ) : null}
    </div>
  );
}
