// Whether the auditee agrees, and what they say.
import { SegmentedControl, TextInput } from '@mantine/core';
import { memo, useId } from 'react';
import type { FindingRecord } from '../../../shared/contract/records.ts';
import { auditeePositions } from '../../../shared/domain/vocabulary.ts';
import { useRecordEdit } from '../../api/record-edit.ts';
import { useReferenceSuggestions } from '../../api/reference-suggestions.ts';
import { CompletingText } from '../../parts/completing-text.tsx';
import { instantNow } from '../../ui/local-time.ts';
import { optionsOf } from '../../ui/options.ts';
import { quietField } from '../../ui/property.tsx';
import styles from './finding-editor.module.css';
import { hasSame } from './same-fields.ts';
import { fieldWords, texts } from './texts.ts';

const isSame = hasSame('auditeePosition', 'auditeeComment', 'auditeeBy', 'auditeeOn');

/** The auditee's position on a finding. */
export const FindingPosition = memo(
  function FindingPosition({ finding }: { finding: FindingRecord }) {
    const edit = useRecordEdit('finding', finding.id, finding.number);
    const suggest = useReferenceSuggestions();
    const label = useId();
    // A position is taken on a day: the day it was first recorded, as long as nobody says another.
    const take = (auditeePosition: FindingRecord['auditeePosition']) =>
      edit.choose(
        auditeePosition === '' || finding.auditeeOn !== null
          ? { auditeePosition }
          : { auditeePosition, auditeeOn: instantNow().slice(0, 10) },
        fieldWords.auditeePosition,
      );
    return (
      <section className={styles.position} aria-labelledby={label}>
        <div className={styles.positionHead}>
          <h2 id={label}>{texts.position}</h2>
          <SegmentedControl
            size="xs"
            aria-labelledby={label}
            data={optionsOf(auditeePositions)}
            value={finding.auditeePosition}
            onChange={(chosen) => take(chosen as FindingRecord['auditeePosition'])}
          />
        </div>
        {finding.auditeePosition === '' && finding.auditeeBy === '' ? null : (
          <div className={styles.positionFacts}>
            <TextInput
              aria-label={texts.positionBy}
              classNames={{ input: quietField }}
              value={finding.auditeeBy}
              placeholder={texts.positionByPlaceholder}
              maxLength={2_000}
              onChange={(event) => edit.type({ auditeeBy: event.currentTarget.value }, fieldWords.auditeeBy)}
              onBlur={edit.leave}
            />
            <TextInput
              type="date"
              aria-label={texts.positionOn}
              classNames={{ input: quietField }}
              value={finding.auditeeOn ?? ''}
              onChange={(event) => edit.choose({ auditeeOn: event.currentTarget.value || null }, fieldWords.auditeeOn)}
            />
          </div>
        )}
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
