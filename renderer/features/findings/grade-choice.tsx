// The choice of a grade: letter, word and what it means, as one group of radio buttons.
import { memo, type Ref, useId } from 'react';
import type { Grade } from '../../../shared/domain/vocabulary.ts';
import { useTemplate } from '../../api/audit-template.ts';
import { GradeChip } from '../../parts/grade-chip.tsx';
import { gradesToChoose } from './finding-grades.ts';
import styles from './grade-choice.module.css';
import { texts } from './texts.ts';

interface Props {
  grade: Grade | undefined;
  onGrade: (grade: Grade) => void;
  /** Says under every grade what it means, not only under the chosen one. */
  isSpelledOut?: boolean;
  ref?: Ref<HTMLFieldSetElement>;
}

/** The grades of the audit's template, one of them chosen. */
export const GradeChoice = memo(function GradeChoice({ grade, onGrade, isSpelledOut = false, ref }: Props) {
  const name = useId();
  const choices = gradesToChoose(useTemplate(), grade);
  const chosen = choices.find((choice) => choice.grade === grade);
  return (
    <fieldset ref={ref} className={styles.grades} data-spelled-out={isSpelledOut || undefined}>
      <legend>{texts.grade}</legend>
      {choices.map((choice, place) => (
        <label
          key={choice.grade}
          className={styles.grade}
          data-grade={choice.grade}
          data-foreign={choice.isForeign || undefined}
          title={choice.definition}
        >
          <input
            type="radio"
            name={name}
            checked={choice === chosen}
            aria-label={choice.label}
            aria-describedby={isSpelledOut ? `${name}-${place}` : undefined}
            onChange={() => onGrade(choice.grade)}
          />
          <GradeChip grade={choice.grade} isDecoration />
          <span>{choice.label}</span>
          {isSpelledOut ? (
            <span id={`${name}-${place}`} className={styles.definition}>
              {choice.definition}
            </span>
          ) : null}
        </label>
      ))}
      {chosen && !isSpelledOut ? <p className={styles.hint}>{chosen.definition}</p> : null}
    </fieldset>
  );
});
