// The answers that a question may be given.
import type { ChecklistItemRecord } from '../../../shared/contract/records.ts';
import { type Verdict, verdicts } from '../../../shared/domain/vocabulary.ts';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import { texts } from './texts.ts';
import styles from './verdict-buttons.module.css';
import { verdictKeys } from './verdict-keys.ts';

/** What may be answered, each with its key. The one that is given takes itself back. */
export function VerdictButtons({
  item,
  onVerdict,
}: {
  item: ChecklistItemRecord;
  onVerdict: (verdict: Verdict) => void;
}) {
  return (
    <div className={styles.answer}>
      <div className={styles.verdicts} role="group" aria-label={texts.verdict}>
        {Object.entries(verdictKeys).map(([digit, verdict]) => (
          <button
            key={verdict}
            type="button"
            data-verdict={verdict}
            aria-pressed={item.verdict === verdict}
            title={verdicts[verdict]}
            aria-keyshortcuts={digit}
            onClick={() => onVerdict(item.verdict === verdict ? 'not-started' : verdict)}
          >
            <VerdictChip verdict={verdict} sign={digit} size="small" isDecoration />
            <span className={styles.word}>{verdicts[verdict]}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
