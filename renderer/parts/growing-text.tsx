// A text field as high as its text. A copy of the text behind it gives the height, without measuring, and marks the
// references in it.
import type { ComponentProps } from 'react';
import { splitReferences } from '../../shared/domain/references.ts';
import styles from './growing-text.module.css';
import { useKept } from './kept-as-printed.tsx';

interface Props extends Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'className' | 'style'> {
  value: string;
  onText: (text: string) => void;
  /** The least height, in lines. */
  lines?: 1 | 2 | 3 | 5;
  isQuiet?: boolean;
}

/** A growing text field. Give it a name by `aria-label` or a label's `htmlFor`. */
export function GrowingText({ value, onText, lines = 2, isQuiet = false, ...rest }: Props) {
  const isKept = useKept();
  return (
    <div className={styles.field} data-lines={lines} data-quiet={isQuiet || undefined}>
      <div className={styles.copy} aria-hidden="true">
        {splitReferences(value).map((part, place) =>
          // A part has no identity of its own: its place in the text is what it is.
          part.kind === 'words' ? part.text : <mark key={`${place} ${part.target}`}>[{part.target}]</mark>,
        )}
        {'\u200b'}
      </div>
      <textarea
        readOnly={isKept}
        {...rest}
        value={value}
        rows={1}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    </div>
  );
}
