// A growing text field that completes references: `[E-` offers evidence, `[F-` findings, `[8` requirements. What there is
// to offer is said by who uses the field.
import { Combobox, useCombobox } from '@mantine/core';
import { type ComponentProps, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import styles from './completing-text.module.css';
import { GrowingText } from './growing-text.tsx';
import { completeReference, findOpenReference, type OpenReference } from './open-reference.ts';

/** What a reference may become: its number or id, and words that tell it from others. */
export interface Suggestion {
  target: string;
  words: string;
}

export type Suggest = (query: string) => readonly Suggestion[];

interface Props extends Omit<ComponentProps<typeof GrowingText>, 'ref'> {
  suggest: Suggest;
}

const none: readonly Suggestion[] = [];
// Enter takes the first row only where a number has been begun, so that it stays a new line elsewhere.
const isNumberBegun = (query: string) => /^(?:[ef]-|a\.|\d)/i.test(query);

/** A growing text field with completion of references. Name it as you would a GrowingText. */
export function CompletingText({ suggest, onText, value, onBlur, onSelect, ...rest }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const caretAfter = useRef<number | undefined>(undefined);
  const [open, setOpen] = useState<OpenReference>();
  const combobox = useCombobox({ onDropdownClose: () => setOpen(undefined) });
  const { openDropdown, closeDropdown, selectFirstOption, resetSelectedOption } = combobox;
  const query = open?.query;
  const rows = useMemo(() => (query === undefined ? none : suggest(query)), [query, suggest]);

  useEffect(() => {
    if (rows.length === 0 || query === undefined) {
      closeDropdown();
      return;
    }
    openDropdown();
    if (isNumberBegun(query)) selectFirstOption();
    else resetSelectedOption();
  }, [rows, query, openDropdown, closeDropdown, selectFirstOption, resetSelectedOption]);

  useLayoutEffect(() => {
    if (caretAfter.current === undefined) return;
    field.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = undefined;
  });

  const look = (element: HTMLTextAreaElement | null) => {
    if (!element || element.selectionStart !== element.selectionEnd) return;
    setOpen(findOpenReference(element.value, element.selectionStart));
  };

  const complete = (target: string) => {
    if (!open) return;
    const completed = completeReference(value, open, target);
    caretAfter.current = completed.caret;
    onText(completed.text);
    setOpen(undefined);
  };

  const isOpen = combobox.dropdownOpened && rows.length > 0;
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={complete}
      position="bottom-start"
      width={380}
      offset={4}
      // In the page only while a reference is being typed: its place is worked out by a layout of its own, per field.
      keepMounted={open !== undefined}
    >
      <Combobox.DropdownTarget>
        <div>
          <Combobox.EventsTarget withKeyboardNavigation={isOpen} withExpandedAttribute={false}>
            <GrowingText
              {...rest}
              ref={field}
              value={value}
              onText={(text) => {
                onText(text);
                look(field.current);
              }}
              onBlur={(event) => {
                setOpen(undefined);
                onBlur?.(event);
              }}
              onSelect={(event) => {
                if (open) look(event.currentTarget);
                onSelect?.(event);
              }}
            />
          </Combobox.EventsTarget>
        </div>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={!isOpen}>
        <Combobox.Options>
          {rows.map(({ target, words }) => (
            <Combobox.Option key={target} value={target} className={styles.option}>
              <span className={styles.target}>{target}</span>
              <span className={styles.words}>{words}</span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
