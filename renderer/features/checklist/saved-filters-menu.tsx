// The menu of saved filters: take one, save what is set, delete one.
import { Button, Popover, TextInput } from '@mantine/core';
import { IconBookmark, IconBookmarkFilled, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useAppActions } from '../../api/app-actions.tsx';
import { useEngine, useWorkspace } from '../../api/engine-context.tsx';
import { useCommands } from '../../api/commands.ts';
import { type Filter, isNoFilter, readFilter } from './checklist-filter.ts';
import { nameOfFilter, roomFilters, withFilter, withoutFilter } from './saved-filters.ts';
import styles from './requirement-tree.module.css';
import { texts } from './texts.ts';

interface Props {
  filter: Filter;
  onFilter: (filter: Filter) => void;
}

/** A button with the saved filters under it. */
export function SavedFilters({ filter, onFilter }: Props) {
  const { workspace } = useEngine();
  const { say } = useAppActions();
  const all = useWorkspace((state) => state.settings.savedFilters);
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const saved = roomFilters(all);
  const current = isNoFilter(filter) ? undefined : nameOfFilter(all, filter);
  useCommands({ 'checklist.filters': () => setOpen(true) });

  const keep = async (savedFilters: typeof all) => {
    try {
      await workspace.saveSettings({ savedFilters: [...savedFilters] });
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), { isAlarm: true });
    }
  };
  const save = () => {
    if (name.trim() === '') return;
    void keep(withFilter(all, name, filter));
    say(texts.filterSaved(name.trim()));
    setName('');
    setOpen(false);
  };
  const remove = (gone: string) => {
    const before = workspace.store.getState().settings.savedFilters.find((one) => one.name === gone);
    void keep(withoutFilter(all, gone));
    say(texts.filterDeleted(gone), {
      offer: {
        label: texts.undo,
        run: () => {
          const now = workspace.store.getState().settings.savedFilters;
          if (before) void keep(withFilter(now, gone, readFilter(before)));
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
          className={styles.more}
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
                  onFilter(readFilter(one));
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
                onClick={() => remove(one.name)}
              >
                <IconX size={13} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
        {isNoFilter(filter) ? (
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
