// What the palette offers for words: rooms, audits, requirements, records by number and words, commands.
import type { AuditRow } from '../../shared/contract/audits.ts';
import type { SearchHit } from '../../shared/contract/search.ts';
import type { SavedFilter } from '../../shared/contract/workspace.ts';
import { findingHeading } from '../../shared/domain/findings.ts';
import { type Address, formatAddress, parseAddress, savedFilterAddress } from '../api/addresses.ts';
import type { CommandName } from '../api/commands.ts';
import { type KeptPlaces, placeIn } from '../api/kept-places.ts';
import { placeOfRecord } from '../api/record-places.ts';
import type { SessionState } from '../api/session-state.ts';
import { type KeyRow, keyTable, printKey } from './keys.ts';
import { rooms } from './rooms.tsx';
import { nounWords, texts } from './texts.ts';

export interface Entry {
  key: string;
  label: string;
  hint?: string | undefined;
  keys?: string | undefined;
  /** The fragment of the address it goes to. */
  address?: string;
  /** What it does instead. */
  command?: CommandName;
}

const mostOfAKind = 6;

const wordsOf = (query: string) => query.trim().toLowerCase().split(/\s+/).filter(Boolean);

function contains(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.every((word) => lower.includes(word));
}

function toCommand(name: CommandName, row: KeyRow): Entry {
  const [first] = row.keys;
  return { key: name, label: row.about, keys: first === undefined ? undefined : printKey(first), command: name };
}

const rows = Object.entries(keyTable) as [CommandName, KeyRow][];

/** The rooms one can go to, and the audits of the workspace. */
export function findPlaces(
  query: string,
  isDone: (name: CommandName) => boolean,
  audits: readonly AuditRow[],
): Entry[] {
  const words = wordsOf(query);
  const places = rows.filter(([name, row]) => row.group === 'Go to' && isDone(name) && contains(row.about, words));
  const fitting = audits.filter(({ ref, title, organization }) => contains(`${ref} ${title} ${organization}`, words));
  return [
    ...places.map(([name, row]) => toCommand(name, row)),
    ...(words.length === 0 ? [] : fitting.slice(0, 8)).map(({ ref, title, organization }) => ({
      key: ref,
      label: `${ref}  ${title}`,
      hint: organization,
      address: formatAddress({ place: 'audit', audit: ref, ...placeIn(ref) }),
    })),
  ];
}

/** The filters of rooms that were given a name. */
export function findFilters(query: string, saved: readonly SavedFilter[], audit: string): Entry[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  return saved.flatMap(({ room: id, name }) => {
    const room = rooms.find((one) => one.id === id);
    const hint = room && texts.paletteFilter(room.label);
    if (!room || !hint || !contains(`${hint} ${name}`, words)) return [];
    const address = formatAddress(savedFilterAddress(audit, room.id, name));
    return [{ key: `filter ${id} ${name}`, label: name, hint, address }];
  });
}

/** What can be done here, what was chosen lately first. Small steps are offered only when asked for by words. */
export function findCommands(
  query: string,
  isDone: (name: CommandName) => boolean,
  lately: readonly CommandName[],
): Entry[] {
  const words = wordsOf(query);
  const rank = (name: CommandName) => (lately.includes(name) ? lately.indexOf(name) : lately.length);
  return rows
    .filter(([name, row]) => row.group !== 'Go to' && isDone(name) && contains(row.about, words))
    .filter(([, row]) => row.isHiddenInPalette !== true || words.length > 0)
    .toSorted(([one], [other]) => rank(one) - rank(other))
    .map(([name, row]) => toCommand(name, row));
}

/**
 * Commands that nobody does here: they lead to the room that does, and say the key to press there. Nothing is done
 * unseen to a record that is not on the screen.
 */
export function findElsewhere(
  query: string,
  isDone: (name: CommandName) => boolean,
  addressOf: (group: string) => string | undefined,
): Entry[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  return rows.flatMap(([name, row]) => {
    const address = addressOf(row.group);
    if (address === undefined || isDone(name) || !contains(row.about, words)) return [];
    const { command: _command, ...entry } = toCommand(name, row);
    return [{ ...entry, hint: texts.commandElsewhere(row.group), address }];
  });
}

