// Whether the auditee agrees, and what they say.
import { SegmentedControl } from '@mantine/core';
import { memo, useId } from 'react';
import type { FindingRecord } from '../../../shared/contract/records.ts';
import { auditeePositions } from '../../../shared/domain/vocabulary.ts';
import { useRecordEdit } from '../../api/record-edit.ts';
import { useReferenceSuggestions } from '../../api/reference-suggestions.ts';
import { CompletingText } from '../../parts/completing-text.tsx';
import { optionsOf } from '../../ui/options.ts';
import styles from './finding-editor.module.css';
import { hasSame } from './same-fields.ts';
import { fieldWords, texts } from './texts.ts';

const isSame = hasSame('auditeePosition', 'auditeeComment');

/** The auditee's position on a finding. */
export const FindingPosition = memo(
  function FindingPosition({ finding }: { finding: FindingRecord }) {
    const edit = useRecordEdit('finding', finding.id, finding.number);
    const suggest = useReferenceSuggestions();
    const label = useId();
    return (
      <section className={styles.position} aria-labelledby={label}>
        <div className={styles.positionHead}>
          <h2 id={label}>{texts.position}</h2>
          <SegmentedControl
            size="xs"
            aria-labelledby={label}
            data={optionsOf(auditeePositions)}
            value={finding.auditeePosition}
            onChange={(position) =>
              edit.choose({ auditeePosition: position as FindingRecord['auditeePosition'] }, fieldWords.auditeePosition)
            }
          />
        </div>
        <CompletingText
          aria-label={texts.comment}
          suggest={suggest}
          lines={1}
          value={finding.auditeeComment}
          placeholder={texts.commentPlaceholder}
          onText={(auditeeComment) => edit.type({ auditeeComment }, fieldWords.auditeeComment)}
          onBlur={edit.leave}
        />
      </section>
    );
  },
  (one, other) => isSame(one.finding, other.finding),
);
