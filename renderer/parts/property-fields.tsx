// Fields of a record as properties: a line, a text, a choice. They look like text until they are used.
import { NativeSelect, TextInput } from '@mantine/core';
import { optionsOf } from '../ui/options.ts';
import { Property, quietField } from '../ui/property.tsx';
import { GrowingText } from './growing-text.tsx';

const quiet = { input: quietField };

interface TypedProps {
  label: string;
  value: string;
  placeholder?: string | undefined;
  onText: (text: string) => void;
  onLeave: () => void;
}

/** A field of one line. */
export function LineProperty({ label, value, placeholder, onText, onLeave }: TypedProps) {
  return (
    <Property label={label}>
      {(id) => (
        <TextInput
          id={id}
          dir="auto"
          classNames={quiet}
          value={value}
          placeholder={placeholder}
          maxLength={2_000}
          onChange={(event) => onText(event.currentTarget.value)}
          onBlur={onLeave}
        />
      )}
    </Property>
  );
}

/** A field as high as its text. */
export function TextProperty({ label, value, placeholder, onText, onLeave }: TypedProps) {
  return (
    <Property label={label}>
      {(id) => (
        <GrowingText
          id={id}
          lines={1}
          isQuiet
          dir="auto"
          value={value}
          placeholder={placeholder}
          onText={onText}
          onBlur={onLeave}
        />
      )}
    </Property>
  );
}

interface ChoiceProps<K extends string> {
  label: string;
  value: K;
  /** What there is to choose from, as people read it. */
  choices: Readonly<Record<K, string>>;
  onChoose: (value: K) => void;
}

/** A field with a closed list. */
export function ChoiceProperty<K extends string>({ label, value, choices, onChoose }: ChoiceProps<K>) {
  return (
    <Property label={label}>
      {(id) => (
        <NativeSelect
          id={id}
          classNames={quiet}
          data={optionsOf(choices)}
          value={value}
          onChange={(event) => onChoose(event.currentTarget.value as K)}
        />
      )}
    </Property>
  );
}
