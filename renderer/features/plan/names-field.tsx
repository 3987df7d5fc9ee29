// A line or list of names with completion: who has been named in the audit, or where. What is offered may be ignored.
import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { CompletingLine, type LineOption } from './completing-line.tsx';
import { leaveOnEnter, readLines } from './fields.tsx';
import { completeName, nameAt, type Separator, suggestNames } from './plan-choices.ts';

interface Props {
  'aria-label': string;
  'data-field'?: string;
  placeholder?: string;
  value: string;
  separator: Separator;
  choices: readonly string[];
  onText: (text: string) => void;
  onLeave: () => void;
}

const none: readonly LineOption[] = [];

/** Names, completed while they are typed. Down opens the list of what there is. */
export function NamesField({ value, separator, choices, onText, onLeave, ...rest }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const caretAfter = useRef<number | undefined>(undefined);
  const [caret, setCaret] = useState<number>();
  const options = useMemo(
    () =>
      caret === undefined
        ? none
        : suggestNames(choices, value, caret, separator).map(
            (name): LineOption => ({ value: name, content: <bdi>{name}</bdi> }),
          ),
    [caret, choices, value, separator],
  );
  const query = caret === undefined ? '' : nameAt(value, caret, separator).query.toLowerCase();
  useLayoutEffect(() => {
    if (caretAfter.current === undefined) return;
    field.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = undefined;
  });

  const type = (text: string) => {
    onText(separator === '\n' ? text : text.replaceAll(/\s*\n\s*/g, ' '));
    const at = field.current?.selectionStart ?? text.length;
    setCaret(nameAt(text, at, separator).query.trim() === '' ? undefined : at);
  };
  const complete = (name: string) => {
    const completed = completeName(value, caret ?? value.length, separator, name);
    caretAfter.current = completed.caret;
    onText(completed.text);
    setCaret(undefined);
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (separator === '\n') return;
    if (event.key === 'ArrowDown' && !event.altKey) {
      event.preventDefault();
      setCaret(event.currentTarget.selectionStart);
    }
    leaveOnEnter(event);
  };

  return (
    <CompletingLine
      {...rest}
      field={field}
      options={options}
      // Enter takes what begins as typed; what only contains it waits to be chosen.
      takesFirst={query !== '' && options[0]?.value.toLowerCase().startsWith(query) === true}
      width={280}
      lines={separator === '\n' ? 2 : 1}
      isQuiet
      dir="auto"
      maxLength={separator === '\n' ? undefined : 2_000}
      value={value}
      onText={type}
      onPick={complete}
      onClose={() => setCaret(undefined)}
      onBlur={() => {
        setCaret(undefined);
        onLeave();
      }}
      onOtherKey={press}
    />
  );
}

interface LinesProps extends Omit<Props, 'value' | 'separator' | 'onText'> {
  value: readonly string[];
  onLines: (lines: string[]) => void;
}

/** A list of names, one per line, with completion. Empty lines are there only while they are typed. */
export function NameLinesField({ value, onLines, onLeave, ...rest }: LinesProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <NamesField
      {...rest}
      separator={'\n'}
      value={typed ?? value.join('\n')}
      onText={(text) => {
        setTyped(text);
        onLines(readLines(text));
      }}
      onLeave={() => {
        setTyped(undefined);
        onLeave();
      }}
    />
  );
}
