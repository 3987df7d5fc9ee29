// A key as it is printed beside what it does.
import styles from './key-cap.module.css';

/** One or several keys: `Ctrl K`, `g c`. */
export function KeyCap({ keys }: { keys: string }) {
  return <kbd className={styles.key}>{keys}</kbd>;
}
