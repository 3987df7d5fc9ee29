// The bars over the table: what is shown, what can be done, and what is done to the marked ones.
import { Button, Select, TextInput } from '@mantine/core';
import { IconFileSpreadsheet, IconPlus, IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { AiSystemRecord } from '../../../shared/contract/records.ts';
import { impacts, lifecycleStages, systemRoles } from '../../../shared/domain/vocabulary.ts';
import { useCommands } from '../../api/commands.ts';
import { optionsOf } from '../../ui/options.ts';
import { FilterChip, Toolbar } from '../../ui/toolbar.tsx';
import type { SystemFilter } from './system-rows.ts';
import styles from './system-table.module.css';
import { texts } from './texts.ts';
import type { SystemChanges } from './use-system-changes.ts';

const lists = { role: systemRoles, lifecycle: lifecycleStages, impact: impacts } as const;

interface Props {
  systems: readonly AiSystemRecord[];
  filter: SystemFilter;
  onFilter: (filter: SystemFilter) => void;
  /** How many things about the sample there are to look at. */
  warnings: number;
  isSampling: boolean;
  onSampling: () => void;
  onAdd: () => void;
  onImport: () => void;
}

/** Filters and actions of the inventory. */
export function SystemTools({ systems, filter, onFilter, warnings, isSampling, onSampling, onAdd, onImport }: Props) {
  const search = useRef<HTMLInputElement>(null);
  useCommands({ 'app.search': () => search.current?.focus() });
  const change = (patch: Partial<SystemFilter>) => onFilter({ ...filter, ...patch });
  const choice = (field: keyof typeof lists) => (
    <Select
      className={styles.choice}
      aria-label={texts.fields[field]}
      placeholder={texts.every[field]}
      clearable
      data={optionsOf(lists[field])}
      value={filter[field]}
      onChange={(value) => change({ [field]: value })}
    />
  );
  const flag = (field: 'inScope' | 'sampled', value: boolean, label: string) => {
    const count = systems.filter((system) => system[field] === value).length;
    const isOn = filter[field] === value;
    // A filter that would leave nothing, or everything, is not offered.
    if (!isOn && (count === 0 || count === systems.length)) return null;
    return (
      <FilterChip isOn={isOn} count={count} onToggle={() => change({ [field]: isOn ? null : value })}>
        {label}
      </FilterChip>
    );
  };
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
      />
      {choice('role')}
      {choice('lifecycle')}
      {choice('impact')}
      {flag('inScope', true, texts.inScope)}
      {flag('inScope', false, texts.scopeNone)}
      {flag('sampled', true, texts.sampled)}
      {flag('sampled', false, texts.sampleNone)}
      <div className={styles.actions}>
        <FilterChip isOn={isSampling} count={warnings} onToggle={onSampling}>
          {texts.sampling.title}
        </FilterChip>
        <Button variant="default" leftSection={<IconFileSpreadsheet size={14} aria-hidden />} onClick={onImport}>
          {texts.import}
        </Button>
        <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={onAdd}>
          {texts.add}
        </Button>
      </div>
    </Toolbar>
  );
}

interface MarkedProps {
  marked: readonly string[];
  changes: SystemChanges;
  onClear: () => void;
}

/** What is done to the marked systems, as one step. */
export function MarkedBar({ marked, changes, onClear }: MarkedProps) {
  const [reason, setReason] = useState('');
  const sample = () =>
    void changes.setMany(marked, { sampled: true, ...(reason.trim() === '' ? {} : { samplingReason: reason.trim() }) });
  return (
    <div className={styles.marked} role="group" aria-label={texts.markedActions}>
      <b>{texts.marked(marked.length)}</b>
      <TextInput
        aria-label={texts.reasonForAll}
        placeholder={texts.reasonForAll}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') sample();
        }}
      />
      <Button variant="default" onClick={sample}>
        {texts.sampleAll}
      </Button>
      <Button variant="default" onClick={() => void changes.setMany(marked, { sampled: false })}>
        {texts.sampleNone}
      </Button>
      <Button variant="default" onClick={() => void changes.setMany(marked, { inScope: true })}>
        {texts.scopeAll}
      </Button>
      <Button variant="default" onClick={() => void changes.setMany(marked, { inScope: false })}>
        {texts.scopeNone}
      </Button>
      <Button variant="subtle" color="gray" onClick={onClear}>
        {texts.clearMarks}
      </Button>
    </div>
  );
}
