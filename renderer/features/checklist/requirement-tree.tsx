// The left pane: clauses by chapter and controls by group, with progress and the worst verdict of each.
import { type CSSProperties, memo, useEffect, useRef } from 'react';
import type { Verdict } from '../../../shared/domain/vocabulary.ts';
import { hrefToRoom } from '../../api/addresses.ts';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import type { ChecklistView } from './checklist-view.ts';
import styles from './requirement-tree.module.css';
import { texts } from './texts.ts';
import { TreeFilters, type TreeFilterProps } from './tree-filters.tsx';

interface RowProps {
  href: string;
  id: string;
  title: string;
  verdict: Verdict;
  isPartial: boolean;
  /** Why nobody asks about it: excluded, or outside the scope. */
  out: string | undefined;
  isCurrent: boolean;
}

const Row = memo(function Row({ href, id, title, verdict, isPartial, out, isCurrent }: RowProps) {
  return (
    <a
      className={styles.requirement}
      href={href}
      data-requirement={id}
      data-out={out !== undefined || undefined}
      aria-current={isCurrent ? 'true' : undefined}
      title={out === undefined ? title : `${title} (${out})`}
    >
      <span className={styles.id}>{id}</span>
      <span className={styles.title}>{title}</span>
      <span className={styles.result} data-partial={isPartial || undefined}>
        <VerdictChip verdict={verdict} />
      </span>
    </a>
  );
});

/** How far the bar is filled: computed, so it cannot be a class. */
const progressOf = (answered: number, total: number) =>
  ({ '--done': `${total === 0 ? 0 : (100 * answered) / total}%` }) as CSSProperties;

interface Props extends Omit<TreeFilterProps, 'left'> {
  audit: string;
  view: ChecklistView;
  /** The items that the filter leaves. */
  fitting: ReadonlySet<string>;
  current: string;
}

/** The tree of requirements with its filters. A requirement shows while one of its questions fits. */
export const RequirementTree = memo(function RequirementTree({ audit, view, fitting, current, ...filters }: Props) {
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
      <TreeFilters {...filters} left={fitting.size} />
      <nav ref={tree} className={styles.tree} aria-label={texts.tree}>
        {fitting.size === 0 ? <p className={styles.nothing}>{texts.nothing}</p> : null}
        {groups.map(({ id, title, answered, total, result: worst, requirements }) => (
          <section key={id} aria-label={`${id} ${title}`}>
            <h2 className={styles.group}>
              <span>
                {id} {title}
              </span>
              <span className={styles.progress} title={texts.answered(answered, total)}>
                {answered}/{total}
                <span className={styles.bar} style={progressOf(answered, total)} />
              </span>
              <span className={styles.worst}>
                {total === 0 ? null : <VerdictChip verdict={worst.verdict} size="small" />}
              </span>
            </h2>
            {requirements.map(({ requirement, result, isExcluded, isLeftOut }) => (
              <Row
                key={requirement.id}
                href={hrefToRoom(audit, 'checklist', requirement.id)}
                id={requirement.id}
                title={requirement.title}
                verdict={result.verdict}
                isPartial={result.partial}
                out={isExcluded ? texts.excluded : isLeftOut ? texts.leftOut : undefined}
                isCurrent={requirement.id === current}
              />
            ))}
          </section>
        ))}
      </nav>
    </>
  );
});
