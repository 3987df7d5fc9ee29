// The sheet of keys, made from the key table.
import { Modal } from '@mantine/core';
import { Fragment } from 'react';
import { hasCommand, type CommandName } from '../api/commands.ts';
import { KeyCap } from '../ui/key-cap.tsx';
import styles from './key-sheet.module.css';
import { type KeyRow, keyTable, printKey } from './keys.ts';
import { texts } from './texts.ts';

const firstGroups = ['Lists', 'Everywhere', 'Go to'];

/** The groups of the sheet: the room's own first, then those that hold everywhere, then the other rooms. */
export function sheetGroups(place: string): [string, [CommandName, KeyRow][]][] {
  const rank = (group: string) => {
    if (group === place) return 0;
    return firstGroups.includes(group) ? 1 + firstGroups.indexOf(group) : 9;
  };
  const groups = Map.groupBy(Object.entries(keyTable) as [CommandName, KeyRow][], ([, row]) => row.group);
  return [...groups].toSorted(([one], [other]) => rank(one) - rank(other));
}

interface Props {
  /** The name of the room one is in. */
  place: string;
  isOpen: boolean;
  onClose: () => void;
}

// Beside the dialog, so that nothing is worked out while it is closed.
function Sheet({ place }: { place: string }) {
  return (
    <>
      <p className={styles.sheetHint}>{texts.keysHere}</p>
      <div className={styles.sheet}>
        {sheetGroups(place).map(([group, rows]) => (
          <section key={group} data-own={group === place || undefined}>
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
    </>
  );
}

/** All keys by group; those that do nothing here are pale. */
export function KeySheet({ place, isOpen, onClose }: Props) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      size={1330}
      xOffset={12}
      yOffset={12}
      title={texts.keysTitle}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <Sheet place={place} />
    </Modal>
  );
}
