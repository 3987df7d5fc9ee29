// All auditable items as cells, clauses by chapter and controls by group. A cell leads to its questions.
import type { KeyboardEvent } from 'react';
import type { CoveredGroup, CoveredRequirement } from '../../../shared/domain/coverage.ts';
import { verdicts } from '../../../shared/domain/vocabulary.ts';
import { hrefToRoom } from '../../api/addresses.ts';
import styles from './coverage-map.module.css';
import { MapCell } from './map-cell.tsx';
import { moveInMap, moveOfKey } from './map-moves.ts';
import { texts } from './texts.ts';

/** The id of the element of a cell. */
export const cellId = (requirement: string) => `cell-${requirement}`;

function nameCell({ requirement, result, answered, items, isExcluded }: CoveredRequirement<unknown>): string {
  return texts.cell(`${requirement.id} ${requirement.title}`, [
    verdicts[result.verdict].toLowerCase(),
    ...(result.partial ? [texts.partly] : []),
    texts.progress(answered, items.length),
    ...(isExcluded ? [texts.excludedBy] : []),
  ]);
}

interface Props {
  audit: string;
  groups: readonly CoveredGroup<unknown>[];
  /** The cell that the tab key reaches. */
  current: string;
  onCurrent: (requirement: string) => void;
}

/** The map. Arrow keys move between its cells. */
export function CoverageMap({ audit, groups, current, onCurrent }: Props) {
  const move = (event: KeyboardEvent) => {
    const direction = moveOfKey[event.key];
    if (direction === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const rows = groups.map(({ requirements }) => requirements.map(({ requirement }) => requirement.id));
    const next = moveInMap(rows, current, direction);
    if (next !== undefined) document.getElementById(cellId(next))?.focus();
  };
  return (
    <div className={styles.map} role="group" aria-label={texts.map}>
      {groups.map(({ id, title, requirements }) => (
        <div
          key={id}
          className={styles.row}
          role="group"
          aria-label={texts.groupOfMap(id, title)}
          data-kind={requirements[0]?.requirement.kind}
        >
          <span className={styles.label} aria-hidden>
            <span className={styles.group}>{id}</span> {title}
          </span>
          <span className={styles.cells}>
            {requirements.map((covered) => (
              <MapCell
                key={covered.requirement.id}
                id={cellId(covered.requirement.id)}
                name={nameCell(covered)}
                label={covered.requirement.id}
                verdict={covered.result.verdict}
                isPartial={covered.result.partial}
                isExcluded={covered.isExcluded}
                href={hrefToRoom(audit, 'checklist', covered.requirement.id)}
                isCurrent={covered.requirement.id === current}
                onFocus={() => onCurrent(covered.requirement.id)}
                onKey={move}
              />
            ))}
          </span>
        </div>
      ))}
    </div>
  );
}
