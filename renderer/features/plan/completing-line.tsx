// A text field with a list of what the text at the caret may become. The list is made only while there is something in it,
// because a plan has hundreds of such fields.
import { Popover } from '@mantine/core';
import { type ComponentProps, type KeyboardEvent, type ReactNode, type RefObject, useId, useState } from 'react';
import { GrowingText } from '../../parts/growing-text.tsx';
import styles from './fields.module.css';

export interface LineOption {
  value: string;
  content: ReactNode;
}

interface Props extends Omit<ComponentProps<typeof GrowingText>, 'ref' | 'onKeyDown'> {
  field: RefObject<HTMLTextAreaElement | null>;
  /** What is offered; empty where nothing is. */
  options: readonly LineOption[];
  /** Whether Enter takes the first option without choosing it by the arrow keys. */
  takesFirst: boolean;
  width: number;
  onPick: (value: string) => void;
  /** Asks to offer nothing any more. */
  onClose: () => void;
  /** Keys that the list does not take. */
  onOtherKey: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

/** A field with completion. */
export function CompletingLine(props: Props) {
  const { field, options, takesFirst, width, onPick, onClose, onOtherKey, ...rest } = props;
  const listId = useId();
  const [chosen, setChosen] = useState<{ options: readonly LineOption[]; place: number }>();
  const isOpen = options.length > 0;
  const place = chosen?.options === options ? chosen.place : takesFirst ? 0 : -1;
  const go = (to: number) => setChosen({ options, place: (to + options.length) % options.length });
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const taken = options[place];
    if (!isOpen || event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) {
      onOtherKey(event);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      go(event.key === 'ArrowDown' ? place + 1 : Math.max(place, 0) - 1);
    } else if (event.key === 'Enter' && taken) {
      event.preventDefault();
      onPick(taken.value);
    } else {
      if (event.key === 'Escape') onClose();
      onOtherKey(event);
    }
  };
  return (
    <div className={styles.completing}>
      <GrowingText
        {...rest}
        ref={field}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen && place >= 0 ? `${listId}-${place}` : undefined}
        onKeyDown={press}
      />
      {isOpen ? (
        <Popover
          opened
          position="bottom-start"
          width={width}
          offset={4}
          withRoles={false}
          closeOnEscape={false}
          transitionProps={{ duration: 0 }}
        >
          <Popover.Target>
            <span className={styles.anchor} />
          </Popover.Target>
          <Popover.Dropdown p={4}>
            <div id={listId} role="listbox" aria-label={rest['aria-label']}>
              {options.map(({ value, content }, at) => (
                // The keys stay with the text field: its active descendant is the option.
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
                <div
                  key={value}
                  id={`${listId}-${at}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={at === place}
                  className={styles.choice}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => onPick(value)}
                >
                  {content}
                </div>
              ))}
            </div>
          </Popover.Dropdown>
        </Popover>
      ) : null}
    </div>
  );
}
