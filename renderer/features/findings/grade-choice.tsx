// The choice of a grade: letter, word and what it means, as one group of radio buttons.
import { type Ref, useId } from 'react';
import { type Grade, grades } from '../../../shared/domain/vocabulary.ts';
import { GradeChip } from '../../parts/grade-chip.tsx';
import styles from './grade-choice.module.css';
import { texts } from './texts.ts';

interface Props {
  grade: Grade | undefined;
  onGrade: (grade: Grade) => void;
  ref?: Ref<HTMLFieldSetElement>;
}

/** Six grades, one of them chosen. */
export function GradeChoice({ grade, onGrade, ref }: Props) {
  const name = useId();
  return (
    <fieldset ref={ref} className={styles.grades}>
      <legend>{texts.grade}</legend>
      {(Object.keys(grades) as Grade[]).map((one) => (
        <label key={one} className={styles.grade} data-grade={one} title={texts.gradeHints[one]}>
          <input type="radio" name={name} checked={one === grade} onChange={() => onGrade(one)} />
          <GradeChip grade={one} isDecoration />
          {grades[one]}
        </label>
      ))}
      {grade === undefined ? null : <p className={styles.hint}>{texts.gradeHints[grade]}.</p>}
    </fieldset>
  );
}
