// A label and what it names, in a row; an error stands under the field it is about.
import { type ReactNode, useId } from 'react';
import styles from './field-row.module.css';

interface Props {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  isRequired?: boolean;
  /** Draws the field with the ids that tie it to its label, hint and error. */
  children: (ids: { id: string; describedBy: string | undefined; isInvalid: boolean }) => ReactNode;
}

/** One row of a form. */
export function FieldRow({ label, hint, error, isRequired = false, children }: Props) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [hint === undefined ? '' : hintId, error === undefined ? '' : errorId].filter(Boolean).join(' ');
  return (
    <div className={styles.row}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {isRequired ? <span className={styles.required}> required</span> : null}
      </label>
      <div className={styles.field}>
        {children({ id, describedBy: describedBy || undefined, isInvalid: error !== undefined })}
        {error === undefined ? null : (
          <p id={errorId} className={styles.error}>
            {error}
          </p>
        )}
        {hint === undefined ? null : (
          <p id={hintId} className={styles.hint}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
