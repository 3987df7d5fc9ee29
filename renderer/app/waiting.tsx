// The words while something is on its way; nothing for the first moment.
import { Loader } from '@mantine/core';
import { useRoomOpening } from '../api/commands.ts';
import { useSlow } from '../ui/use-slow.ts';
import styles from './waiting.module.css';

/** Says what is waited for once it takes longer than a blink. */
export function Waiting({ words }: { words: string }) {
  useRoomOpening();
  const isSlow = useSlow(true, 300);
  return (
    <div className={styles.waiting} role="status">
      {isSlow ? (
        <>
          <Loader size="sm" aria-hidden />
          {words}
        </>
      ) : null}
    </div>
  );
}
