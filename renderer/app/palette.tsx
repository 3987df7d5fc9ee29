// The one search-or-jump box: rooms, audits, requirements, commands, and words from everything in the audit.
import { Spotlight, spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useReducer, useState } from 'react';
import { useStore } from 'zustand';
import type { SearchHit } from '../../shared/contract/search.ts';
import { formatAddress, goTo, parseAddress, useAddress } from '../api/addresses.ts';
import type { AuditSession } from '../api/audit-session.ts';
import { hasCommand, runCommand } from '../api/commands.ts';
import { useEngine, useWorkspace } from '../api/engine-context.tsx';
import { noteCommand, noteRecent, placesStore } from '../api/kept-places.ts';
import { KeyCap } from '../ui/key-cap.tsx';
import { keyTable } from './keys.ts';
import {
  type Entry,
  findCommands,
  findElsewhere,
  findFilters,
  findPasted,
  findPlaces,
  findRecords,
  findRequirements,
  toHits,
  toRecent,
} from './palette-entries.ts';
import styles from './palette.module.css';
import { rooms } from './rooms.tsx';
import { texts } from './texts.ts';

/** Opens the palette. */
export const openPalette = () => spotlight.open();

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

interface GroupProps {
  label: string;
  entries: readonly Entry[];
  onChoose: (entry: Entry) => void;
}

function Group({ label, entries, onChoose }: GroupProps) {
  if (entries.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={label}>
      {entries.map((entry) => (
        <Spotlight.Action key={entry.key} onClick={() => onChoose(entry)} className={styles.action ?? ''}>
          <span className={styles.actionWords}>{entry.label}</span>
          {entry.hint === undefined ? null : <span className={styles.actionHint}>{entry.hint}</span>}
          {entry.keys === undefined ? null : <KeyCap keys={entry.keys} />}
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  );
}

const focusAtOnce = (field: HTMLInputElement | null) => field?.focus();

/** Does what was chosen, and notes it for the next time. */
function choose({ address, command, label, hint }: Entry): void {
  if (command !== undefined) {
    if (keyTable[command].group !== 'Go to') noteCommand(command);
    // After the palette has closed and given the focus back.
    setTimeout(() => runCommand(command), 60);
  }
  if (address === undefined) return;
  noteRecent({ address, label, ...(hint === undefined ? {} : { hint }) });
  goTo(parseAddress(address));
}

/** The address of the room whose keys a group of the table holds; undefined for groups that hold in many rooms. */
function addressOfGroup(group: string, ref: string | undefined): string | undefined {
  if (group === texts.places.catalogues || group === texts.places.settings)
    return formatAddress({ place: group === texts.places.settings ? 'settings' : 'catalogues' });
  const room = rooms.find(({ label }) => label === group);
  return room && ref !== undefined
    ? formatAddress({ place: 'audit', audit: ref, room: room.id, record: undefined })
    : undefined;
}

interface EntriesProps {
  query: string;
  session: AuditSession | undefined;
}

// Beside the box, so that nothing is looked for while it is closed.
function Entries({ query, session }: EntriesProps) {
  const audits = useWorkspace((state) => state.audits);
  const saved = useWorkspace((state) => state.settings.savedFilters);
  const address = useAddress();
  const places = useStore(placesStore);
  const hits = useHits(query.trim(), address.place === 'audit' ? session?.id : undefined);
  const state = session?.store.getState();
  const ref = state?.open.audit.ref;

  const isAsked = query.trim() !== '';
  const records = state ? findRecords(query, state) : [];
  const groups: [string, Entry[]][] = [
    [texts.paletteGroups.go, findPasted(query)],
    [texts.paletteGroups.recent, isAsked ? [] : toRecent(places, audits, address)],
    [texts.paletteGroups.filters, address.place === 'audit' ? findFilters(query, saved, address.audit) : []],
    [texts.paletteGroups.requirements, state ? findRequirements(query, state) : []],
    [texts.paletteGroups.go, findPlaces(query, hasCommand, audits)],
    [texts.paletteGroups.records, records],
    [texts.paletteGroups.commands, findCommands(query, hasCommand, places.commands)],
    [texts.paletteGroups.elsewhere, findElsewhere(query, hasCommand, (group) => addressOfGroup(group, ref))],
    // Last, because it comes a moment later: what was above it and marked stays where it is.
    [texts.paletteGroups.found, toHits(hits, records, audits, state)],
  ];
  const isEmpty = groups.every(([, entries]) => entries.length === 0);

  return (
    <>
      {groups.map(([label, entries], place) => (
        // The groups never change their order; one that is empty draws nothing.
        <Group key={`${place} ${label}`} label={label} entries={entries} onChoose={choose} />
      ))}
      {isEmpty ? <Spotlight.Empty>{texts.paletteEmpty}</Spotlight.Empty> : null}
    </>
  );
}

/** The palette. `session` is the audit that is open, if one is. */
export function Palette({ session }: { session: AuditSession | undefined }) {
  const [query, setQuery] = useState('');
  // Drawn again when it opens: by then the room has said what it can do.
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);

  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      onSpotlightOpen={drawAgain}
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
        <Entries query={query} session={session} />
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
