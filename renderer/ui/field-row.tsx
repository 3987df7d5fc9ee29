// A label and what it names, in a row; an error stands under the field it is about. A group has several fields.
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

interface Notes {
  error: string | undefined;
  hint: string | undefined;
  errorId: string;
  hintId: string;
}

function NotesUnder({ error, hint, errorId, hintId }: Notes) {
  return (
    <>
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
    </>
  );
}

const requiredWord = <span className={styles.required}> required</span>;

function useNotes(hint: string | undefined, error: string | undefined) {
  const id = useId();
  const notes = { error, hint, errorId: `${id}-error`, hintId: `${id}-hint` };
  const describedBy = [hint === undefined ? '' : notes.hintId, error === undefined ? '' : notes.errorId]
    .filter(Boolean)
    .join(' ');
  return { id, notes, describedBy: describedBy || undefined };
}

/** One row of a form. */
export function FieldRow({ label, hint, error, isRequired = false, children }: Props) {
  const { id, notes, describedBy } = useNotes(hint, error);
  return (
    <div className={styles.row}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {isRequired ? requiredWord : null}
      </label>
      <div className={styles.field}>
        {children({ id, describedBy, isInvalid: error !== undefined })}
        <NotesUnder {...notes} />
      </div>
    </div>
  );
}

/** One row of a form with several fields under one name, such as radio buttons or checkboxes. */
export function GroupRow({
  label,
  hint,
  error,
  isRequired = false,
  role = 'group',
  children,
}: Omit<Props, 'children'> & { role?: 'group' | 'radiogroup'; children: ReactNode }) {
  const { id, notes, describedBy } = useNotes(hint, error);
  return (
    <div className={styles.row} role={role} aria-labelledby={id} aria-describedby={describedBy}>
      <div id={id} className={styles.label}>
        {label}
        {isRequired ? requiredWord : null}
      </div>
      <div className={styles.field}>
        {children}
        <NotesUnder {...notes} />
      </div>
    </div>
  );
}
