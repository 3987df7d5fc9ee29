// A line or list of names with completion: who has been named in the audit, or where. What is offered may be ignored.
import { Combobox, useCombobox } from '@mantine/core';
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { GrowingText } from '../../parts/growing-text.tsx';
import styles from './fields.module.css';
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

const none: readonly string[] = [];

/** Names, completed while they are typed. Down opens the list of what there is. */
export function NamesField({ value, separator, choices, onText, onLeave, ...rest }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const caretAfter = useRef<number | undefined>(undefined);
  const [caret, setCaret] = useState<number>();
  const combobox = useCombobox({ onDropdownClose: () => setCaret(undefined) });
  const { openDropdown, closeDropdown, selectFirstOption, resetSelectedOption } = combobox;
  const rows = useMemo(
    () => (caret === undefined ? none : suggestNames(choices, value, caret, separator)),
    [caret, choices, value, separator],
  );
  const query = caret === undefined ? '' : nameAt(value, caret, separator).query.toLowerCase();

  useEffect(() => {
    if (rows.length === 0) {
      closeDropdown();
      return;
    }
    openDropdown();
    // Enter takes what begins as typed; what only contains it waits to be chosen.
    if (query !== '' && rows[0]?.toLowerCase().startsWith(query) === true) selectFirstOption();
    else resetSelectedOption();
  }, [rows, query, openDropdown, closeDropdown, selectFirstOption, resetSelectedOption]);
  useLayoutEffect(() => {
    if (caretAfter.current === undefined) return;
    field.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = undefined;
  });

  const isOpen = combobox.dropdownOpened && rows.length > 0;
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
    if (event.key === 'ArrowDown' && !isOpen && separator !== '\n') {
      event.preventDefault();
      setCaret(event.currentTarget.selectionStart);
    }
    const isTaken = isOpen && combobox.getSelectedOptionIndex() >= 0;
    if (!isTaken && separator !== '\n') leaveOnEnter(event);
  };

  return (
    <Combobox store={combobox} onOptionSubmit={complete} position="bottom-start" width={280} offset={4}>
      <Combobox.DropdownTarget>
        <div>
          <Combobox.EventsTarget withKeyboardNavigation={isOpen} withExpandedAttribute={false}>
            <GrowingText
              {...rest}
              ref={field}
              lines={separator === '\n' ? 2 : 1}
              isQuiet
              dir="auto"
              maxLength={separator === '\n' ? undefined : 2_000}
              value={value}
              onText={type}
              onBlur={() => {
                setCaret(undefined);
                onLeave();
              }}
              onKeyDown={press}
            />
          </Combobox.EventsTarget>
        </div>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={!isOpen}>
        <Combobox.Options>
          {rows.map((name) => (
            <Combobox.Option key={name} value={name} className={styles.name ?? ''}>
              <bdi>{name}</bdi>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
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
