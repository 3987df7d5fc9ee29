// The field in which a line is corrected: a new line that points to the old one.
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { asOneLine } from '../../../shared/domain/tagged-line.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { useAuditSession } from '../../api/session-context.tsx';
import { LineInput } from '../../parts/line-input.tsx';
import styles from './stream.module.css';
import { texts } from './texts.ts';

interface Props {
  /** The line that is corrected. */
  id: string;
  text: string;
  onClose: () => void;
}

/** Starts with the words of the old line. What is half written stays until it is kept. */
export function Correction({ id, text, onClose }: Props) {
  const session = useAuditSession();
  const [draft, setDraft] = useKeptDraft(`correction.${id}`, text);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const keep = () => {
    const line = asOneLine(draft).trim();
    if (line !== '' && line !== text) {
      session.addLine(line, { corrects: id, label: texts.stepOfCorrection });
      setDraft('');
    }
    onClose();
  };
  return (
    <div className={styles.correction}>
      <LineInput
        ref={field}
        label={texts.correction}
        value={draft}
        onText={setDraft}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || !['Enter', 'Escape'].includes(event.key)) return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === 'Enter') keep();
          else onClose();
        }}
      />
      <span className={styles.hint}>{texts.correctionHint}</span>
      <Button size="compact-xs" onClick={keep}>
        {texts.keepCorrection}
      </Button>
      <Button size="compact-xs" variant="default" onClick={onClose}>
        {texts.cancel}
      </Button>
    </div>
  );
}
