// What an empty place shows: what goes here, and the first step.
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface Props {
  title: string;
  children?: ReactNode;
  /** The first step, as buttons. */
  actions?: ReactNode;
}

/** An empty room or list. */
export function EmptyState({ title, children, actions }: Props) {
  return (
    <div className={styles.empty}>
      <h2>{title}</h2>
      {children === undefined ? null : <div className={styles.words}>{children}</div>}
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