/** The requirements of the open audit. */
export function findRequirements(query: string, { open, catalogue }: SessionState): Entry[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const begins = (id: string) => Number(id.toLowerCase().startsWith(words[0] ?? ''));
  return catalogue.requirements
    .filter(({ id, title }) => contains(`${id} ${title}`, words))
    .toSorted((one, other) => begins(other.id) - begins(one.id))
    .slice(0, 8)
    .map(({ id, title }) => ({
      key: `requirement ${id}`,
      label: `${id}  ${title}`,
      address: formatAddress({ place: 'audit', audit: open.audit.ref, room: 'checklist', record: id }),
    }));
}

/** Findings and evidence of the open audit by number and words, and its newest notes by words. */
export function findRecords(query: string, { open }: SessionState): Entry[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const address = (noun: string, id: string) => {
    const { room, record } = placeOfRecord(noun, id, open) ?? { room: 'checklist' as const, record: undefined };
    return formatAddress({ place: 'audit', audit: open.audit.ref, room, record });
  };
  const findings = open.findings.map((one) => ({
    noun: 'finding',
    ...one,
    label: `${one.number}  ${findingHeading(one)}`,
  }));
  const evidence = open.evidence.map(({ id, number, title, originalName }) => ({
    noun: 'evidence',
    id,
    label: `${number}  ${title || originalName}`,
  }));
  const notes = open.notes.toReversed().map(({ id, text }) => ({ noun: 'note', id, label: text }));
  return [findings, evidence, notes].flatMap((records) =>
    records
      .filter(({ label }) => contains(label, words))
      .slice(0, mostOfAKind)
      .map(({ noun, id, label }) => ({
        key: `${noun} ${id}`,
        label,
        hint: nounWords[noun],
        address: address(noun, id),
      })),
  );
}

/** What the engine's search found, without what is listed already. */
export function toHits(
  hits: readonly SearchHit[],
  known: readonly Entry[],
  audits: readonly AuditRow[],
  session: SessionState | undefined,
): Entry[] {
  const open = session?.open;
  const seen = new Set(known.map(({ key }) => key));
  const unique = new Map(hits.map((hit) => [`${hit.noun} ${hit.id}`, hit]));
  return [...unique].flatMap(([key, { noun, id, ref, text, audit }]) => {
    const target = audits.find((one) => one.id === audit)?.ref ?? open?.audit.ref;
    const place = placeOfRecord(noun, id, open?.audit.id === audit ? open : undefined);
    if (seen.has(key) || target === undefined || !place) return [];
    const address = formatAddress({ place: 'audit', audit: target, ...place });
    return [{ key, label: text, hint: `${nounWords[noun] ?? noun} ${ref}`, address }];
  });
}

/** A pasted link of this page, as something to open. */
export function findPasted(query: string): Entry[] {
  const fragment = /#(\/[^\s]+)$/.exec(query.trim())?.[1];
  if (fragment === undefined) return [];
  try {
    const address = formatAddress(parseAddress(fragment));
    return [{ key: 'pasted', label: texts.openAddress, hint: address, address }];
  } catch {
    // Not an address: signs that do not belong into one.
    return [];
  }
}

/** Where one was lately: what was chosen here, then the places in other audits. Without the place one is at. */
export function toRecent(places: KeptPlaces, audits: readonly AuditRow[], here: Address): Entry[] {
  const last = places.audits.flatMap(({ ref, room, record }) => {
    const audit = here.place === 'audit' && here.audit === ref ? undefined : audits.find((one) => one.ref === ref);
    const address = formatAddress({ place: 'audit', audit: ref, room, record });
    return audit
      ? [{ address, label: `${ref}  ${audit.title}`, hint: rooms.find(({ id }) => id === room)?.label }]
      : [];
  });
  const chosen = places.recent.filter(({ address }) => address !== formatAddress(here)).slice(0, 5);
  const known = new Set(chosen.map(({ address }) => address));
  return [...chosen, ...last.filter(({ address }) => !known.has(address)).slice(0, 3)].map((place) => ({
    ...place,
    key: `recent ${place.address}`,
  }));
}
