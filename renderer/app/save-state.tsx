// What is saved, in words: in the top bar always, as a bar that stays while something cannot be saved.
import { Button, VisuallyHidden } from '@mantine/core';
import { useAudit, useAuditSession } from '../api/session-context.tsx';
import { formatExactTime } from '../ui/format.ts';
import { useSlow } from '../ui/use-slow.ts';
import styles from './save-state.module.css';
import { texts } from './texts.ts';

/**
 * The state of saving, in the top bar. The words `Saved …` stand there only while nothing is on its way: they give way
 * with the key press that makes them untrue. What a screen reader is told follows more slowly, so that it does not talk
 * through every word that is typed.
 */
export function SaveStateWords() {
  const save = useAudit((state) => state.save);
  const isAway = useAudit((state) => state.engineAway !== undefined);
  const isTroubled = useAudit(
    ({ conflicts, refusals }) => conflicts.length > 0 || refusals.some(({ isKept }) => isKept),
  );
  const isSlow = useSlow(save.kind === 'saving', 2_000);
  const isFailing = save.kind === 'failing' || isTroubled || (isAway && save.kind === 'saving');
  const state = isFailing ? 'failing' : save.kind;
  const words =
    state === 'failing'
      ? texts.notSaved
      : save.kind !== 'saved'
        ? texts.saving
        : save.at === undefined
          ? texts.ready
          : texts.saved(formatExactTime(save.at));
  return (
    <>
      <span className={styles.saved} data-state={state}>
        {words}
      </span>
      <VisuallyHidden role="status">{isFailing ? texts.notSaved : isSlow ? texts.saving : ''}</VisuallyHidden>
    </>
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
