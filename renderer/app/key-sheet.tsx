// The sheet of keys, made from the key table.
import { Modal } from '@mantine/core';
import { Fragment } from 'react';
import { hasCommand, type CommandName } from '../api/commands.ts';
import { KeyCap } from '../ui/key-cap.tsx';
import styles from './app.module.css';
import { type KeyRow, keyTable, printKey } from './keys.ts';
import { texts } from './texts.ts';

/** All keys by group; those that do nothing here are pale. */
export function KeySheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const groups = Map.groupBy(Object.entries(keyTable) as [CommandName, KeyRow][], ([, row]) => row.group);
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      size="xl"
      title={texts.keysTitle}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <div className={styles.sheet}>
        {[...groups].map(([group, rows]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {rows.map(([name, { keys, about }]) => (
                <Fragment key={name}>
                  <dt>
                    {keys.map((key) => (
                      <KeyCap key={key} keys={printKey(key)} />
                    ))}
                  </dt>
                  <dd data-here={hasCommand(name) || undefined}>{about}</dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles.sheetHint}>{texts.keysHere}</p>
    </Modal>
  );
}
