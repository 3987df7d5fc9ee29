// Which controls are shown.
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import type { SoaEntryRecord } from '../../../shared/contract/records.ts';
import { useCommands } from '../../api/commands.ts';
import { FilterChip, Toolbar } from '../../ui/toolbar.tsx';
import styles from './room.module.css';
import { passes, type SoaFilter } from './soa-rows.ts';
import { texts } from './texts.ts';

interface Props {
  entries: readonly SoaEntryRecord[];
  filter: SoaFilter;
  text: string;
  onView: (view: { filter?: SoaFilter; text?: string }) => void;
}

/** The bar over the table. */
export function SoaTools({ entries, filter, text, onView }: Props) {
  const search = useRef<HTMLInputElement>(null);
  useCommands({ 'app.search': () => search.current?.focus() });
  const shown = (Object.keys(texts.filterNames) as SoaFilter[]).map((one) => ({
    one,
    count: entries.filter((entry) => passes(entry, one)).length,
  }));
  return (
    <div className={styles.tools}>
      <Toolbar label={texts.filters}>
        <TextInput
          ref={search}
          type="search"
          className={styles.search}
          aria-label={texts.search}
          placeholder={texts.search}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={text}
          onChange={(event) => onView({ text: event.currentTarget.value })}
        />
        {shown
          .filter(({ one, count }) => one === 'all' || one === filter || count > 0)
          .map(({ one, count }) => (
            <FilterChip
              key={one}
              isOn={one === filter}
              count={count}
              onToggle={() => onView({ filter: one === filter ? 'all' : one })}
            >
              {texts.filterNames[one]}
            </FilterChip>
          ))}
      </Toolbar>
    </div>
  );
}
