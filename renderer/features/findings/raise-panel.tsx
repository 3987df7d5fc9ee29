// A new finding begins with its grade; everything else is written afterwards.
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Grade } from '../../../shared/domain/vocabulary.ts';
import { GradeChoice } from './grade-choice.tsx';
import styles from './finding-editor.module.css';
import { texts } from './texts.ts';

interface Props {
  onRaise: (grade: Grade) => Promise<void>;
  onCancel: () => void;
}

/** Where a new finding is raised. */
export function RaisePanel({ onRaise, onCancel }: Props) {
  const [grade, setGrade] = useState<Grade>();
  const [isBusy, setBusy] = useState(false);
  const choice = useRef<HTMLFieldSetElement>(null);
  useEffect(() => choice.current?.querySelector('input')?.focus(), []);
  return (
    <form
      className={styles.raise}
      onSubmit={(event) => {
        event.preventDefault();
        if (grade === undefined || isBusy) return;
        setBusy(true);
        void onRaise(grade).finally(() => setBusy(false));
      }}
    >
      <h2>{texts.newTitle}</h2>
      <p>{texts.newWords}</p>
      <GradeChoice ref={choice} isSpelledOut grade={grade} onGrade={setGrade} />
      <div className={styles.buttons}>
        <Button type="submit" disabled={grade === undefined || isBusy}>
          {texts.newRaise}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {texts.cancel}
        </Button>
      </div>
    </form>
  );
}
