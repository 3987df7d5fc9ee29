// Where two people, or two windows, changed the same field: both values, and a choice. Nothing is dropped unseen.
import { Button, Modal } from '@mantine/core';
import { nouns } from '../../shared/domain/nouns.ts';
import { useAudit, useAuditSession } from '../api/session-context.tsx';
import type { Conflict } from '../api/session-state.ts';
import { usePause } from '../ui/use-pause.ts';
import styles from './conflict-dialog.module.css';
import { texts } from './texts.ts';

const pauseMs = 1_000;

const asText = (value: unknown) =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : JSON.stringify(value ?? '');

/** Whether a field takes this text: a word of a closed list or a day does not take two values in a row. */
function canHold(noun: Conflict['noun'], field: string, text: string): boolean {
  const shape = nouns[noun].shape as Record<string, { safeParse: (value: unknown) => { success: boolean } }>;
  return shape[field]?.safeParse(text).success === true;
}

/** Asks which of two values counts, one conflict after the other. */
export function ConflictDialog() {
  const session = useAuditSession();
  const conflict = useAudit((state) => state.conflicts[0]);
  // A dialog that takes the focus in the middle of a word would swallow the rest of it.
  const isPause = usePause(conflict !== undefined, pauseMs);
  if (!conflict || !isPause) return null;
  const { noun, field, mine, theirs, by, at } = conflict;
  const resolve = (value: unknown) => session.resolveConflict(conflict, value);
  const both = `${asText(theirs)}\n\n${asText(mine)}`;
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      size="lg"
      title={texts.conflictTitle}
    >
      {/* Not on a button: whoever types on, types a space sooner or later. */}
      <p data-autofocus tabIndex={-1}>
        {texts.conflictWords(by, at.slice(11, 16))}
      </p>
      <div className={styles.versions}>
        <section aria-label={texts.mine}>
          <h3>{texts.mine}</h3>
          <div className={styles.version}>{asText(mine)}</div>
          <Button onClick={() => resolve(mine)}>{texts.keepMine}</Button>
        </section>
        <section aria-label={texts.theirs}>
          <h3>{texts.theirs}</h3>
          <div className={styles.version}>{asText(theirs)}</div>
          <Button variant="default" onClick={() => resolve(theirs)}>
            {texts.keepTheirs}
          </Button>
        </section>
      </div>
      {canHold(noun, field, both) ? (
        <Button variant="subtle" onClick={() => resolve(both)}>
          {texts.keepBoth}
        </Button>
      ) : null}
    </Modal>
  );
}
