// The small fields of the plan: a line of text, a day, a time, minutes, several lines. Quiet until they are used.
import { TextInput } from '@mantine/core';
import { type ComponentProps, type KeyboardEvent, useState } from 'react';
import { runCommand } from '../../api/commands.ts';
import { GrowingText } from '../../parts/growing-text.tsx';
import { quietField } from '../../ui/property.tsx';
import styles from './fields.module.css';
import { readTime } from './plan-view.ts';
import { texts } from './texts.ts';

const short = { input: `${quietField} ${styles.short}` };
const number = { input: `${quietField} ${styles.short} ${styles.number}` };

/** Enter ends a one-line field as Escape does: back to the row. */
export function leaveOnEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  runCommand('app.back');
}

/** A text that counts once its field is left: what is typed on the way there is no date or time yet. */
function useLateText(stored: string, onDone: (text: string) => void) {
  const [typed, setTyped] = useState<string>();
  return {
    value: typed ?? stored,
    onChange: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value),
    onBlur() {
      setTyped(undefined);
      if (typed !== undefined && typed !== stored) onDone(typed);
    },
    onKeyDown: leaveOnEnter,
  };
}

interface Named {
  'data-field'?: string;
  'aria-label'?: string;
  id?: string;
  title?: string | undefined;
}

/** A day. */
export function DayField({
  value,
  onDay,
  ...rest
}: Named & { value: string | null; onDay: (day: string | null) => void }) {
  const late = useLateText(value ?? '', (text) => onDay(text || null));
  return <TextInput type="date" classNames={short} data-empty={value === null || undefined} {...rest} {...late} />;
}

/** A time of day, of 24 hours whatever the machine's clock shows. What is no time stays to be put right. */
export function TimeField({ value, onTime, ...rest }: Named & { value: string; onTime: (time: string) => void }) {
  const [typed, setTyped] = useState<string>();
  const isWrong = typed !== undefined && readTime(typed) === undefined;
  return (
    <TextInput
      classNames={short}
      inputMode="numeric"
      maxLength={8}
      placeholder="–"
      {...rest}
      {...(isWrong && { title: texts.noTime })}
      aria-invalid={isWrong}
      value={typed ?? value}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        const time = typed === undefined ? undefined : readTime(typed);
        if (time === undefined) return;
        setTyped(undefined);
        if (time !== value) onTime(time);
      }}
      onKeyDown={leaveOnEnter}
    />
  );
}

interface MinutesProps extends Named {
  value: number | null;
  onMinutes: (minutes: number | null) => void;
  onLeave: () => void;
  placeholder?: string;
}

/** Minutes. Only digits are taken. */
export function MinutesField({ value, onMinutes, onLeave, ...rest }: MinutesProps) {
  return (
    <TextInput
      inputMode="numeric"
      classNames={number}
      maxLength={4}
      {...rest}
      value={value === null ? '' : String(value)}
      onChange={(event) => {
        const digits = event.currentTarget.value.replaceAll(/\D/g, '');
        onMinutes(digits === '' ? null : Number(digits));
      }}
      onBlur={onLeave}
      onKeyDown={leaveOnEnter}
    />
  );
}

type TextProps = Omit<ComponentProps<typeof GrowingText>, 'onBlur' | 'lines'> & { onLeave: () => void };

/** One line of text that wraps where it has to. */
export function LineField({ onText, onLeave, ...rest }: TextProps) {
  return (
    <GrowingText
      lines={1}
      isQuiet
      maxLength={2_000}
      dir="auto"
      {...rest}
      onText={(text) => onText(text.replaceAll(/\s*\n\s*/g, ' '))}
      onBlur={onLeave}
      onKeyDown={leaveOnEnter}
    />
  );
}

interface LinesProps extends Omit<TextProps, 'value' | 'onText'> {
  value: readonly string[];
  onLines: (lines: string[]) => void;
}

/** The entries of a text with one per line, without empty ones. */
export function readLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().slice(0, 2_000))
    .filter(Boolean)
    .slice(0, 500);
}

/** A list, one entry per line. Empty lines are there only while they are typed. */
export function LinesField({ value, onLines, onLeave, ...rest }: LinesProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <GrowingText
      lines={2}
      isQuiet
      {...rest}
      value={typed ?? value.join('\n')}
      onText={(text) => {
        setTyped(text);
        onLines(readLines(text));
      }}
      onBlur={() => {
        setTyped(undefined);
        onLeave();
      }}
    />
  );
}
