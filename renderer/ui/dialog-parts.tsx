// What dialogs are made of: what goes on, what went wrong, and the buttons at the end.
import { Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './dialog-parts.module.css';
import { useSlow } from './use-slow.ts';

/** The class of a dialog's content. */
export const dialogBody = styles.body ?? '';

/** A place in a dialog while something is read: says what goes on once it takes longer than a moment. */
export function DialogWaiting({ words }: { words: string }) {
  const isSlow = useSlow(true, 300);
  return (
    <div className={styles.waiting} role="status">
      {isSlow ? (
        <>
          <Loader size="xs" aria-hidden /> {words}
        </>
      ) : null}
    </div>
  );
}

/** What went wrong. */
export function DialogAlarm({ children }: { children: ReactNode }) {
  return (
    <div role="alert" className={styles.alarm}>
      {children}
    </div>
  );
}

/** The buttons of a dialog, and a sentence about them. */
export function DialogEnd({ hint, children }: { hint?: string | undefined; children: ReactNode }) {
  return (
    <div className={styles.end}>
      {hint === undefined ? null : <span className={styles.hint}>{hint}</span>}
      {children}
    </div>
  );
}
