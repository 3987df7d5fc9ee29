// The left pane: clauses by chapter and controls by group, with progress and the worst verdict of each.
import { NativeSelect, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { memo, type RefObject, useEffect, useRef, useState } from 'react';
import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import type { OpenAudit } from '../../../shared/contract/audits.ts';
import type { Verdict } from '../../../shared/domain/vocabulary.ts';
import { hrefToRoom } from '../../api/addresses.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { FilterChip } from '../../ui/toolbar.tsx';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import type { ChecklistView, Filter, Kind } from './checklist-view.ts';
import styles from './requirement-tree.module.css';
import { texts } from './texts.ts';

interface RowProps {
  href: string;
  id: string;
  title: string;
  verdict: Verdict;
  isPartial: boolean;
  isExcluded: boolean;
  isCurrent: boolean;
}

const Row = memo(function Row({ href, id, title, verdict, isPartial, isExcluded, isCurrent }: RowProps) {
  return (
    <a
      className={styles.requirement}
      href={href}
      data-requirement={id}
      data-excluded={isExcluded || undefined}
      aria-current={isCurrent ? 'true' : undefined}
      title={isExcluded ? `${title} (${texts.excluded})` : title}
    >
      <span className={styles.id}>{id}</span>
      <span className={styles.title}>{title}</span>
      <span className={styles.result} data-partial={isPartial || undefined}>
        <VerdictChip verdict={verdict} />
      </span>
    </a>
  );
});

const kinds: { kind: Kind; label: string; verdict?: Verdict }[] = [
  { kind: 'all', label: texts.all },
  { kind: 'open', label: texts.open },
  { kind: 'nonconforming', label: texts.nonconforming, verdict: 'nonconforming' },
  { kind: 'not-audited', label: texts.notAudited, verdict: 'not-audited' },
];

interface FilterProps {
  filter: Filter;
  counts: ChecklistView['counts'];
  catalogue: Catalogue;
  systems: OpenAudit['aiSystems'];
  search: RefObject<HTMLInputElement | null>;
  onFilter: (filter: Filter) => void;
}

function Filters({ filter, counts, catalogue, systems, search, onFilter }: FilterProps) {
  const hasMore = filter.theme !== '' || filter.system !== '';
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
          aria-label={texts.more}
          title={texts.more}
          data-on={hasMore || undefined}
          onClick={() => setMoreOpen(!isMoreOpen)}
        >
          <IconAdjustmentsHorizontal size={15} stroke={1.6} aria-hidden />
        </button>
      </div>
      <div className={styles.chips}>
        {kinds.map(({ kind, label, verdict }) => (
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

interface Props extends FilterProps {
  audit: string;
  view: ChecklistView;
  /** The items that the filter leaves. */
  fitting: ReadonlySet<string>;
  current: string;
}

/** The tree of requirements with its filters. A requirement shows while one of its questions fits. */
export function RequirementTree({ audit, view, fitting, current, ...filters }: Props) {
  const tree = useRef<HTMLElement>(null);
  useEffect(() => {
    tree.current?.querySelector(`[data-requirement="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const isUnfiltered = fitting.size === view.itemById.size;
  const groups = view.groups
    .map((group) => ({
      ...group,
      requirements: group.requirements.filter(
        ({ requirement, items }) =>
          isUnfiltered || requirement.id === current || items.some(({ id }) => fitting.has(id)),
      ),
    }))
    .filter(({ requirements }) => requirements.length > 0);
  return (
    <>
      <Filters {...filters} />
      <nav ref={tree} className={styles.tree} aria-label={texts.tree}>
        {fitting.size === 0 ? <p className={styles.nothing}>{texts.nothing}</p> : null}
        {groups.map(({ id, title, answered, total, requirements }) => (
          <section key={id} aria-label={`${id} ${title}`}>
            <h2 className={styles.group}>
              <span>
                {id} {title}
              </span>
              <span className={styles.progress} title={texts.answered(answered, total)}>
                {answered}/{total}
              </span>
            </h2>
            {requirements.map(({ requirement, result, isExcluded }) => (
              <Row
                key={requirement.id}
                href={hrefToRoom(audit, 'checklist', requirement.id)}
                id={requirement.id}
                title={requirement.title}
                verdict={result.verdict}
                isPartial={result.partial}
                isExcluded={isExcluded}
                isCurrent={requirement.id === current}
              />
            ))}
          </section>
        ))}
      </nav>
    </>
  );
}
