// Questions by AI system: what is answered for which, at a glance. Each cell opens the question for that system.
import { useEffect, useRef } from 'react';
import { verdicts } from '../../../shared/domain/vocabulary.ts';
import { hrefToRoom } from '../../api/addresses.ts';
import { useAudit } from '../../api/session-context.tsx';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import { type RequirementRow, shownVerdict } from './checklist-view.ts';
import type { QuestionGroup } from './question-groups.ts';
import styles from './system-matrix.module.css';
import { texts } from './texts.ts';

interface Props {
  row: RequirementRow;
  /** Those of the requirement's questions that are put for several systems. */
  groups: readonly QuestionGroup[];
  current: string | undefined;
}

/** A small table: a row per question, a column per system. */
export function SystemMatrix({ row, groups, current }: Props) {
  const ref = useAudit((state) => state.open.audit.ref);
  const systems = useAudit((state) => state.open.aiSystems);
  const table = useRef<HTMLDivElement>(null);
  useEffect(() => {
    table.current?.querySelector(`[data-item="${current}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  const used = new Set(groups.flatMap(({ items }) => items.map(({ aiSystem }) => aiSystem)));
  const columns = [
    ...systems.filter(({ id }) => used.has(id)),
    ...(used.has(null) ? [{ id: null, name: texts.noSystem }] : []),
  ];
  return (
    <div ref={table} className={styles.scroller}>
      <table className={styles.matrix} aria-label={texts.matrix}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{texts.question}</span>
            </th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col" title={name} dir="auto">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ key, items }) => (
            <tr key={key}>
              <th scope="row" title={items[0]?.question}>
                {items[0]?.questionId}
              </th>
              {columns.map((column) => {
                const item = items.find(({ aiSystem }) => aiSystem === column.id);
                if (!item)
                  return (
                    <td key={column.id}>
                      <span className="visually-hidden">{texts.notAsked}</span>
                    </td>
                  );
                const verdict = shownVerdict(row, item);
                return (
                  <td key={column.id}>
                    <a
                      href={hrefToRoom(ref, 'checklist', item.id)}
                      data-item={item.id}
                      aria-current={item.id === current ? 'true' : undefined}
                      aria-label={texts.matrixCell(item.questionId, column.name, verdicts[verdict].toLowerCase())}
                      title={texts.matrixCell(item.questionId, column.name, verdicts[verdict].toLowerCase())}
                    >
                      <VerdictChip verdict={verdict} size="small" isDecoration />
                    </a>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
