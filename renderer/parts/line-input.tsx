// The field for one line of the running notes: tags stand out while they are typed and are completed from the audit.
import { Combobox, useCombobox } from '@mantine/core';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { lineKnowledge } from '../api/line-knowledge.ts';
import { useAuditSession } from '../api/session-context.tsx';
import { type TagSuggestion, useTagSuggestions } from '../api/tag-suggestions.ts';
import { asOneLine } from '../../shared/domain/tagged-line.ts';
import styles from './line-input.module.css';
import { completeTag, findOpenTag, isWhole, type OpenTag } from './open-tag.ts';

const longest = 20_000;
const none: readonly TagSuggestion[] = [];

interface Props {
  value: string;
  onText: (text: string) => void;
  label: string;
  placeholder?: string;
  /** Keys that completion does not need. */
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  ref?: Ref<HTMLInputElement>;
}

/**
 * Which suggestion Enter takes: none where a sign may be plain punctuation, where the tag is whole already, or where a
 * name was typed that is only part of another. An unknown name is a name; anything else unknown is no tag.
 */
function preselected({ kind, query }: OpenTag, rows: readonly TagSuggestion[]): number {
  if (rows.some(({ value }) => isWhole(query, value))) return -1;
  const typed = query.replace(/^["“]/, '').toLowerCase();
  if (kind === 'person') return rows[0]?.value.toLowerCase().startsWith(typed) === true ? 0 : -1;
  return query === '' && kind !== 'requirement' ? -1 : 0;
}

/** Where tags stand, drawn behind the letters of the field, which scrolls by itself. */
function Marks({ value, ref }: { value: string; ref: Ref<HTMLSpanElement> }) {
  const { read } = lineKnowledge(useAuditSession());
  return (
    <span className={styles.marks} aria-hidden>
      <span ref={ref}>
        {read(value).parts.map((part, place) => (
          <span key={`${place} ${part.kind}`} data-kind={part.kind}>
            {part.text}
          </span>
        ))}
      </span>
    </span>
  );
}

/** One line with completion. Esc closes the suggestions first and never takes text away. */
export function LineInput({ value, onText, label, placeholder, onKeyDown, ref }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => field.current as HTMLInputElement, []);
  const suggest = useTagSuggestions();
  const listId = useId();
  const caretAfter = useRef<number>(undefined);
  const dismissed = useRef<number>(undefined);
  const marks = useRef<HTMLSpanElement>(null);
  const [completion, setCompletion] = useState<{ open: OpenTag; rows: readonly TagSuggestion[] }>();
  const [active, setActive] = useState(-1);
  const rows = completion?.rows ?? none;
  const isOpen = rows.length > 0;
  const combobox = useCombobox({ opened: isOpen });

  const follow = () => {
    if (marks.current) marks.current.style.transform = `translateX(${-(field.current?.scrollLeft ?? 0)}px)`;
  };
  useLayoutEffect(() => {
    if (caretAfter.current !== undefined) field.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = undefined;
  });
  // Asks where the field is scrolled to, which lays out the page: not whenever something else is drawn anew.
  useLayoutEffect(follow, [value]);

  const close = () => setCompletion(undefined);
  const look = (element: HTMLInputElement) => {
    const caret = element.selectionStart ?? 0;
    const open = caret === element.selectionEnd ? findOpenTag(element.value, caret) : undefined;
    if (open?.from !== dismissed.current) dismissed.current = undefined;
    if (!open || dismissed.current !== undefined) return close();
    const found = suggest(open.kind, open.query);
    setCompletion({ open, rows: found });
    setActive(preselected(open, found));
  };
  const take = (row: TagSuggestion | undefined) => {
    if (!completion || !row) return;
    const completed = completeTag(value, completion.open, row.tag);
    caretAfter.current = completed.caret;
    onText(completed.text);
    close();
  };

  /** Does what an open list of suggestions needs a key for. */
  const isTaken = (event: KeyboardEvent<HTMLInputElement>): boolean => {
    if (!isOpen || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === 'ArrowDown') setActive((active + 1) % rows.length);
    else if (event.key === 'ArrowUp') setActive(active <= 0 ? rows.length - 1 : active - 1);
    else if (event.key === 'Tab' && !event.shiftKey) take(rows[Math.max(0, active)]);
    else if (event.key === 'Enter' && active >= 0) take(rows[active]);
    else if (event.key === 'Escape') {
      dismissed.current = completion?.open.from;
      close();
    } else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  /** A field of one line would swallow pasted line breaks and glue words together. */
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text/plain');
    const element = event.currentTarget;
    if (!/[\r\n\u2028\u2029]/.test(pasted)) return;
    event.preventDefault();
    element.setRangeText(asOneLine(pasted), element.selectionStart ?? 0, element.selectionEnd ?? 0, 'end');
    caretAfter.current = element.selectionStart ?? undefined;
    onText(element.value.slice(0, longest));
  };

  return (
    <Combobox
      store={combobox}
      position="top-start"
      // Beside the field in the page, too, so that it belongs to the same region for those who do not see it.
      withinPortal={false}
      floatingStrategy="fixed"
      width={380}
      offset={6}
      onOptionSubmit={(tag) => take(rows.find((row) => row.tag === tag))}
    >
      <Combobox.DropdownTarget>
        <div className={styles.field}>
          <Marks ref={marks} value={value} />
          <input
            ref={field}
            className={styles.input}
            role="combobox"
            aria-label={label}
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-expanded={isOpen}
            aria-controls={isOpen ? listId : undefined}
            aria-activedescendant={isOpen && active >= 0 ? `${listId}-${active}` : undefined}
            autoComplete="off"
            maxLength={longest}
            placeholder={placeholder}
            value={value}
            onChange={(event) => {
              onText(event.currentTarget.value);
              look(event.currentTarget);
            }}
            onSelect={(event) => {
              if (completion) look(event.currentTarget);
            }}
            onScroll={follow}
            onPaste={paste}
            onBlur={close}
            onKeyDown={(event) => {
              if (!isTaken(event)) onKeyDown(event);
            }}
          />
        </div>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={!isOpen}>
        <Combobox.Options id={listId} aria-label={label}>
          {rows.map(({ tag, words }, place) => (
            <Combobox.Option
              key={tag}
              id={`${listId}-${place}`}
              value={tag}
              className={styles.option}
              aria-selected={place === active}
              data-combobox-selected={place === active || undefined}
            >
              <span className={styles.tag}>{tag}</span>
              <span className={styles.words}>{words}</span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
