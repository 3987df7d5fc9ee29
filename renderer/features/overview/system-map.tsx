// AI systems by requirement: a row per sampled system, a cell per requirement that is asked for each of them.
import { type KeyboardEvent, useMemo } from 'react';
import type { AiSystemRecord, ChecklistItemRecord } from '../../../shared/contract/records.ts';
import { coverSystems, type SystemCell } from '../../../shared/domain/coverage.ts';
import { isOpen } from '../../../shared/domain/roll-up.ts';
import { excludedControls } from '../../../shared/domain/summary.ts';
import { verdicts } from '../../../shared/domain/vocabulary.ts';
import { hrefToRoom } from '../../api/addresses.ts';
import { useRoomView } from '../../api/room-view.ts';
import { useAudit } from '../../api/session-context.tsx';
import styles from './coverage-map.module.css';
import { MapCell } from './map-cell.tsx';
import { moveInMap, moveOfKey } from './map-moves.ts';
import { texts } from './texts.ts';

const cellId = (key: string) => `system-cell-${key}`;
const keyOf = (system: AiSystemRecord, { requirement }: SystemCell<unknown>) => `${system.id}-${requirement.id}`;

/** Where a cell leads: the first open question of that requirement for that system, else its first; else the requirement. */
function targetOf({ items, requirement }: SystemCell<ChecklistItemRecord>): string {
  return (items.find(({ verdict }) => isOpen(verdict)) ?? items[0])?.id ?? requirement.id;
}

function nameCell(system: AiSystemRecord, { requirement, items, answered, result }: SystemCell<unknown>): string {
  const facts =
    items.length === 0
      ? [texts.notAsked]
      : [
          verdicts[result.verdict].toLowerCase(),
          ...(result.partial ? [texts.partly] : []),
          texts.progress(answered, items.length),
        ];
  return texts.cell(`${system.name}, ${requirement.id} ${requirement.title}`, facts);
}

/** The map by AI system. Arrow keys move between its cells. */
export function SystemMap() {
  const ref = useAudit((state) => state.open.audit.ref);
  const catalogue = useAudit((state) => state.catalogue);
  const aiSystems = useAudit((state) => state.open.aiSystems);
  const checklist = useAudit((state) => state.open.checklist);
  const soa = useAudit((state) => state.open.soa);
  const [{ cell }, changeView] = useRoomView('overview systems', { cell: '' });
  const systems = useMemo(
    () => coverSystems(catalogue, { aiSystems, checklist, soa }),
    [catalogue, aiSystems, checklist, soa],
  );
  const excluded = useMemo(() => excludedControls(soa), [soa]);

  const rows = systems.map(({ system, cells }) => cells.map((one) => keyOf(system, one)));
  const isEmpty = rows.every((row) => row.length === 0);
  const current = rows.some((row) => row.includes(cell)) ? cell : (rows.flat()[0] ?? '');
  const move = (event: KeyboardEvent) => {
    const direction = moveOfKey[event.key];
    if (direction === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = moveInMap(rows, current, direction);
    if (next !== undefined) document.getElementById(cellId(next))?.focus();
  };
  if (isEmpty) {
    return (
      <section>
        <h2>{texts.systems}</h2>
        <p className={styles.none}>
          {systems.length === 0 ? texts.noSystems : texts.noSystemQuestions(systems.length)}{' '}
          <a href={hrefToRoom(ref, systems.length === 0 ? 'systems' : 'checklist')}>
            {systems.length === 0 ? texts.chooseSystems : texts.repeatQuestions}
          </a>
        </p>
      </section>
    );
  }
  return (
    <section>
      <h2>{texts.systems}</h2>
      <div className={styles.map} role="group" aria-label={texts.systems}>
        {systems.map(({ system, cells }) => (
          <div key={system.id} className={styles.row} role="group" aria-label={system.name}>
            <span className={styles.label} aria-hidden>
              <bdi>{system.name}</bdi>
            </span>
            <span className={styles.cells}>
              {cells.map((one) => {
                const key = keyOf(system, one);
                return (
                  <MapCell
                    key={key}
                    id={cellId(key)}
                    name={nameCell(system, one)}
                    label={one.requirement.id}
                    verdict={one.items.length === 0 ? undefined : one.result.verdict}
                    isPartial={one.result.partial}
                    isExcluded={excluded.has(one.requirement.id)}
                    href={hrefToRoom(ref, 'checklist', targetOf(one))}
                    isCurrent={key === current}
                    onFocus={() => changeView({ cell: key })}
                    onKey={move}
                  />
                );
              })}
            </span>
          </div>
        ))}
      </div>
    </section>
  );
}
