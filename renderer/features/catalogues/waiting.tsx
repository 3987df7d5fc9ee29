// Says what is going on once it takes longer than a moment.
import { Loader } from '@mantine/core';
import { useSlow } from '../../ui/use-slow.ts';
import styles from './dialogs.module.css';

/** A place in a dialog while something is read. */
export function Waiting({ words }: { words: string }) {
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
