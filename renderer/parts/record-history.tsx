// What was done to a record, newest first: when, what, by whom, and the way back: of a whole step or of one field of it.
import { useState } from 'react';
import { hrefToRoom } from '../api/addresses.ts';
import { useAppActions } from '../api/app-actions.tsx';
import {
  type HistoryLine,
  type HistoryOfParts,
  type HistoryPart,
  type HistoryWords,
  useRecordHistory,
} from '../api/record-history.ts';
import { useAudit, useAuditSession } from '../api/session-context.tsx';
import { formatInstant, formatRecent } from '../ui/format.ts';
import styles from './record-history.module.css';

const texts = {
  undo: 'Undo',
  undoAll: 'Undo all',
  undoThis: (what: string) => `Undo: ${what}`,
  undoStep: (what: string) => `Undo all of it: ${what}`,
  before: 'Before',
  after: 'After',
  nothing: 'nothing',
  show: 'show',
  all: 'All of it in Activity',
  older: (count: number) => `Show ${count} older`,
};

const first = 6;

function UndoButton({ label, words, onUndo }: { label: string; words: string; onUndo: () => void }) {
  return (
    <button type="button" className={styles.undo} aria-label={label} onClick={onUndo}>
      {words}
    </button>
  );
}

/** A long text from what to what, for those who ask. */
function LongTexts({ about, before, after }: { about: string; before: string; after: string }) {
  return (
    <details className={styles.texts}>
      <summary aria-label={`${texts.show}: ${about}`}>{texts.show}</summary>
      {[
        { name: texts.before, text: before },
        { name: texts.after, text: after },
      ].map(({ name, text }) => (
        <div key={name}>
          <h3>{name}</h3>
          <p dir="auto" data-nothing={text === '' || undefined}>
            {text || texts.nothing}
          </p>
        </div>
      ))}
    </details>
  );
}

interface LineProps {
  line: HistoryLine;
  onUndo: (what: string, fields?: readonly string[]) => void;
}

function Line({ line: { at, actor, words, parts }, onUndo }: LineProps) {
  const isMany = parts.length > 1;
  const details = ({ words: about, texts: long }: HistoryPart) =>
    long === undefined ? null : <LongTexts about={about} {...long} />;
  const [only] = parts;
  return (
    <li>
      <div className={styles.line}>
        <time dateTime={at} title={formatInstant(at)}>
          {formatRecent(at)}
        </time>
        <span>
          {isMany ? null : `${words} `}
          {actor === '' ? null : <span className={styles.actor}>{actor}</span>}
          {isMany || only === undefined ? null : details(only)}
        </span>
        <UndoButton
          label={isMany ? texts.undoStep(words) : texts.undoThis(words)}
          words={isMany ? texts.undoAll : texts.undo}
          onUndo={() => onUndo(words)}
        />
      </div>
      {isMany ? (
        <ul className={styles.parts}>
          {parts.map((part) => (
            <li key={part.field} className={styles.line}>
              <span>
                {part.words} {details(part)}
              </span>
              <UndoButton
                label={texts.undoThis(part.words)}
                words={texts.undo}
                onUndo={() => onUndo(part.words, [part.field])}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

interface Props {
  record: string;
  /** What people call the record. */
  name: string;
  words: HistoryWords;
  /** Records that belong to it and are told with it. */
  parts?: HistoryOfParts | undefined;
}

/** The history of one record of the open audit. */
export function RecordHistory({ record, name, words, parts }: Props) {
  const session = useAuditSession();
  const ref = useAudit((state) => state.open.audit.ref);
  const { say } = useAppActions();
  const { lines = [], failure } = useRecordHistory(record, words, parts);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? lines : lines.slice(0, first);
  const undo = async (change: string, what: string, fields?: readonly string[]) => {
    try {
      await session.undoChange(change, `${what} (${name})`, fields);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), { isAlarm: true });
    }
  };
  if (failure !== undefined) return <p className={styles.failure}>{failure}</p>;
  return (
    <>
      <ol className={styles.list}>
        {shown.map((line) => (
          <Line key={line.id} line={line} onUndo={(what, fields) => void undo(line.id, what, fields)} />
        ))}
      </ol>
      {lines.length > shown.length ? (
        <button type="button" className={styles.more} onClick={() => setWhole(true)}>
          {texts.older(lines.length - shown.length)}
        </button>
      ) : null}
      <a className={styles.more} href={hrefToRoom(ref, 'activity', record)}>
        {texts.all}
      </a>
    </>
  );
}
