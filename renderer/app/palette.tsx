// The one search-or-jump box: rooms, audits, requirements, commands, and words from everything in the audit.
import { Spotlight, spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { SearchHit } from '../../shared/contract/search.ts';
import { goTo, goToRoom, goToSavedFilter, type RoomId, useAddress } from '../api/addresses.ts';
import type { AuditSession } from '../api/audit-session.ts';
import { type CommandName, hasCommand, runCommand } from '../api/commands.ts';
import { useEngine, useWorkspace } from '../api/engine-context.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import styles from './app.module.css';
import { type KeyRow, keyTable, printKey } from './keys.ts';
import { nounWords, texts } from './texts.ts';

interface Entry {
  key: string;
  label: string;
  hint?: string;
  keys?: string | undefined;
  run: () => void;
}

const roomOfNoun: Record<string, RoomId> = {
  checklistItem: 'checklist',
  finding: 'findings',
  action: 'findings',
  evidence: 'evidence',
  note: 'notes',
  aiSystem: 'systems',
  soaEntry: 'applicability',
};

/** Opens the palette. */
export const openPalette = () => spotlight.open();

const contains = (text: string, words: readonly string[]) => {
  const lower = text.toLowerCase();
  return words.every((word) => lower.includes(word));
};

/** Hits of the engine's search, a moment after the last key. */
function useHits(query: string, audit: string | undefined): readonly SearchHit[] {
  const { api } = useEngine();
  const [hits, setHits] = useState<{ query: string; found: readonly SearchHit[] }>({ query: '', found: [] });
  useEffect(() => {
    if (query.length < 2) return undefined;
    let isCurrent = true;
    const timer = setTimeout(() => {
      api.call('search.find', { text: query, limit: 12, ...(audit === undefined ? {} : { audit }) }).then(
        (found) => isCurrent && setHits({ query, found }),
        () => isCurrent && setHits({ query, found: [] }),
      );
    }, 60);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, query, audit]);
  return query.length < 2 ? [] : hits.found;
}

function Group({ label, entries }: { label: string; entries: readonly Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={label}>
      {entries.map(({ key, label: words, hint, keys, run }) => (
        <Spotlight.Action key={key} onClick={run} className={styles.action ?? ''}>
          <span className={styles.actionWords}>{words}</span>
          {hint === undefined ? null : <span className={styles.actionHint}>{hint}</span>}
          {keys === undefined ? null : <KeyCap keys={keys} />}
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  );
}

const focusAtOnce = (field: HTMLInputElement | null) => field?.focus();

/** The palette. `session` is the audit that is open, if one is. */
export function Palette({ session }: { session: AuditSession | undefined }) {
  const [query, setQuery] = useState('');
  const audits = useWorkspace((state) => state.audits);
  const saved = useWorkspace((state) => state.settings.savedFilters);
  const address = useAddress();
  const ref = session?.store.getState().open.audit.ref;
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const hits = useHits(query.trim(), address.place === 'audit' ? session?.id : undefined);

  const commands = (Object.entries(keyTable) as [CommandName, KeyRow][])
    .filter(([name, row]) => row.isHiddenInPalette !== true && hasCommand(name) && contains(row.about, words))
    .map(([name, row]) => ({
      key: name,
      label: row.about,
      keys: row.keys[0] === undefined ? undefined : printKey(row.keys[0]),
      // After the palette has closed and given the focus back.
      run: () => void setTimeout(() => runCommand(name), 60),
      isPlace: row.group === 'Go to',
    }));
  const filters: Entry[] =
    ref === undefined || address.place !== 'audit'
      ? []
      : saved
          .filter(
            ({ room, name }) =>
              room === 'checklist' && words.length > 0 && contains(`${texts.paletteFilter} ${name}`, words),
          )
          .map(({ name }) => ({
            key: `filter ${name}`,
            label: name,
            hint: texts.paletteFilter,
            run: () => goToSavedFilter(ref, 'checklist', name),
          }));
  const places: Entry[] = [
    ...filters,
    ...commands.filter(({ isPlace }) => isPlace),
    ...audits
      .filter(({ ref: other, title, organization }) => contains(`${other} ${title} ${organization}`, words))
      .slice(0, words.length === 0 ? 3 : 8)
      .map(({ ref: other, title, organization }) => ({
        key: other,
        label: `${other}  ${title}`,
        hint: organization,
        run: () => goToRoom(other, 'checklist'),
      })),
  ];
  const requirements: Entry[] =
    session === undefined || ref === undefined || words.length === 0
      ? []
      : session.store
          .getState()
          .catalogue.requirements.filter(({ id, title }) => contains(`${id} ${title}`, words))
          .toSorted((one, other) => Number(other.id.startsWith(query)) - Number(one.id.startsWith(query)))
          .slice(0, 8)
          .map(({ id, title }) => ({
            key: `requirement ${id}`,
            label: `${id}  ${title}`,
            run: () => goToRoom(ref, 'checklist', id),
          }));
  const found: Entry[] = [...new Map(hits.map((hit) => [`${hit.noun} ${hit.id}`, hit])).values()].map((hit) => ({
    key: `${hit.noun} ${hit.id}`,
    label: hit.text,
    hint: `${nounWords[hit.noun] ?? hit.noun} ${hit.ref}`,
    run: () => {
      const room = roomOfNoun[hit.noun];
      const target = audits.find(({ id }) => id === hit.audit)?.ref ?? ref;
      if (target !== undefined && room !== undefined) goToRoom(target, room, hit.id);
      else if (target !== undefined && hit.noun === 'note') runCommand('app.capture');
      else if (target !== undefined) goToRoom(target, 'checklist');
      else goTo({ place: 'audits' });
    },
  }));
  const doings = commands.filter(({ isPlace }) => !isPlace);
  const isEmpty = places.length + requirements.length + found.length + doings.length === 0;

  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      maxHeight={460}
      scrollable
      size={620}
      centered={false}
      yOffset="12vh"
      transitionProps={{ duration: 0 }}
      overlayProps={{ blur: 0, backgroundOpacity: 1, color: 'var(--scrim)' }}
    >
      <Spotlight.Search
        // At once and not after a moment, so that no key typed after Ctrl K is lost.
        ref={focusAtOnce}
        placeholder={texts.palettePlaceholder}
        aria-label={texts.palettePlaceholder}
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
      />
      <Spotlight.ActionsList>
        <Group label={texts.paletteGroups.requirements} entries={requirements} />
        <Group label={texts.paletteGroups.go} entries={places} />
        <Group label={texts.paletteGroups.found} entries={found} />
        <Group label={texts.paletteGroups.commands} entries={doings} />
        {isEmpty ? <Spotlight.Empty>{texts.paletteEmpty}</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
