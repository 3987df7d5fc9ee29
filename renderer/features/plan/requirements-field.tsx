// The requirements of a slot, typed with completion. What the catalogue does not have is refused in words and kept.
import { Combobox, useCombobox } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import { GrowingText } from '../../parts/growing-text.tsx';
import styles from './fields.module.css';
import { leaveOnEnter } from './fields.tsx';
import { completeRequirement, readRequirements, suggestRequirements, typedPart } from './requirement-ids.ts';
import { texts } from './texts.ts';

interface Props {
  label: string;
  value: readonly string[];
  catalogue: Pick<Catalogue, 'groups' | 'requirements'>;
  onRequirements: (ids: string[]) => void;
}

/** One line of requirement ids. */
export function RequirementsField({ label, value, catalogue, onRequirements }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const caretAfter = useRef<number | undefined>(undefined);
  const [typed, setTyped] = useState<string>();
  const [query, setQuery] = useState('');
  const errorId = useId();
  const combobox = useCombobox({ onDropdownClose: () => setQuery('') });
  const { openDropdown, closeDropdown, selectFirstOption } = combobox;
  const rows = useMemo(() => suggestRequirements(catalogue, query), [catalogue, query]);
  const stored = value.join(', ');
  const [unknown, setUnknown] = useState<readonly string[]>([]);

  useEffect(() => {
    if (rows.length === 0) {
      closeDropdown();
      return;
    }
    openDropdown();
    selectFirstOption();
  }, [rows, openDropdown, closeDropdown, selectFirstOption]);
  useLayoutEffect(() => {
    if (caretAfter.current === undefined) return;
    field.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = undefined;
  });

  const type = (line: string) => {
    setTyped(line);
    setUnknown([]);
    setQuery(typedPart(line, field.current?.selectionStart ?? line.length).query);
  };
  const complete = (id: string) => {
    const caret = field.current?.selectionStart ?? 0;
    const completed = completeRequirement(typed ?? stored, caret, id);
    caretAfter.current = completed.caret;
    setTyped(completed.line);
    setQuery('');
  };
  const leave = () => {
    setQuery('');
    if (typed === undefined) return;
    const read = readRequirements(catalogue, typed);
    setUnknown(read.unknown);
    if (read.unknown.length > 0) return;
    setTyped(undefined);
    if (read.ids.join('\n') !== value.join('\n')) onRequirements(read.ids);
  };
  const isOpen = combobox.dropdownOpened && rows.length > 0;
  const press = (event: KeyboardEvent) => {
    if (!isOpen) leaveOnEnter(event);
  };

  return (
    <Combobox store={combobox} onOptionSubmit={complete} position="bottom-start" width={340} offset={4}>
      <Combobox.DropdownTarget>
        <div>
          <Combobox.EventsTarget withKeyboardNavigation={isOpen} withExpandedAttribute={false}>
            <GrowingText
              ref={field}
              lines={1}
              isQuiet
              aria-label={label}
              aria-invalid={unknown.length > 0 || undefined}
              aria-describedby={unknown.length > 0 ? errorId : undefined}
              placeholder={texts.placeholders.requirements}
              value={typed ?? stored}
              onText={type}
              onBlur={leave}
              onKeyDown={press}
            />
          </Combobox.EventsTarget>
          {unknown.length === 0 ? null : (
            <p id={errorId} className={styles.error} role="alert">
              {texts.unknown(unknown)}
            </p>
          )}
        </div>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={!isOpen}>
        <Combobox.Options>
          {rows.map(({ id, title, count }) => (
            <Combobox.Option key={id} value={id} className={styles.option ?? ''}>
              <span className={styles.id}>{id}</span>
              <span className={styles.words}>{title}</span>
              <span className={styles.count}>{count > 1 ? texts.whole(count) : ''}</span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
