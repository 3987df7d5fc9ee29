// The bar over the stream: words, requirement, person, kind, and what became of a line.
import { Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import { noteKinds } from '../../../shared/domain/line-tags.ts';
import { useCommands } from '../../api/commands.ts';
import { FilterChip, Toolbar } from '../../ui/toolbar.tsx';
import { isUnused, type NoteFilter, type NoteRow, tagsIn } from './note-rows.ts';
import styles from './stream.module.css';
import { texts } from './texts.ts';

interface Props {
  rows: readonly NoteRow[];
  shown: number;
  filter: NoteFilter;
  onFilter: (filter: NoteFilter) => void;
  /** Leaves the search field for the lines that were found. */
  onLeave: () => void;
}

/** The filters of the notes. */
export function NoteFilters({ rows, shown, filter, onFilter, onLeave }: Props) {
  const search = useRef<HTMLInputElement>(null);
  const tags = useMemo(() => tagsIn(rows), [rows]);
  const change = (patch: Partial<NoteFilter>) => onFilter({ ...filter, ...patch });
  const open = rows.filter((row) => row.isOpen).length;
  useCommands({ 'app.search': () => search.current?.focus() });
  return (
    <Toolbar label={texts.filters}>
      <TextInput
        ref={search}
        type="search"
        className={styles.search}
        aria-label={texts.search}
        placeholder={texts.search}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={filter.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onLeave();
        }}
      />
      <Select
        className={styles.narrow}
        aria-label={texts.requirement}
        placeholder={texts.anyRequirement}
        clearable
        searchable
        data={tags.requirements}
        value={filter.requirement}
        onChange={(requirement) => change({ requirement })}
      />
      <Select
        className={styles.wide}
        aria-label={texts.person}
        placeholder={texts.anyPerson}
        clearable
        searchable
        data={tags.people}
        value={filter.person}
        onChange={(person) => change({ person })}
      />
      <Select
        className={styles.wide}
        aria-label={texts.kind}
        placeholder={texts.anyKind}
        clearable
        data={tags.kinds.map((key) => ({ value: key, label: noteKinds[key].label }))}
        value={filter.kind}
        onChange={(kind) => change({ kind })}
      />
      <FilterChip
        isOn={filter.isUnused}
        count={rows.filter(isUnused).length}
        onToggle={() => change({ isUnused: !filter.isUnused })}
      >
        {texts.unused}
      </FilterChip>
      {open > 0 || filter.isOpen ? (
        <FilterChip isOn={filter.isOpen} count={open} onToggle={() => change({ isOpen: !filter.isOpen })}>
          {texts.open}
        </FilterChip>
      ) : null}
      <span className={styles.shown} role="status">
        {texts.shown(shown, rows.length)}
      </span>
    </Toolbar>
  );
}
