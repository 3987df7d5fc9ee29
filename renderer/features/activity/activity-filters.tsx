// Which steps are shown: words, person, noun, day, one record.
import { Button, Select, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Noun } from '../../../shared/domain/nouns.ts';
import { useCommands } from '../../api/commands.ts';
import { useEngine } from '../../api/engine-context.tsx';
import { useAuditSession } from '../../api/session-context.tsx';
import { optionsOf } from '../../ui/options.ts';
import { Toolbar } from '../../ui/toolbar.tsx';
import styles from './activity.module.css';
import { texts } from './texts.ts';

/** What the room remembers of how it is looked at. */
export interface ActivityView {
  text: string;
  actor: string | null;
  noun: Noun | null;
  /** A day of this machine's calendar, ISO 8601, or an empty text. */
  day: string;
}

export const wholeView: ActivityView = { text: '', actor: null, noun: null, day: '' };

interface Props {
  view: ActivityView;
  onView: (patch: Partial<ActivityView>) => void;
  /** The name of the one record that is shown. */
  record: string | undefined;
  onEveryRecord: () => void;
  /** The people of the steps on the screen, who may be new to the list. */
  shown: string;
}

function usePeople(shown: string): readonly string[] {
  const { api } = useEngine();
  const { id } = useAuditSession();
  const [people, setPeople] = useState<readonly string[]>([]);
  useEffect(() => {
    let isWanted = true;
    api.call('changes.people', { audit: id }).then(
      (found) => isWanted && setPeople(found),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [api, id]);
  return people.includes(shown) || shown === '' ? people : [...people, shown];
}

const typingMs = 200;

/** The bar over the steps. */
export function ActivityFilters({ view, onView, record, onEveryRecord, shown }: Props) {
  const search = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(view.text);
  const people = usePeople(shown);
  useCommands({ 'app.search': () => search.current?.focus() });
  useEffect(() => {
    if (typed === view.text) return undefined;
    const timer = setTimeout(() => onView({ text: typed }), typingMs);
    return () => clearTimeout(timer);
  }, [typed, view.text, onView]);
  const isFiltered = record !== undefined || Object.values(view).some((value) => value !== '' && value !== null);
  return (
    <Toolbar label={texts.filters}>
      <TextInput
        ref={search}
        type="search"
        className={styles.search}
        aria-label={texts.search}
        placeholder={texts.search}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Select
        className={styles.choice}
        aria-label={texts.person}
        placeholder={texts.everybody}
        clearable
        data={[...people]}
        value={view.actor}
        onChange={(actor) => onView({ actor })}
      />
      <Select
        className={styles.choice}
        aria-label={texts.noun}
        placeholder={texts.everything}
        clearable
        data={optionsOf(texts.nouns)}
        value={view.noun}
        onChange={(noun) => onView({ noun: noun as Noun | null })}
      />
      <TextInput
        type="date"
        className={styles.day}
        aria-label={texts.day}
        value={view.day}
        onChange={(event) => onView({ day: event.currentTarget.value })}
      />
      {record === undefined ? null : (
        <Button
          variant="light"
          size="compact-xs"
          rightSection={<IconX size={12} aria-hidden />}
          onClick={onEveryRecord}
        >
          {texts.onlyRecord(record)}
        </Button>
      )}
      {isFiltered ? (
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => {
            setTyped('');
            onView(wholeView);
            onEveryRecord();
          }}
        >
          {texts.showAll}
        </Button>
      ) : null}
    </Toolbar>
  );
}
