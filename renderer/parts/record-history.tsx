// What was done to a record, newest first: when, what, by whom, and the way back.
import { useState } from 'react';
import { hrefToRoom } from '../api/addresses.ts';
import { useAppActions } from '../api/app-actions.tsx';
import { type HistoryWords, useRecordHistory } from '../api/record-history.ts';
import { useAudit, useAuditSession } from '../api/session-context.tsx';
import { formatInstant, formatRecent } from '../ui/format.ts';
import styles from './record-history.module.css';

const texts = {
  undo: 'Undo',
  undoThis: (what: string) => `Undo: ${what}`,
  all: 'All of it in Activity',
  older: (count: number) => `Show ${count} older`,
};

const first = 6;

interface Props {
  record: string;
  /** What people call the record. */
  name: string;
  words: HistoryWords;
}

/** The history of one record of the open audit. */
export function RecordHistory({ record, name, words }: Props) {
  const session = useAuditSession();
  const ref = useAudit((state) => state.open.audit.ref);
  const { say } = useAppActions();
  const { lines = [], failure } = useRecordHistory(record, words);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? lines : lines.slice(0, first);
  const undo = async (change: string, what: string) => {
    try {
      await session.undoChange(change, `${what} (${name})`);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), { isAlarm: true });
    }
  };
  if (failure !== undefined) return <p className={styles.failure}>{failure}</p>;
  return (
    <>
      <ol className={styles.list}>
        {shown.map(({ id, at, actor, words: what }) => (
          <li key={id}>
            <time dateTime={at} title={formatInstant(at)}>
              {formatRecent(at)}
            </time>
            <span>
              {what} {actor === '' ? null : <span className={styles.actor}>{actor}</span>}
            </span>
            <button type="button" aria-label={texts.undoThis(what)} onClick={() => void undo(id, what)}>
              {texts.undo}
            </button>
          </li>
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
