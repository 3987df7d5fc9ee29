// Which rows of the register are shown: words and not linked at once, the others on request.
import { Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { compareNumbers } from '../../../shared/domain/numbering.ts';
import { evidenceKinds, evidenceMethods } from '../../../shared/domain/vocabulary.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { useCommands } from '../../api/commands.ts';
import { SavedFilters } from '../../parts/saved-filters-menu.tsx';
import { optionsOf } from '../../ui/options.ts';
import { FilterChip, Toolbar, ToolbarSpace } from '../../ui/toolbar.tsx';
import { type EvidenceFilter, type EvidenceRow, isNoFilter, readFilter, writeFilter } from './evidence-rows.ts';
import styles from './register.module.css';
import { texts } from './texts.ts';

interface Props {
  rows: readonly EvidenceRow[];
  filter: EvidenceFilter;
  onFilter: (filter: EvidenceFilter) => void;
}

/** Requirements and findings that evidence is used in, as groups of a select. */
function useUses(rows: readonly EvidenceRow[]) {
  return useMemo(() => {
    const uses = new Set(rows.flatMap(({ usedIn }) => usedIn));
    const isFinding = (use: string) => use.startsWith('F-');
    const sorted = [...uses].toSorted(compareNumbers);
    return [
      { group: texts.findings, items: sorted.filter(isFinding) },
      { group: texts.requirements, items: sorted.filter((use) => !isFinding(use)) },
    ].filter(({ items }) => items.length > 0);
  }, [rows]);
}

/** The bar over the register. */
export function EvidenceFilters({ rows, filter, onFilter }: Props) {
  const { openIntake } = useAppActions();
  const search = useRef<HTMLInputElement>(null);
  const uses = useUses(rows);
  const kinds = useMemo(() => {
    const present = new Set(rows.map(({ record }) => record.kind as string));
    return optionsOf(evidenceKinds).filter(({ value }) => present.has(value));
  }, [rows]);
  const people = useMemo(
    () => [...new Set(rows.map(({ record }) => record.collectedBy).filter(Boolean))].toSorted(),
    [rows],
  );
  useCommands({ 'app.search': () => search.current?.focus() });
  const active = [filter.kind, filter.usedIn, filter.method, filter.person].filter((one) => one !== null).length;
  const [isOpen, setOpen] = useState(active > 0);
  const change = (patch: Partial<EvidenceFilter>) => onFilter({ ...filter, ...patch });
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
      <FilterChip
        isOn={filter.isUnused}
        count={rows.filter(({ isUnused }) => isUnused).length}
        onToggle={() => change({ isUnused: !filter.isUnused })}
      >
        {texts.notLinked}
      </FilterChip>
      <FilterChip isOn={isOpen} onToggle={() => setOpen(!isOpen)}>
        {active > 0 ? texts.moreFiltersOn(active) : texts.moreFilters}
      </FilterChip>
      <SavedFilters
        room="evidence"
        command="evidence.filters"
        filter={isNoFilter(filter) ? undefined : writeFilter(filter)}
        onFilter={(saved) => onFilter(readFilter(saved))}
      />
      <ToolbarSpace />
      <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => openIntake({})}>
        {texts.add}
      </Button>
      {isOpen ? (
        <div className={styles.selects} role="group" aria-label={texts.moreFilters}>
          <Select
            aria-label={texts.kind}
            placeholder={texts.everyKind}
            clearable
            data={kinds}
            value={filter.kind}
            onChange={(kind) => change({ kind })}
          />
          <Select
            aria-label={texts.usedIn}
            placeholder={texts.anyUse}
            clearable
            searchable
            data={uses}
            value={filter.usedIn}
            onChange={(usedIn) => change({ usedIn })}
          />
          <Select
            aria-label={texts.method}
            placeholder={texts.everyMethod}
            clearable
            data={optionsOf(evidenceMethods)}
            value={filter.method}
            onChange={(method) => change({ method })}
          />
          <Select
            aria-label={texts.person}
            placeholder={texts.everybody}
            clearable
            searchable
            data={people}
            value={filter.person}
            onChange={(person) => change({ person })}
          />
        </div>
      ) : null}
    </Toolbar>
  );
}
