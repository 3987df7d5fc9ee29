// The addresses of the page, all in the fragment: #/audits, #/new, #/catalogues/…, #/a/2026-001/checklist/….
import { navigate, useHashLocation } from 'wouter/use-hash-location';

export const roomIds = [
  'overview',
  'plan',
  'systems',
  'applicability',
  'checklist',
  'notes',
  'evidence',
  'findings',
  'report',
  'activity',
] as const;
export type RoomId = (typeof roomIds)[number];

export type Address =
  | { place: 'audits' }
  | { place: 'new' }
  | { place: 'catalogues'; record?: string | undefined }
  | { place: 'settings' }
  | { place: 'help'; record?: string | undefined }
  | { place: 'audit'; audit: string; room: RoomId; record: string | undefined };

/** An address as the fragment's text. */
export function formatAddress(address: Address): string {
  if (address.place === 'catalogues' || address.place === 'help')
    return ['', address.place, ...(address.record === undefined ? [] : [encodeURIComponent(address.record)])].join('/');
  if (address.place !== 'audit') return `/${address.place}`;
  const parts = ['a', address.audit, address.room, ...(address.record === undefined ? [] : [address.record])];
  return `/${parts.map(encodeURIComponent).join('/')}`;
}

/** The address in a fragment's text; all audits where it is none. */
export function parseAddress(path: string): Address {
  const [place, audit, room = 'checklist', record] = path.split('/').filter(Boolean).map(decodeURIComponent);
  if (place === 'new') return { place: 'new' };
  if (place === 'settings') return { place: 'settings' };
  if (place === 'catalogues' || place === 'help') return { place, record: audit };
  const known = roomIds.find((id) => id === room);
  if (place !== 'a' || audit === undefined || known === undefined) return { place: 'audits' };
  return { place: 'audit', audit, room: known, record };
}

/** The address as something to put in a link. */
export function hrefTo(address: Address): string {
  return `#${formatAddress(address)}`;
}

/** The link to a record's place in a room of an audit. */
export function hrefToRoom(audit: string, room: RoomId, record?: string): string {
  return hrefTo({ place: 'audit', audit, room, record });
}

const themePrefix = 'theme-';

/** The link to the checklist with only the questions that carry a theme. */
export function hrefToTheme(audit: string, theme: string): string {
  return hrefToRoom(audit, 'checklist', `${themePrefix}${theme}`);
}

/** The theme that such a link asks the checklist for; an empty text where it names a record. */
export function themeOf(record: string | undefined): string {
  return record?.startsWith(themePrefix) === true ? record.slice(themePrefix.length) : '';
}

const savedPrefix = 'filter-';

/** Goes to a room with a filter that somebody saved under a name. */
export function savedFilterAddress(audit: string, room: RoomId, name: string): Address {
  return { place: 'audit', audit, room, record: `${savedPrefix}${name}` };
}

/** The name of the saved filter that such an address asks for; an empty text where it names a record. */
export function savedFilterOf(record: string | undefined): string {
  return record?.startsWith(savedPrefix) === true ? record.slice(savedPrefix.length) : '';
}

/** Goes to an address. `replace` leaves no trace in the way back, for moves inside a room. */
export function goTo(address: Address, options: { replace?: boolean } = {}): void {
  navigate(formatAddress(address), options);
}

/** Goes to a room of an audit, or to one of its records there. */
export function goToRoom(audit: string, room: RoomId, record?: string, options: { replace?: boolean } = {}): void {
  goTo({ place: 'audit', audit, room, record }, options);
}

/** The address the page is at. */
export function useAddress(): Address {
  const [path] = useHashLocation();
  return parseAddress(path);
}
