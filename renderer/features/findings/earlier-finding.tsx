// A finding of an earlier audit: where it comes from, and what this audit found about it.
import { NativeSelect } from '@mantine/core';
import { useId } from 'react';
import type { FindingRecord } from '../../../shared/contract/records.ts';
import type { Advice } from '../../../shared/domain/advice/advise.ts';
import { earlierStatuses } from '../../../shared/domain/vocabulary.ts';
import { useRecordEdit } from '../../api/record-edit.ts';
import { useReferenceSuggestions } from '../../api/reference-suggestions.ts';
import { CompletingText } from '../../parts/completing-text.tsx';
import { optionsOf } from '../../ui/options.ts';
import { AdviceList, describedBy } from './advice-list.tsx';
import styles from './finding-editor.module.css';
import { fieldWords, texts } from './texts.ts';

/** The status of an earlier finding in this audit, with its reason. */
export function EarlierFinding({ finding, advice }: { finding: FindingRecord; advice: readonly Advice[] }) {
  const edit = useRecordEdit('finding', finding.id, finding.number);
  const suggest = useReferenceSuggestions();
  const label = useId();
  if (finding.earlierFinding === null) return null;
  return (
    <section className={styles.position} aria-labelledby={label}>
      <div className={styles.positionHead}>
        <h2 id={label}>{texts.earlier(finding.earlierReference)}</h2>
        <NativeSelect
          aria-label={texts.earlierStatus}
          aria-describedby={describedBy(label, advice)}
          size="xs"
          data={optionsOf(earlierStatuses)}
          value={finding.earlierStatus}
          onChange={(event) =>
            edit.choose(
              { earlierStatus: event.currentTarget.value as FindingRecord['earlierStatus'] },
              fieldWords.earlierStatus,
            )
          }
        />
      </div>
      <CompletingText
        aria-label={texts.earlierReason}
        suggest={suggest}
        lines={2}
        value={finding.earlierReason}
        placeholder={texts.earlierReasonPlaceholder}
        onText={(earlierReason) => edit.type({ earlierReason }, fieldWords.earlierReason)}
        onBlur={edit.leave}
      />
      <AdviceList id={label} advice={advice} />
    </section>
  );
}
