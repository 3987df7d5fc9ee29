// A row of counts, a chip each; what there is none of is left out.
import type { Tally } from '../../../shared/domain/summary.ts';
import type { Verdict } from '../../../shared/domain/vocabulary.ts';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import styles from './governance.module.css';
import { countKinds } from './result-kinds.ts';
import { texts } from './texts.ts';

/** How many requirements have which kind of result. */
export function KindCounts({ byVerdict }: { byVerdict: Tally<Verdict> }) {
  return (
    <ul className={styles.counts}>
      {countKinds(byVerdict)
        .filter(({ count }) => count > 0)
        .map(({ kind, look, count }) => (
          <li key={kind} title={texts.kinds[kind]}>
            <VerdictChip verdict={look} size="small" isDecoration />
            {count}
            <span className="visually-hidden"> {texts.kinds[kind]}</span>
          </li>
        ))}
    </ul>
  );
}
