// How far an intake is, and what stands in its way.
import { Progress } from '@mantine/core';
import { useStore } from 'zustand';
import styles from './intake.module.css';
import type { Intake } from './intake-store.ts';
import { texts } from './texts.ts';

const words = texts.intake;

/** Progress while files travel, and the failure of the whole if there was one. */
export function IntakeProgress({ intake }: { intake: Intake }) {
  const { phase, done, total, failure, files } = useStore(intake.store);
  const refused = files.filter(({ refusal }) => refusal !== undefined).length;
  if (phase === 'choosing') {
    const sentence = failure ?? (refused > 0 ? words.refusedTitle(refused) : undefined);
    return (
      <div role="alert" className={styles.failure}>
        {sentence}
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
