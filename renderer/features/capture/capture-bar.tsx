// The capture bar: one line, one key away from everywhere. Enter keeps it, whatever the engine is doing.
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { runCommand, useCommands } from '../../api/commands.ts';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import { formatShortTime } from '../../ui/format.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import styles from './capture-bar.module.css';
import { splitTags } from './tagged-line.ts';
import { texts } from './texts.ts';

const shownLines = 40;

function Line({ time, text }: { time: string; text: string }) {
  return (
    <li className={styles.line}>
      <span className={styles.time}>{time}</span>
      <span className={styles.words}>
        {splitTags(text).map((part, place) =>
          part.kind === 'words' ? (
            part.text
          ) : (
            // A part has no identity of its own: its place in the line is what it is.
            <span key={`${place} ${part.text}`} className={styles.tag}>
              {part.text}
            </span>
          ),
        )}
      </span>
    </li>
  );
}

/** The last lines, newest at the bottom; those on their way are marked. */
function LastLines() {
  const notes = useAudit((state) => state.open.notes);
  const waiting = useAudit((state) => state.waitingLines);
  const list = useRef<HTMLOListElement>(null);
  const count = notes.length + waiting.length;
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  });
  if (count === 0) return <p className={styles.none}>{texts.none}</p>;
  const stored = new Set(notes.map(({ id }) => id));
  return (
    <ol ref={list} className={styles.lines} aria-label={texts.list} tabIndex={0}>
      {notes.slice(-shownLines).map(({ id, at, text }) => (
        <Line key={id} time={formatShortTime(new Date(at))} text={text} />
      ))}
      {waiting
        .filter(({ id }) => !stored.has(id))
        .map(({ id, text }) => (
          <Line key={id} time={texts.waiting} text={text} />
        ))}
    </ol>
  );
}

/** The bar at the bottom of the frame. */
export function CaptureBar() {
  const session = useAuditSession();
  const count = useAudit((state) => state.open.notes.length + state.waitingLines.length);
  const [text, setText] = useState('');
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
      if (text.trim() === '') return;
      session.addLine(text.trim());
      setText('');
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
        <input
          ref={field}
          className={styles.input}
          value={text}
          placeholder={texts.placeholder}
          aria-label={texts.label}
          autoComplete="off"
          maxLength={20_000}
          onChange={(event) => setText(event.currentTarget.value)}
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
