// The capture bar: one line, one key away from everywhere. Enter keeps it, whatever the engine is doing.
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { asOneLine, type TaggedLine } from '../../../shared/domain/tagged-line.ts';
import { runCommand, useCommands } from '../../api/commands.ts';
import { useLineReader } from '../../api/line-knowledge.ts';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { LineInput } from '../../parts/line-input.tsx';
import { LineWords } from '../../parts/line-words.tsx';
import { formatShortTime } from '../../ui/format.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import styles from './capture-bar.module.css';
import { texts } from './texts.ts';
import { useLineHistory } from './use-line-history.ts';

const shownLines = 40;

function Line({ time, line, isCorrected = false }: { time: string; line: TaggedLine; isCorrected?: boolean }) {
  const words = <LineWords line={line} />;
  return (
    <li className={styles.line}>
      <span className={styles.time}>{time}</span>
      <span className={styles.words}>{isCorrected ? <s title={texts.corrected}>{words}</s> : words}</span>
    </li>
  );
}

/** The last lines, newest at the bottom; those on their way are marked. */
function LastLines() {
  const notes = useAudit((state) => state.open.notes);
  const waiting = useAudit((state) => state.waitingLines);
  const read = useLineReader();
  const list = useRef<HTMLOListElement>(null);
  const count = notes.length + waiting.length;
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  });
  if (count === 0) return <p className={styles.none}>{texts.none}</p>;
  const stored = new Set(notes.map(({ id }) => id));
  const corrected = new Set(notes.map(({ corrects }) => corrects));
  return (
    <ol ref={list} className={styles.lines} aria-label={texts.list} tabIndex={0}>
      {notes.slice(-shownLines).map(({ id, at, text }) => (
        <Line key={id} time={formatShortTime(new Date(at))} line={read(text)} isCorrected={corrected.has(id)} />
      ))}
      {waiting
        .filter(({ id }) => !stored.has(id))
        .map(({ id, text }) => (
          <Line key={id} time={texts.waiting} line={read(text)} />
        ))}
    </ol>
  );
}

/** The bar at the bottom of the frame. */
export function CaptureBar() {
  const session = useAuditSession();
  const count = useAudit((state) => state.open.notes.length + state.waitingLines.length);
  const text = useAudit((state) => state.draft);
  const history = useLineHistory();
  const [isOpen, setOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const cameFrom = useRef<Element | null>(null);

  useCommands({
    'app.capture': () => {
      cameFrom.current = document.activeElement;
      field.current?.focus();
    },
  });

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      const line = asOneLine(text).trim();
      if (line === '') return;
      session.draftLine('');
      session.addLine(line);
      history.stop();
    }
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const other = history.walk(event.key === 'ArrowUp' ? -1 : 1, text);
      if (other === undefined) return;
      event.preventDefault();
      session.draftLine(other);
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (isOpen) setOpen(false);
      else if (cameFrom.current instanceof HTMLElement && cameFrom.current !== document.body) cameFrom.current.focus();
      else field.current?.blur();
    }
  };

  return (
    <footer className={styles.place}>
      {isOpen ? <LastLines /> : null}
      <div className={styles.bar}>
        <button
          type="button"
          className={styles.key}
          tabIndex={-1}
          aria-hidden
          onClick={() => runCommand('app.capture')}
        >
          <KeyCap keys="c" />
        </button>
        <LineInput
          ref={field}
          value={text}
          placeholder={texts.placeholder}
          label={texts.label}
          onText={(draft) => session.draftLine(draft)}
          onKeyDown={press}
        />
        <span className={styles.hint}>
          <KeyCap keys="↵" /> {texts.keep}
        </span>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-label={`${isOpen ? texts.hide : texts.show}, ${texts.lines(count)}`}
          onClick={() => setOpen(!isOpen)}
        >
          {texts.lines(count)}
          {isOpen ? <IconChevronDown size={14} aria-hidden /> : <IconChevronUp size={14} aria-hidden />}
        </button>
      </div>
    </footer>
  );
}
