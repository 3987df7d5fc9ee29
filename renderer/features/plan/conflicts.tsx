// What does not fit in the plan, as sentences that lead to the slots, and what slots still lack, in one line.
import { useState } from 'react';
import type { PlanConflict, SlotGap } from '../../../shared/domain/plan-conflicts.ts';
import { sayConflict } from '../../../shared/domain/plan-words.ts';
import { hrefToRoom } from '../../api/addresses.ts';
import { useAudit } from '../../api/session-context.tsx';
import { formatDay } from '../../ui/format.ts';
import styles from './conflicts.module.css';
import { texts } from './texts.ts';

const first = 6;

interface Props {
  conflicts: readonly PlanConflict[];
  names: ReadonlyMap<string, string>;
  /** How many slots lack what, and the first of them. */
  gaps: readonly { gap: SlotGap; count: number; first: string }[];
}

/** The list over the plan. */
export function Conflicts({ conflicts, names, gaps }: Props) {
  const ref = useAudit((state) => state.open.audit.ref);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? conflicts : conflicts.slice(0, first);
  return (
    <>
      {conflicts.length === 0 ? null : (
        <section className={styles.conflicts} aria-labelledby="plan-conflicts">
          <h3 id="plan-conflicts">{texts.conflicts(conflicts.length)}</h3>
          <ul>
            {shown.map((conflict) => {
              const [one, ...others] = conflict.ids;
              const sentence = sayConflict(conflict, names, undefined, formatDay);
              return (
                <li key={sentence}>
                  <a href={hrefToRoom(ref, 'plan', one)}>{sentence}</a>
                  {conflict.kind === 'clash' && others[0] !== undefined ? (
                    <>
                      {' '}
                      <a className={styles.other} href={hrefToRoom(ref, 'plan', others[0])}>
                        {texts.goToOther}
                        <span className="visually-hidden"> {names.get(others[0])}</span>
                      </a>
                    </>
                  ) : null}
                </li>
              );
            })}
          </ul>
          {shown.length === conflicts.length ? null : (
            <button type="button" onClick={() => setWhole(true)}>
              {texts.more(conflicts.length - shown.length)}
            </button>
          )}
        </section>
      )}
      {gaps.length === 0 ? null : (
        <p className={styles.gaps}>
          {texts.incomplete}{' '}
          {gaps.map(({ gap, count, first: slot }) => (
            <a key={gap} href={hrefToRoom(ref, 'plan', slot)}>
              {texts.without(count, gap)}
            </a>
          ))}
        </p>
      )}
    </>
  );
}
