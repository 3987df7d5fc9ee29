// What is saved, in words: in the top bar always, as a bar that stays while something cannot be saved.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAudit, useAuditSession } from '../api/session-context.tsx';
import { useSlow } from '../ui/use-slow.ts';
import styles from './app.module.css';
import { texts } from './texts.ts';

const timeFormat = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });

/** The state of saving, in the top bar. */
export function SaveStateWords() {
  const save = useAudit((state) => state.save);
  const isAway = useAudit((state) => state.engineAway !== undefined);
  const isTroubled = useAudit((state) => state.refusals.some(({ isKept }) => isKept));
  const [lastAt, setLastAt] = useState<Date>();
  if (save.kind === 'saved' && save.at !== undefined && save.at !== lastAt) setLastAt(save.at);
  const isSlow = useSlow(save.kind === 'saving', 300);
  const isFailing = save.kind === 'failing' || isTroubled || (isAway && save.kind === 'saving');
  const words = isFailing
    ? texts.notSaved
    : isSlow
      ? texts.saving
      : lastAt === undefined
        ? texts.ready
        : texts.saved(timeFormat.format(lastAt));
  return (
    <span className={styles.saved} data-state={isFailing ? 'failing' : isSlow ? 'saving' : 'saved'} role="status">
      {words}
    </span>
  );
}

/** A bar that stays while something is not saved, with the way out. */
export function SaveTrouble() {
  const session = useAuditSession();
  const save = useAudit((state) => state.save);
  const away = useAudit((state) => state.engineAway);
  const refused = useAudit((state) => state.refusals.find(({ isKept }) => isKept));
  const sentence = save.kind === 'failing' ? save.sentence : (away ?? refused?.sentence);
  return (
    <div role="alert">
      {sentence === undefined ? null : (
        <div className={styles.trouble}>
          <p>
            <strong>{away === undefined || save.kind !== 'saved' ? texts.cannotSave(sentence) : sentence}</strong>{' '}
            {texts.textKept}
          </p>
          {refused && save.kind !== 'failing' && away === undefined ? (
            <Button variant="default" onClick={() => session.giveUp(refused)}>
              {texts.giveUp}
            </Button>
          ) : (
            <Button variant="default" onClick={() => session.retry()}>
              {texts.tryAgain}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
