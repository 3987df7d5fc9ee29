// The filters over the tree: words, what is open or found, theme and AI system.
import { NativeSelect, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import type { OpenAudit } from '../../../shared/contract/audits.ts';
import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import type { Verdict } from '../../../shared/domain/vocabulary.ts';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { FilterChip } from '../../ui/toolbar.tsx';
import type { ChecklistView, Filter, Kind } from './checklist-view.ts';
import styles from './requirement-tree.module.css';
import { texts } from './texts.ts';

const kinds: { kind: Kind; label: string; verdict?: Verdict }[] = [
  { kind: 'all', label: texts.all },
  { kind: 'open', label: texts.open },
  { kind: 'nonconforming', label: texts.nonconforming, verdict: 'nonconforming' },
  { kind: 'not-audited', label: texts.notAudited, verdict: 'not-audited' },
  { kind: 'parked', label: texts.parkedOnes },
];

export interface TreeFilterProps {
  filter: Filter;
  counts: ChecklistView['counts'];
  catalogue: Catalogue;
  systems: OpenAudit['aiSystems'];
  search: RefObject<HTMLInputElement | null>;
  onFilter: (filter: Filter) => void;
}

/** Search, chips and the further filters. */
export function TreeFilters({ filter, counts, catalogue, systems, search, onFilter }: TreeFilterProps) {
  const hasMore = filter.theme !== '' || filter.system !== '';
  // There is room for this one where there is use for it.
  const shown = kinds.filter(({ kind }) => kind !== 'parked' || counts.parked > 0 || filter.kind === 'parked');
  const [isMoreOpen, setMoreOpen] = useState(hasMore);
  return (
    <div className={styles.filters} role="group" aria-label={texts.filters}>
      <div className={styles.search}>
        <TextInput
          ref={search}
          type="search"
          value={filter.text}
          placeholder={texts.search}
          aria-label={texts.search}
          rightSection={filter.text === '' ? <KeyCap keys="/" /> : null}
          onChange={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
        />
        <button
          type="button"
          className={styles.more}
          aria-expanded={isMoreOpen}
          aria-label={texts.moreFilters}
          title={texts.moreFilters}
          data-on={hasMore || undefined}
          onClick={() => setMoreOpen(!isMoreOpen)}
        >
          <IconAdjustmentsHorizontal size={15} stroke={1.6} aria-hidden />
        </button>
      </div>
      <div className={styles.chips}>
        {shown.map(({ kind, label, verdict }) => (
          <FilterChip
            key={kind}
            isOn={filter.kind === kind}
            title={verdict && label}
            {...(kind === 'all' ? {} : { count: counts[kind] })}
            onToggle={() => onFilter({ ...filter, kind: filter.kind === kind ? 'all' : kind })}
          >
            {verdict ? <VerdictChip verdict={verdict} size="small" isDecoration /> : null}
            <span className={verdict ? 'visually-hidden' : undefined}>{label}</span>
          </FilterChip>
        ))}
      </div>
      {isMoreOpen ? (
        <NativeSelect
          value={filter.theme}
          aria-label={texts.theme}
          data={[
            { value: '', label: texts.anyTheme },
            ...catalogue.themes.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          onChange={(event) => onFilter({ ...filter, theme: event.currentTarget.value })}
        />
      ) : null}
      {!isMoreOpen || systems.length === 0 ? null : (
        <NativeSelect
          value={filter.system}
          aria-label={texts.system}
          data={[{ value: '', label: texts.anySystem }, ...systems.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(event) => onFilter({ ...filter, system: event.currentTarget.value })}
        />
      )}
    </div>
  );
}
