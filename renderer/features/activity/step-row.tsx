// One step: when, who, on which device, what, and from what to what.
import { Button } from '@mantine/core';
import { memo } from 'react';
import type { StepOfHistory } from '../../../shared/contract/changes.ts';
import { formatExactTime } from '../../ui/format.ts';
import { compareWords, cutSame } from '../../ui/word-difference.ts';
import styles from './activity.module.css';
import { type FieldChange, fieldChanges, fieldOfSentence } from './step-words.ts';
import { nameOf, shorten } from './record-names.ts';
import { texts } from './texts.ts';

const longText = 60;
const shownFields = 4;
const shownRecords = 3;

function Difference({ before, after }: FieldChange) {
  const isLong = before.length > longText || after.length > longText || /\n/.test(before + after);
  if (before !== '' && after !== '' && isLong) {
    return (
      <span className={styles.text}>
        {cutSame(compareWords(before, after)).map(({ kind, text }, place) => {
          const key = `${place} ${kind}`;
          if (kind === 'same') return <span key={key}>{text}</span>;
          return kind === 'gone' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>;
        })}
      </span>
    );
  }
  return (
    <span className={styles.text}>
      {before === '' ? null : (
        <>
          <s>{shorten(before, 240)}</s> →{' '}
        </>
      )}
      {after === '' ? <em>{texts.nothing}</em> : shorten(after, 400)}
    </span>
  );
}

interface Props {
  row: { step: StepOfHistory; sentence: string; href: string };
  names: ReadonlyMap<string, { name: string }>;
  isChosen: boolean;
  id: string;
  onChoose: (step: string) => void;
  onUndo: (step: StepOfHistory, sentence: string) => void;
}

/** A step. Its sentence is a link to the room of its record. */
export const StepRow = memo(function StepRow({
  row: { step, sentence, href },
  names,
  isChosen,
  id,
  onChoose,
  onUndo,
}: Props) {
  const isUndone = step.undoneBy !== null;
  const isMany = step.records.length > 1;
  const isAlone = step.recordCount === 1;
  const told = step.records.map((record) => {
    const inSentence = isAlone ? fieldOfSentence(record) : undefined;
    return { record, changes: fieldChanges(record, names).filter(({ field }) => field !== inSentence) };
  });
  const withFields = told.filter(({ changes }) => changes.length > 0);
  const isWhole = isChosen;
  const records = withFields.slice(0, isWhole ? undefined : shownRecords);
  return (
    <div
      role="listitem"
      className={styles.step}
      data-chosen={isChosen || undefined}
      data-undone={isUndone || undefined}
    >
      <time dateTime={step.at}>{formatExactTime(step.at)}</time>
      <div className={styles.what}>
        <p className={styles.sentence}>
          <span className={styles.actor}>{step.actor}</span>{' '}
          {step.undoes === null ? null : <span className={styles.mark}>{texts.isUndo}</span>}{' '}
          <a id={id} href={href} className={styles.link} onFocus={() => onChoose(step.step)}>
            {sentence}
          </a>{' '}
          {isUndone ? <span className={styles.mark}>{texts.isUndone}</span> : null}
        </p>
        {records.map(({ record, changes }) => {
          const fields = changes.slice(0, isWhole ? undefined : shownFields);
          const more = changes.length - fields.length;
          return (
            <div key={record.recordId}>
              {isMany ? <p className={styles.record}>{nameOf(record.noun, record.about, names)}</p> : null}
              <dl className={styles.fields}>
                {fields.map((change) => (
                  <div key={change.field}>
                    <dt>{change.name}</dt>
                    <dd>
                      <Difference {...change} />
                    </dd>
                  </div>
                ))}
              </dl>
              {more > 0 ? <p className={styles.more}>{texts.moreFields(more)}</p> : null}
            </div>
          );
        })}
        {!isAlone && step.recordCount > records.length && records.length > 0 ? (
          <p className={styles.more}>{texts.moreRecords(step.recordCount - records.length)}</p>
        ) : null}
      </div>
      <span className={styles.device} title={step.device}>
        {step.deviceName}
      </span>
      <Button
        variant="subtle"
        size="compact-xs"
        className={styles.undo}
        disabled={isUndone}
        onFocus={() => onChoose(step.step)}
        aria-label={texts.undoStep(sentence)}
        onClick={() => onUndo(step, sentence)}
      >
        {texts.undo}
      </Button>
    </div>
  );
});
