// A field that finds what to link to while typing: questions, findings, AI systems. Several one after the other.
import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { useCommands } from '../../api/commands.ts';
import styles from './details.module.css';
import { findLinkChoices, keyOf, type LinkChoice, type LinkNoun } from './link-choices.ts';
import { texts } from './texts.ts';

const nouns: readonly LinkNoun[] = ['finding', 'action', 'checklistItem', 'aiSystem'];

interface Props {
  choices: readonly LinkChoice[];
  onChoose: (choice: LinkChoice) => void;
}

/** The field; it keeps the focus, so that the next can be typed. */
export function LinkField({ choices, onChoose }: Props) {
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const found = useMemo(() => findLinkChoices(choices, typed), [choices, typed]);
  useCommands({ 'evidence.link': () => field.current?.focus() });
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(key) => {
        const choice = found.find((one) => keyOf(one) === key);
        if (choice) onChoose(choice);
        setTyped('');
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <TextInput
          ref={field}
          aria-label={texts.linkTo}
          placeholder={texts.linkPlaceholder}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options className={styles.choices}>
          {found.length === 0 ? <Combobox.Empty>{texts.linkNothing}</Combobox.Empty> : null}
          {nouns.map((noun) => {
            const group = found.filter((choice) => choice.noun === noun);
            if (group.length === 0) return null;
            return (
              <Combobox.Group key={noun} label={texts.groups[noun]}>
                {group.map((choice) => (
                  <Combobox.Option key={keyOf(choice)} value={keyOf(choice)} className={styles.choice}>
                    <span className={styles.linkRef}>{choice.ref}</span>
                    <span>{choice.words}</span>
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            );
          })}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
