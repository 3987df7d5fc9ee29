// The offer to take the tour; where there is no sample to take it in, one is made first.
import { Button, Progress } from '@mantine/core';
import { runCommand } from '../../api/commands.ts';
import { useSampleAudit, useSampleMaking } from '../../api/sample-audit.ts';
import { KeyedText } from '../../parts/keyed-text.tsx';
import styles from './room.module.css';
import { texts } from './texts.ts';

/** Starts the tour, in the sample audit. */
export function TourOffer() {
  const sample = useSampleAudit();
  const { step, failure, make } = useSampleMaking(texts.makingSample);
  const start = async () => {
    if (sample !== undefined || (await make()) !== undefined) runCommand('app.tour');
  };
  return (
    <section className={styles.tour} aria-label={texts.tourTitle}>
      <p>{texts.tourWords}</p>
      <Button
        disabled={step !== undefined}
        onClick={() => void start()}
        rightSection={sample === undefined ? null : <KeyedText text="{app.tour}" />}
      >
        {sample === undefined ? texts.tourMake : texts.tourStart}
      </Button>
      <div role="status">
        {step === undefined ? null : (
          <>
            <Progress value={(100 * step.done) / Math.max(step.total, 1)} aria-label={texts.makingSample} />
            <p>{texts.sampleStep(step.label, step.done, step.total)}</p>
          </>
        )}
        {failure === undefined ? null : <p className={styles.failure}>{texts.sampleFailed(failure)}</p>}
      </div>
    </section>
  );
}
