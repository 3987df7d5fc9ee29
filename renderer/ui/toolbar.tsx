// A bar over a list or a page: what it is at the left, what can be done at the right, filters between.
import type { ReactNode } from 'react';
import styles from './toolbar.module.css';

/** A bar that stays at the top of its pane. */
export function Toolbar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.bar} role="toolbar" aria-label={label}>
      {children}
    </div>
  );
}

/** Pushes what follows it to the right. */
export function ToolbarSpace() {
  return <span className={styles.space} />;
}

interface ChipProps {
  isOn: boolean;
  onToggle: () => void;
  /** How many rows it leaves. */
  count?: number;
  /** What a sign stands for, for those who point. */
  title?: string | undefined;
  children: ReactNode;
}

/** A filter that is on or off. */
export function FilterChip({ isOn, onToggle, count, title, children }: ChipProps) {
  return (
    <button type="button" className={styles.chip} aria-pressed={isOn} title={title} onClick={onToggle}>
      {children}
      {count === undefined ? null : <span className={styles.count}> {count}</span>}
    </button>
  );
}
