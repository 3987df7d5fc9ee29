// Fields of a form that are stored while one types. What may not be empty or must be a number is never stored wrong.
import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { GrowingText } from '../../parts/growing-text.tsx';
import { FieldRow } from '../../ui/field-row.tsx';
import { texts } from './texts.ts';

interface FieldProps<T> {
  label: string;
  value: T;
  onValue: (value: T) => void;
  onLeave: () => void;
  hint?: string | undefined;
}

/** One line that may be empty unless it is a name; an emptied name comes back when the field is left. */
export function LineField({
  label,
  value,
  onValue,
  onLeave,
  hint,
  isName = false,
  isFirst = false,
  most = isName ? 300 : 2_000,
}: FieldProps<string> & { isName?: boolean; isFirst?: boolean; most?: number }) {
  const [isEmptied, setEmptied] = useState(false);
  return (
    <FieldRow label={label} hint={hint} isRequired={isName}>
      {({ id, describedBy }) => (
        <TextInput
          id={id}
          aria-describedby={describedBy}
          data-autofocus={isFirst || undefined}
          value={isEmptied ? '' : value}
          maxLength={most}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            const isNothing = isName && typed.trim() === '';
            setEmptied(isNothing);
            if (!isNothing) onValue(typed);
          }}
          onBlur={() => {
            setEmptied(false);
            onLeave();
          }}
        />
      )}
    </FieldRow>
  );
}

/** A text of several lines. */
export function TextField({ label, value, onValue, onLeave, hint, most }: FieldProps<string> & { most?: number }) {
  return (
    <FieldRow label={label} hint={hint}>
      {({ id, describedBy }) => (
        <GrowingText
          id={id}
          lines={1}
          aria-describedby={describedBy}
          value={value}
          maxLength={most}
          onText={onValue}
          onBlur={onLeave}
        />
      )}
    </FieldRow>
  );
}

/** A whole number within bounds, or nothing. */
export function CountField({
  label,
  value,
  onValue,
  onLeave,
  hint,
  most = Number.MAX_SAFE_INTEGER,
}: FieldProps<number | null> & { most?: number }) {
  const [typed, setTyped] = useState<string>();
  const read = (text: string) => (/^\d{0,9}$/.test(text.trim()) && Number(text) <= most ? text.trim() : undefined);
  const isWrong = typed !== undefined && read(typed) === undefined;
  return (
    <FieldRow label={label} hint={hint} error={isWrong ? texts.wrongNumber : undefined}>
      {({ id, describedBy, isInvalid }) => (
        <TextInput
          id={id}
          inputMode="numeric"
          aria-describedby={describedBy}
          aria-invalid={isInvalid}
          value={typed ?? (value === null ? '' : String(value))}
          onChange={(event) => {
            const text = event.currentTarget.value;
            setTyped(text);
            const good = read(text);
            if (good !== undefined) onValue(good === '' ? null : Number(good));
          }}
          onBlur={() => {
            setTyped(undefined);
            onLeave();
          }}
        />
      )}
    </FieldRow>
  );
}

/** A calendar day, or none. */
export function DayField({
  label,
  value,
  onValue,
  error,
}: Pick<FieldProps<string | null>, 'label' | 'value' | 'onValue'> & { error?: string | undefined }): ReactNode {
  return (
    <FieldRow label={label} error={error}>
      {({ id, describedBy, isInvalid }) => (
        <TextInput
          id={id}
          type="date"
          aria-describedby={describedBy}
          aria-invalid={isInvalid}
          value={value ?? ''}
          onChange={(event) => onValue(event.currentTarget.value || null)}
        />
      )}
    </FieldRow>
  );
}
