// Where a piece of evidence is used: its links, adding one by typing, removing one; and the findings that cite it.
import { ActionIcon, Combobox, TextInput, useCombobox } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { hrefToRoom } from '../../api/addresses.ts';
import { useAppActions } from '../../api/app-actions.tsx';
import { useCommands } from '../../api/commands.ts';
import { useAudit, useAuditSession } from '../../api/session-context.tsx';
import type { EvidenceRow } from './evidence-rows.ts';
import styles from './details.module.css';
import { findLinkChoices, type LinkChoice, type LinkNoun, listLinkChoices } from './link-choices.ts';
import { texts } from './texts.ts';

const shownLinks = 6;
const nouns: readonly LinkNoun[] = ['finding', 'checklistItem', 'aiSystem'];
const keyOf = ({ noun, target }: { noun: string; target: string }) => `${noun} ${target}`;

function hrefOf(audit: string, { noun, ref, target }: LinkChoice): string | undefined {
  if (noun === 'finding') return hrefToRoom(audit, 'findings', ref);
  return noun === 'checklistItem' ? hrefToRoom(audit, 'checklist', target) : undefined;
}

interface AddProps {
  choices: readonly LinkChoice[];
  onChoose: (choice: LinkChoice) => void;
}

/** A field that finds what to link to while typing. */
function AddLink({ choices, onChoose }: AddProps) {
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

/** The links of a piece of evidence. */
export function EvidenceLinks({ row: { record, usedIn, isStatement } }: { row: EvidenceRow }) {
  const session = useAuditSession();
  const open = useAudit((state) => state.open);
  const { say } = useAppActions();
  const choices = useMemo(() => listLinkChoices(open), [open]);
  const byKey = useMemo(() => new Map(choices.map((choice) => [keyOf(choice), choice])), [choices]);
  const links = open.links.filter(({ evidence }) => evidence === record.id);
  const shown = links.flatMap((link) => {
    const choice = byKey.get(keyOf(link));
    return choice ? [{ link: link.id, choice }] : [];
  });
  const [isWhole, setWhole] = useState(false);
  const inView = isWhole ? shown : shown.slice(0, shownLinks);
  const linked = new Set(links.map(keyOf));
  const cited = usedIn.filter((use) => use.startsWith('F-') && !shown.some(({ choice }) => choice.ref === use));
  const fail = (error: unknown) => say(error instanceof Error ? error.message : String(error), { isAlarm: true });

  const add = ({ noun, target, ref }: LinkChoice) =>
    session
      .run(
        'links.create',
        { id: uuidv7(), fields: { evidence: record.id, noun, target } },
        texts.linked(record.number, ref),
      )
      .catch(fail);
  const remove = (link: string, { ref }: LinkChoice) =>
    session.run('links.remove', { link }, texts.linked(record.number, ref)).catch(fail);

  return (
    <section>
      <h2>{texts.links}</h2>
      {shown.length + cited.length === 0 && !isStatement ? <p className={styles.muted}>{texts.noLinks}</p> : null}
      <ul className={styles.links}>
        {inView.map(({ link, choice }) => {
          const href = hrefOf(open.audit.ref, choice);
          return (
            <li key={link}>
              {href === undefined ? (
                <span className={styles.linkRef}>{texts.system}</span>
              ) : (
                <a className={styles.linkRef} href={href}>
                  {choice.ref}
                </a>
              )}
              <span className={styles.linkWords} title={choice.words}>
                {choice.noun === 'aiSystem' ? choice.ref : choice.words}
              </span>
              <ActionIcon
                size="sm"
                aria-label={texts.unlink(`${choice.ref}, ${choice.words}`)}
                onClick={() => void remove(link, choice)}
              >
                <IconX size={13} aria-hidden />
              </ActionIcon>
            </li>
          );
        })}
        {isStatement ? (
          <li>
            <a className={styles.linkRef} href={hrefToRoom(open.audit.ref, 'applicability')}>
              {texts.statement}
            </a>
            <span className={styles.linkWords}>{texts.statementSource}</span>
          </li>
        ) : null}
        {cited.map((number) => (
          <li key={number}>
            <a className={styles.linkRef} href={hrefToRoom(open.audit.ref, 'findings', number)}>
              {number}
            </a>
            <span className={styles.muted}>{texts.citedIn}</span>
          </li>
        ))}
      </ul>
      {shown.length > inView.length ? (
        <button type="button" className={styles.more} onClick={() => setWhole(true)}>
          {texts.moreLinks(shown.length - inView.length)}
        </button>
      ) : null}
      <AddLink
        choices={choices.filter((choice) => !linked.has(keyOf(choice)))}
        onChoose={(choice) => void add(choice)}
      />
    </section>
  );
}
