// The menu of saved filters: take one, save what is set, delete one.
import { Button, Popover, TextInput } from '@mantine/core';
import { IconBookmark, IconBookmarkFilled, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { SavedFilter } from '../../shared/contract/workspace.ts';
import { useAppActions } from '../api/app-actions.tsx';
import { useEngine, useWorkspace } from '../api/engine-context.tsx';
import { type CommandName, useCommands } from '../api/commands.ts';
import type { RoomId } from '../api/addresses.ts';
import { type KeptFilter, nameOfFilter, roomFilters, withFilter, withoutFilter } from '../api/saved-filters.ts';
import styles from './saved-filters-menu.module.css';

const texts = {
  savedFilters: 'Saved filters',
  noSavedFilters: 'No filter is saved yet.',
  saveFilterHint: 'Set a filter, then save it here under a name.',
  filterName: 'Name for this filter',
  saveFilter: 'Save',
  filterSaved: (name: string) => `The filter “${name}” is saved.`,
  filterDeleted: (name: string) => `The filter “${name}” is deleted.`,
  deleteFilter: (name: string) => `Delete “${name}”`,
  undo: 'Undo',
};

interface Props {
  room: RoomId;
  /** The command of the room that opens it. */
  command: CommandName;
  /** The filter that is set, as it would be saved; undefined where none is. */
  filter: KeptFilter | undefined;
  onFilter: (filter: SavedFilter) => void;
}

/** A button with the saved filters of a room under it. */
export function SavedFilters({ room, command, filter, onFilter }: Props) {
  const { workspace } = useEngine();
  const { say } = useAppActions();
  const all = useWorkspace((state) => state.settings.savedFilters);
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const saved = roomFilters(all, room);
  const current = filter && nameOfFilter(all, room, filter);
  useCommands({ [command]: () => setOpen(true) });

  const keep = async (savedFilters: typeof all) => {
    try {
      await workspace.saveSettings({ savedFilters: [...savedFilters] });
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), { isAlarm: true });
    }
  };
  const save = () => {
    if (!filter || name.trim() === '') return;
    void keep(withFilter(all, room, name, filter));
    say(texts.filterSaved(name.trim()));
    setName('');
    setOpen(false);
  };
  const remove = (gone: SavedFilter) => {
    void keep(withoutFilter(all, room, gone.name));
    say(texts.filterDeleted(gone.name), {
      offer: {
        label: texts.undo,
        run: () => {
          const now = workspace.store.getState().settings.savedFilters;
          void keep(withFilter(now, room, gone.name, gone.filter));
        },
      },
    });
  };
  const Icon = current === undefined ? IconBookmark : IconBookmarkFilled;
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus withinPortal returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={styles.button}
          aria-label={texts.savedFilters}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          aria-keyshortcuts="v"
          title={`${texts.savedFilters}  v`}
          data-on={current !== undefined || undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon size={15} stroke={1.6} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.saved ?? ''} aria-label={texts.savedFilters}>
        {saved.length === 0 ? <p className={styles.hint}>{texts.noSavedFilters}</p> : null}
        <ul>
          {saved.map((one) => (
            <li key={one.name}>
              <button
                type="button"
                className={styles.take}
                aria-current={one.name === current ? 'true' : undefined}
                onClick={() => {
                  onFilter(one);
                  setOpen(false);
                }}
              >
                {one.name}
              </button>
              <button
                type="button"
                className={styles.delete}
                aria-label={texts.deleteFilter(one.name)}
                title={texts.deleteFilter(one.name)}
                onClick={() => remove(one)}
              >
                <IconX size={13} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
        {filter === undefined ? (
          <p className={styles.hint}>{texts.saveFilterHint}</p>
        ) : (
          <form
            className={styles.save}
            onSubmit={(event) => {
              event.preventDefault();
              save();
            }}
          >
            <TextInput
              value={name}
              maxLength={80}
              placeholder={texts.filterName}
              aria-label={texts.filterName}
              data-autofocus
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" size="compact-sm" disabled={name.trim() === ''}>
              {texts.saveFilter}
            </Button>
          </form>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
