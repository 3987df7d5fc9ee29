// The filters over the tree: words, what is open or found, what is mine, what lacks, theme and AI system.
import { NativeSelect, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconX } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import type { OpenAudit } from '../../../shared/contract/audits.ts';
import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import type { Verdict } from '../../../shared/domain/vocabulary.ts';
import { useWorkspace } from '../../api/engine-context.tsx';
import { SavedFilters } from '../../parts/saved-filters-menu.tsx';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { FilterChip } from '../../ui/toolbar.tsx';
import { type Filter, isNoFilter, lackings, noFilter, readFilter } from './checklist-filter.ts';
import type { ChecklistView, Kind } from './checklist-view.ts';
import styles from './requirement-tree.module.css';
import { texts } from './texts.ts';

const chips: { kind: Kind; label: string; verdict?: Verdict }[] = [
  { kind: 'all', label: texts.all },
  { kind: 'open', label: texts.open },
  { kind: 'nonconforming', label: texts.nonconforming, verdict: 'nonconforming' },
  { kind: 'not-audited', label: texts.notAudited, verdict: 'not-audited' },
  { kind: 'parked', label: texts.parkedOnes },
];

export interface TreeFilterProps {
  filter: Filter;
  counts: ChecklistView['counts'];
  /** How many questions the filter leaves. */
  left: number;
  /** Whether some slot of the plan names the person at this machine. */
  hasMine: boolean;
  catalogue: Catalogue;
  systems: OpenAudit['aiSystems'];
  search: RefObject<HTMLInputElement | null>;
  onFilter: (filter: Filter) => void;
}

interface Choice {
  name: 'lacking' | 'theme' | 'system';
  label: string;
  options: { value: string; label: string }[];
}

function Further({ filter, catalogue, systems, onFilter }: Omit<TreeFilterProps, 'counts' | 'search'>) {
  const selects: Choice[] = [
    {
      name: 'lacking',
      label: texts.lacking,
      options: [
        { value: '', label: texts.lacksNothing },
        ...lackings.map((value) => ({ value, label: texts.lackings[value] })),
      ],
    },
    {
      name: 'theme',
      label: texts.theme,
      options: [
        { value: '', label: texts.anyTheme },
        ...catalogue.themes.map(({ id, title }) => ({ value: id, label: title })),
      ],
    },
    ...(systems.length === 0
      ? []
      : [
          {
            name: 'system' as const,
            label: texts.system,
            options: [
              { value: '', label: texts.anySystem },
              ...systems.map(({ id, name }) => ({ value: id, label: name })),
            ],
          },
        ]),
  ];
  return selects.map(({ name, label, options }) => (
    <NativeSelect
      key={name}
      value={filter[name]}
      aria-label={label}
      data={options}
      onChange={(event) => onFilter({ ...filter, [name]: event.currentTarget.value })}
    />
  ));
}

/** Search, chips, the further filters, and what they leave. */
export function TreeFilters(props: TreeFilterProps) {
  const { filter, counts, left, hasMine, search, onFilter } = props;
  const me = useWorkspace((state) => state.settings.name);
  const hasMore = filter.theme !== '' || filter.system !== '' || filter.lacking !== '';
  // There is room for these where there is use for them.
  const shown = chips.filter(({ kind }) => kind !== 'parked' || counts.parked > 0 || filter.kind === 'parked');
  const [isMoreOpen, setMoreOpen] = useState(hasMore);
  return (
    <div className={styles.filters} role="group" aria-label={texts.filters}>
      <div className={styles.search}>
        <TextInput
          ref={search}
          type="search"
          value={filter.text}
          placeholder={texts.searchHint}
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
        <SavedFilters
          room="checklist"
          command="checklist.filters"
          filter={isNoFilter(filter) ? undefined : { ...filter }}
          onFilter={(saved) => onFilter(readFilter(saved))}
        />
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
        <FilterChip
          isOn={filter.isMine}
          title={hasMine ? texts.mineTitle(me) : texts.mineNone(me)}
          onToggle={() => onFilter({ ...filter, isMine: !filter.isMine })}
        >
          {texts.mine}
        </FilterChip>
      </div>
      {isMoreOpen ? <Further {...props} /> : null}
      {isNoFilter(filter) ? null : (
        <div className={styles.active}>
          <span role="status">{filter.isMine && !hasMine ? texts.mineNone(me) : texts.leftOver(left, counts.all)}</span>
          <button type="button" title={`${texts.clearFilters}  Esc`} onClick={() => onFilter(noFilter)}>
            <IconX size={12} aria-hidden /> {texts.clearFilters}
          </button>
        </div>
      )}
    </div>
  );
}
