// Why all open questions of a requirement were not audited, written once for all of them.
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { GrowingText } from '../../parts/growing-text.tsx';
import { focusAtEnd } from './focus-at-end.ts';
import styles from './requirement-header.module.css';
import { texts } from './texts.ts';

interface Props {
  count: number;
  reason: string;
  onReason: (reason: string) => void;
  onMark: () => void;
  /** Closes it; what was typed is kept by who draws it. */
  onClose: () => void;
}

/** The reason and the button that marks the questions. */
export function MarkRest({ count, reason, onReason, onMark, onClose }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => focusAtEnd(field.current), []);
  const isReady = reason.trim() !== '' && count > 0;
  return (
    <div className={styles.rest}>
      <GrowingText
        ref={field}
        lines={1}
        value={reason}
        aria-label={texts.restReason}
        placeholder={texts.restReason}
        onText={onReason}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (isReady) onMark();
        }}
      />
      <div className={styles.restEnd}>
        <Button variant="default" size="compact-sm" disabled={!isReady} onClick={onMark}>
          {count === 0 ? texts.restNone : texts.restMark(count)}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={onClose}>
          {texts.cancel}
        </Button>
      </div>
    </div>
  );
}
