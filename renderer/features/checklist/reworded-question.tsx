// The words of a question of one's own, changed where they stand.
import { useEffect, useRef, useState } from 'react';
import { GrowingText } from '../../parts/growing-text.tsx';
import styles from './question.module.css';
import { texts } from './texts.ts';

interface Props {
  words: string;
  /** Takes the words. `isByKey` says that the focus shall go back to the question. False where they are refused. */
  onDone: (words: string, isByKey: boolean) => Promise<boolean>;
}

/** A field with the words of a question. Enter, Esc and leaving it keep them; there is undo. */
export function RewordedQuestion({ words, onDone }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  const [text, setText] = useState(words);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const done = async (isByKey: boolean) => {
    if (isDone.current) return;
    isDone.current = true;
    isDone.current = await onDone(text.trim() === '' ? words : text.trim(), isByKey);
  };
  return (
    <div className={styles.reworded}>
      <GrowingText
        ref={field}
        lines={1}
        value={text}
        aria-label={texts.wording}
        onText={setText}
        onBlur={() => void done(false)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || !['Enter', 'Escape'].includes(event.key)) return;
          event.preventDefault();
          void done(true);
        }}
      />
    </div>
  );
}
