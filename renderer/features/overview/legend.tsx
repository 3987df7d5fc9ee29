// What the cells of the map mean, and how many there are of each.
import { isOpen } from '../../../shared/domain/roll-up.ts';
import type { Tally } from '../../../shared/domain/summary.ts';
import { type Verdict, verdicts } from '../../../shared/domain/vocabulary.ts';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import styles from './coverage-map.module.css';
import { texts } from './texts.ts';

const order = [
  'conforms',
  'improvement',
  'nonconforming',
  'not-applicable',
  'not-audited',
  'in-progress',
  'not-started',
] as const satisfies readonly Verdict[];

interface Props {
  byVerdict: Tally<Verdict>;
  excluded: number;
}

/** The legend of the map with counts of requirements. What is open is named while there is any. */
export function Legend({ byVerdict, excluded }: Props) {
  return (
    <ul className={styles.legend} aria-label={texts.legend}>
      {order
        .filter((verdict) => byVerdict[verdict] > 0 || !isOpen(verdict))
        .map((verdict) => (
          <li key={verdict}>
            <VerdictChip verdict={verdict} size="small" isDecoration />
            <span>
              {verdicts[verdict].toLowerCase()} <b>{byVerdict[verdict]}</b>
            </span>
          </li>
        ))}
      {excluded === 0 ? null : (
        <li>
          <span className={styles.sample} aria-hidden>
            {texts.excludedSample}
          </span>
          <span>
            {texts.excluded} <b>{excluded}</b>
          </span>
        </li>
      )}
    </ul>
  );
}
