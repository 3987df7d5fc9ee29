// Taking a newer version of its catalogue into the audit: read what it changes first, then decide.
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useAppActions } from '../../api/app-actions.tsx';
import { useEngine } from '../../api/engine-context.tsx';
import { useAuditSession } from '../../api/session-context.tsx';
import { DialogAlarm, dialogBody, DialogEnd } from '../../ui/dialog-parts.tsx';
import { DifferenceList } from './difference-list.tsx';
import { summarise } from './difference-rows.ts';
import { nameOf, texts } from './texts.ts';
import type { Update } from './use-update.ts';

interface Props {
  update: Update;
  onNotNow: () => void;
  onClose: () => void;
}

/** The layer with what a newer version changes. */
export default function UpdateDialog({ update: { catalogue, differences }, onNotNow, onClose }: Props) {
  const { api } = useEngine();
  const session = useAuditSession();
  const { say } = useAppActions();
  const [isTaking, setTaking] = useState(false);
  const [failure, setFailure] = useState<string>();

  const take = async () => {
    setTaking(true);
    setFailure(undefined);
    try {
      const { added, removed, kept, reworded } = await session.act(texts.stepOfUpdate(catalogue.version), (step) =>
        api.call('audits.takeCatalogue', { audit: session.id, hash: catalogue.hash, step }),
      );
      await session.reload();
      say(texts.taken(added, removed, kept + reworded), { undo: true });
      onClose();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
      setTaking(false);
    }
  };

  return (
    <Modal
      opened
      size={920}
      title={texts.updateTitle(nameOf(catalogue))}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <div className={dialogBody}>
        <div>
          {texts.updateWords.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        <section>
          <h3>{texts.differences}</h3>
          <p>{texts.differ(summarise(differences))}</p>
        </section>
        <DifferenceList differences={differences} />
        {failure === undefined ? null : (
          <DialogAlarm>
            <p>{failure}</p>
          </DialogAlarm>
        )}
        <DialogEnd hint={texts.updateStep}>
          <Button variant="default" onClick={onNotNow}>
            {texts.notNow}
          </Button>
          <Button data-autofocus loading={isTaking} onClick={() => void take()}>
            {texts.take}
          </Button>
        </DialogEnd>
      </div>
    </Modal>
  );
}
