// Filters of the checklist that somebody gave a name. Pure.
import type { SavedFilter } from '../../../shared/contract/workspace.ts';
import type { Filter } from './checklist-filter.ts';

const room = 'checklist';

/** Most that is kept, over all rooms. */
export const mostSaved = 200;

/** Those of this room, by name. */
export function roomFilters(all: readonly SavedFilter[]): SavedFilter[] {
  return all.filter((one) => one.room === room).toSorted((one, other) => one.name.localeCompare(other.name));
}

const isNamed = (name: string) => (one: SavedFilter) =>
  one.room === room && one.name.toLowerCase() === name.trim().toLowerCase();

/** All of them with this one beside the others; one of the same name is replaced. */
export function withFilter(all: readonly SavedFilter[], name: string, filter: Filter): SavedFilter[] {
  const others = all.filter((one) => !isNamed(name)(one));
  return [...others, { room, name: name.trim(), filter: { ...filter } }].slice(-mostSaved);
}

/** All of them without the one of this name. */
export function withoutFilter(all: readonly SavedFilter[], name: string): SavedFilter[] {
  return all.filter((one) => !isNamed(name)(one));
}

/** The name under which a filter is saved; undefined where it is not. */
export function nameOfFilter(all: readonly SavedFilter[], filter: Filter): string | undefined {
  const names = Object.keys(filter) as (keyof Filter)[];
  return roomFilters(all).find((one) => names.every((name) => one.filter[name] === filter[name]))?.name;
}
