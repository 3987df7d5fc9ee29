// Which edition of the guidance on auditing the audit follows.
import { NativeSelect } from '@mantine/core';
import type { Guideline } from '../../../../shared/domain/guidelines.ts';
import { FieldRow } from '../../../ui/field-row.tsx';
import styles from './new-audit.module.css';
import { texts } from './texts.ts';

interface Props {
  guidelines: readonly Guideline[];
  chosen: Guideline;
  onChoose: (guideline: string) => void;
}

/** The editions, current ones first; withdrawn ones say so. */
export function GuidelineChoice({ guidelines, chosen, onChoose }: Props) {
  return (
    <FieldRow
      label={texts.guideline}
      hint={chosen.status === 'withdrawn' ? texts.guidelineWithdrawn : texts.guidelineHint}
    >
      {({ id, describedBy }) => (
        <div className={styles.guideline}>
          <NativeSelect
            id={id}
            value={chosen.id}
            aria-describedby={describedBy}
            data={guidelines.map(({ id: value, name, edition, status }) => ({
              value,
              label: texts.guidelineName(name, edition, status === 'withdrawn'),
            }))}
            onChange={(event) => onChoose(event.currentTarget.value)}
          />
          {chosen.note === '' ? null : (
            <details className={styles.note}>
              <summary>{texts.guidelineNote}</summary>
              <p>
                {chosen.note} {chosen.provenance}
              </p>
            </details>
          )}
        </div>
      )}
    </FieldRow>
  );
}
