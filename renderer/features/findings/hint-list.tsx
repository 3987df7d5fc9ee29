// Open points beside the part of a finding they are about.
import styles from './hint-list.module.css';

/** Hints under a field. The id ties them to it. */
export function HintList({ id, hints }: { id?: string; hints: readonly string[] }) {
  return (
    <ul id={id} className={styles.hints}>
      {hints.map((hint) => (
        <li key={hint}>{hint}</li>
      ))}
    </ul>
  );
}
