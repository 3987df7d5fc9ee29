// One line of the stream: when, who, the words with their tags, what it corrects, what it became.
import { Checkbox } from '@mantine/core';
import { hrefToRoom } from '../../api/addresses.ts';
import { LineWords } from '../../parts/line-words.tsx';
import { formatInstant } from '../../ui/format.ts';
import type { NoteRow } from './note-rows.ts';
import styles from './stream.module.css';
import { texts } from './texts.ts';

const timeFormat = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
/** The time of day of an instant. */
const timeOf = (at: string) => timeFormat.format(new Date(at));

const prefix = 'note-';
/** The element of a line, for moving the focus there. */
export const lineId = (id: string) => `${prefix}${id}`;
/** The line whose element this is. */
export const lineOf = (element: EventTarget | null) =>
  element instanceof HTMLElement && element.id.startsWith(prefix) ? element.id.slice(prefix.length) : undefined;

interface Props {
  row: NoteRow;
  audit: string;
  isChosen: boolean;
  isMarked: boolean;
  /** Where it was written, if that is another computer. */
  device: string | undefined;
  onChoose: (id: string) => void;
  onMark: (id: string) => void;
}

function Corrections({ row, onChoose }: Pick<Props, 'row' | 'onChoose'>) {
  const { corrects, correctedBy } = row;
  return (
    <>
      {corrects === undefined ? null : (
        <button type="button" onClick={() => onChoose(corrects.id)}>
          {corrects.at === undefined ? texts.correctsEarlier : texts.corrects(timeOf(corrects.at))}
        </button>
      )}
      {correctedBy === undefined ? null : (
        <button type="button" onClick={() => onChoose(correctedBy.id)}>
          {correctedBy.at === undefined ? texts.correctedWaiting : texts.corrected(timeOf(correctedBy.at))}
        </button>
      )}
    </>
  );
}

/** A line of the running notes. */
export function NoteLine({ row, audit, isChosen, isMarked, device, onChoose, onMark }: Props) {
  const { id, at, by, line, correctedBy, corrects, became } = row;
  const time = at === undefined ? texts.waiting : timeOf(at);
  const words = <LineWords line={line} />;
  return (
    <article
      id={lineId(id)}
      className={styles.line}
      tabIndex={isChosen ? 0 : -1}
      aria-label={texts.line(time, by)}
      aria-current={isChosen || undefined}
      data-marked={isMarked || undefined}
      data-waiting={at === undefined || undefined}
    >
      <Checkbox
        size="xs"
        className={styles.mark}
        tabIndex={-1}
        checked={isMarked}
        aria-label={texts.mark(time)}
        onChange={() => onMark(id)}
      />
      <time className={styles.time} dateTime={at} title={at === undefined ? undefined : formatInstant(at)}>
        {at === undefined ? '…' : time}
      </time>
      <div className={styles.body}>
        <p className={styles.words} dir="auto">
          {correctedBy === undefined ? words : <s>{words}</s>}
        </p>
        <p className={styles.about}>
          {at === undefined ? <span data-waiting>{texts.waiting}</span> : <span>{by || texts.noAuthor}</span>}
          {device === undefined ? null : <span>{texts.device(device)}</span>}
          {corrects === undefined && correctedBy === undefined ? null : <Corrections row={row} onChoose={onChoose} />}
          {became.map(({ noun, id: target, name, words: title, room, record }) => (
            <a key={target} href={hrefToRoom(audit, room, record)} title={title}>
              {texts.becameNouns[noun]} <b>{name}</b>
            </a>
          ))}
        </p>
      </div>
    </article>
  );
}
