// A text of a layout: stored while one types, when the fingers rest, and when the field is left. One stay is one step.
import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { GrowingText } from '../../../parts/growing-text.tsx';
import { FieldRow } from '../../../ui/field-row.tsx';

const quietMs = 500;

interface KeptText {
  value: string;
  onText: (text: string) => void;
  onLeave: () => void;
}

/** Keeps a text that is being typed. `isGood` says whether it may be stored. */
export function useKeptText(
  stored: string,
  onKeep: (text: string, step: string) => void,
  isGood: (text: string) => boolean = () => true,
): KeptText {
  const [typed, setTyped] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const step = useRef(uuidv7());
  const waiting = useRef<() => void>(undefined);
  const flush = () => {
    clearTimeout(timer.current);
    waiting.current?.();
    waiting.current = undefined;
  };
  // What was typed last is stored even where the form goes away under the fingers.
  useEffect(() => () => waiting.current?.(), []);
  return {
    value: typed ?? stored,
    onText(text) {
      setTyped(text);
      clearTimeout(timer.current);
      waiting.current = isGood(text) ? () => onKeep(text, step.current) : undefined;
      timer.current = setTimeout(flush, quietMs);
    },
    onLeave() {
      flush();
      setTyped(undefined);
      step.current = uuidv7();
    },
  };
}

interface Props {
  label: string;
  value: string;
  hint?: string;
  error?: (text: string) => string | undefined;
  isRequired?: boolean;
  most: number;
  lines?: 'one' | 'many';
  onKeep: (text: string, step: string) => void;
}

/** One row of the form. */
export function LayoutField({ label, value, hint, error, isRequired, most, lines = 'one', onKeep }: Props) {
  const wrong = (text: string) => error?.(text);
  const kept = useKeptText(value, onKeep, (text) => wrong(text) === undefined);
  return (
    <FieldRow label={label} hint={hint} error={wrong(kept.value)} {...(isRequired && { isRequired })}>
      {({ id, describedBy, isInvalid }) =>
        lines === 'one' ? (
          <TextInput
            id={id}
            value={kept.value}
            maxLength={most}
            aria-describedby={describedBy}
            aria-invalid={isInvalid}
            onChange={(event) => kept.onText(event.currentTarget.value)}
            onBlur={kept.onLeave}
          />
        ) : (
          <GrowingText
            id={id}
            lines={1}
            value={kept.value}
            maxLength={most}
            aria-describedby={describedBy}
            onText={kept.onText}
            onBlur={kept.onLeave}
          />
        )
      }
    </FieldRow>
  );
}
