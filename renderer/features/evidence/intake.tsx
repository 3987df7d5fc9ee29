// The layer in which evidence is added, from any room: files, what is said about them, progress, what was refused and why.
import { Button, Modal } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { useStore } from 'zustand';
import { goToRoom, useAddress } from '../../api/addresses.ts';
import { type IntakeProps, useAppActions } from '../../api/app-actions.tsx';
import { useAudit } from '../../api/session-context.tsx';
import { IntakeFieldsForm } from './intake-fields.tsx';
import { IntakeFiles } from './intake-files.tsx';
import { IntakeProgress } from './intake-progress.tsx';
import styles from './intake.module.css';
import { IntakeTargetWords } from './intake-target.tsx';
import { describeAdded } from './describe-added.ts';
import { texts } from './texts.ts';
import { useIntake } from './use-intake.ts';

const words = texts.intake;

/** Gives the focus back to where it was before the layer opened. */
function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // The layer lets go of the focus when it is gone.
      setTimeout(() => {
        if (before instanceof HTMLElement && before.isConnected && document.activeElement === document.body)
          before.focus();
      });
    },
    [before],
  );
}

/** The intake of evidence, open over a room. */
export default function IntakeLayer({ request, onClose }: IntakeProps) {
  const intake = useIntake(request);
  const { say } = useAppActions();
  const address = useAddress();
  const ref = useAudit((state) => state.open.audit.ref);
  const phase = useStore(intake.store, (state) => state.phase);
  const refused = useStore(
    intake.store,
    (state) => state.files.filter(({ refusal }) => refusal !== undefined).length + state.left.length,
  );
  const count = useStore(intake.store, (state) => state.files.filter(({ refusal }) => refusal === undefined).length);
  useFocusBack();
  useEffect(() => () => intake.leave(), [intake]);
  const isBusy = phase !== 'choosing';

  const back = useEffectEvent(() => (isBusy ? intake.stop() : onClose()));
  useEffect(() => {
    // Taken before the page's own keys hear of it: they would back out of the room as well.
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      back();
    };
    document.addEventListener('keydown', press, { capture: true });
    return () => document.removeEventListener('keydown', press, { capture: true });
  }, []);

  const run = async () => {
    const added = await intake.start();
    if (!added) return;
    say(describeAdded(added) + (refused > 0 ? words.notTaken(refused) : ''));
    onClose();
    const [first] = added;
    if (first && address.place === 'audit' && address.room === 'evidence') goToRoom(ref, 'evidence', first.number);
  };

  return (
    <Modal
      opened
      size={720}
      title={words.title}
      onClose={() => (isBusy ? intake.stop() : onClose())}
      closeButtonProps={{ 'aria-label': isBusy ? words.stop : texts.close }}
      closeOnClickOutside={false}
      closeOnEscape={false}
      classNames={{ body: styles.body }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <IntakeTargetWords request={request} />
        <IntakeFiles intake={intake} />
        {count > 0 ? <IntakeFieldsForm intake={intake} /> : null}
        <IntakeProgress intake={intake} />
        <div className={styles.end}>
          {isBusy ? (
            <Button variant="default" onClick={() => intake.stop()}>
              {words.stop}
            </Button>
          ) : (
            <>
              <Button variant="default" onClick={onClose}>
                {words.cancel}
              </Button>
              <Button type="submit" disabled={count === 0} data-autofocus={count > 0 || undefined}>
                {refused > 0 && count > 0 ? words.startWithout(count) : words.start(count)}
              </Button>
            </>
          )}
        </div>
      </form>
    </Modal>
  );
}
