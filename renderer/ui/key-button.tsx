// A quiet button in the text, with the key that does the same. An element of its own rather than the component library's:
// it stands in places that are drawn anew with every key press.
import styles from './key-button.module.css';
import { KeyCap } from './key-cap.tsx';

interface Props {
  children: string;
  keys: string;
  /** Why it can do nothing now. It still answers, by saying so. */
  whyNot?: string | undefined;
  onUse: () => void;
}

/** Words and a key. */
export function KeyButton({ children, keys, whyNot, onUse }: Props) {
  return (
    <button
      type="button"
      className={styles.button}
      aria-disabled={whyNot !== undefined || undefined}
      title={whyNot}
      onClick={onUse}
    >
      {children}
      <KeyCap keys={keys} />
    </button>
  );
}
