// How far an intake is, and the failure of the whole if there was one.
import { Progress } from '@mantine/core';
import { useStore } from 'zustand';
import styles from './intake.module.css';
import type { Intake } from './intake-store.ts';
import { texts } from './texts.ts';

const words = texts.intake;

/** Progress while files travel; in words what went wrong. */
export function IntakeProgress({ intake }: { intake: Intake }) {
  const { phase, done, total, failure, files } = useStore(intake.store);
  if (phase === 'choosing') {
    return (
      <div role="alert" className={styles.failure}>
        {failure}
      </div>
    );
  }
  const sentence = phase === 'sending' ? words.sending(Math.min(done + 1, total), total) : words.storing(done, total);
  const sent = files.reduce((sum, file) => sum + (file.incoming ? 1 : file.sent), 0);
  // Sending counts for four fifths of the bar: what the engine does after it is quick.
  const part = phase === 'sending' ? (0.8 * sent) / Math.max(1, total) : 0.8 + (0.2 * done) / Math.max(1, total);
  return (
    <div className={styles.progress}>
      <p role="status">{sentence}</p>
      <Progress value={part * 100} size="sm" aria-label={words.progress} />
    </div>
  );
}
