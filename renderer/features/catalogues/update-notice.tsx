// One quiet line where a newer version of the audit's catalogue is here.
import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { summarise } from './difference-rows.ts';
import { texts } from './texts.ts';
import styles from './update-notice.module.css';
import { type Update, useUpdate } from './use-update.ts';

const UpdateDialog = lazy(() => import('./update-dialog.tsx'));

/** The notice, and the layer that it opens. Draws nothing where the audit has the newest version. */
export function UpdateNotice() {
  const { update, hide } = useUpdate();
  const [looking, setLooking] = useState<Update>();
  return (
    <>
      {update ? (
        <section className={styles.notice} aria-label={texts.updateLabel}>
          <p>{texts.update(update.catalogue.version, summarise(update.differences))}</p>
          <Button variant="default" size="compact-xs" onClick={() => setLooking(update)}>
            {texts.updateShow}
          </Button>
          <Button variant="subtle" size="compact-xs" onClick={hide}>
            {texts.notNow}
          </Button>
        </section>
      ) : null}
      {looking ? (
        <Suspense>
          <UpdateDialog
            update={looking}
            onNotNow={() => {
              hide();
              setLooking(undefined);
            }}
            onClose={() => setLooking(undefined)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
