// Filters of a room that somebody gave a name, kept in the personal settings. Pure.
import type { SavedFilter } from '../../shared/contract/workspace.ts';
import type { RoomId } from './addresses.ts';

/** What of a filter is saved. */
export type KeptFilter = SavedFilter['filter'];

/** Most that is kept, over all rooms. */
export const mostSaved = 200;

/** Those of a room, by name. */
export function roomFilters(all: readonly SavedFilter[], room: RoomId): SavedFilter[] {
  return all.filter((one) => one.room === room).toSorted((one, other) => one.name.localeCompare(other.name));
}

const isNamed = (room: RoomId, name: string) => (one: SavedFilter) =>
  one.room === room && one.name.toLowerCase() === name.trim().toLowerCase();

/** All of them with this one beside the others; one of the same name in the same room is replaced. */
export function withFilter(all: readonly SavedFilter[], room: RoomId, name: string, filter: KeptFilter): SavedFilter[] {
  const is = isNamed(room, name);
  return [...all.filter((one) => !is(one)), { room, name: name.trim(), filter }].slice(-mostSaved);
}

/** All of them without the room's one of this name. */
export function withoutFilter(all: readonly SavedFilter[], room: RoomId, name: string): SavedFilter[] {
  const is = isNamed(room, name);
  return all.filter((one) => !is(one));
}

/** The name under which a room's filter is saved; undefined where it is not. */
export function nameOfFilter(all: readonly SavedFilter[], room: RoomId, filter: KeptFilter): string | undefined {
  const names = Object.keys(filter);
  return roomFilters(all, room).find((one) => names.every((name) => one.filter[name] === filter[name]))?.name;
}
