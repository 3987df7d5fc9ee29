// What a room remembers of how it was looked at (filters, selection), per audit; kept by the browser beyond a reload.
import { useCallback } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { recall, remember } from './browser-memory.ts';
import { viewsOf } from './kept-places.ts';
import { useAuditSession } from './session-context.tsx';

const views = new Map<string, StoreApi<object>>();
/** Longer views hold texts of their own, which are not a way to look at something. */
const longestView = 20_000;

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Whether a value is the same after it was written and read. */
function isKeepable(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isKeepable);
  if (isFields(value)) return Object.values(value).every(isKeepable);
  return value === undefined || value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/** Whether a kept value can stand where `initial` stands, so that a view of an older program does no harm. */
function fits(initial: unknown, kept: unknown): boolean {
  if (initial === undefined || initial === null) return isKeepable(kept);
  if (Array.isArray(initial)) return Array.isArray(kept);
  if (!isFields(initial)) return typeof initial === typeof kept;
  if (!isFields(kept)) return false;
  const fields = Object.entries(initial);
  return fields.every(([name, value]) => fits(value, kept[name]));
}

/** A view with what was kept of it. Parts that no longer fit start as they would have. */
export function withKept<T extends object>(initial: T, kept: unknown): T {
  if (!isFields(kept)) return initial;
  const fitting = Object.entries(initial).filter(([name, value]) => name in kept && fits(value, kept[name]));
  return { ...initial, ...Object.fromEntries(fitting.map(([name]) => [name, kept[name]])) };
}

function keep(audit: string, room: string, view: object): void {
  const kept = Object.fromEntries(Object.entries(view).filter(([, value]) => isKeepable(value)));
  const all = recall(viewsOf(audit));
  const others = isFields(all) ? all : {};
  if (JSON.stringify(kept).length <= longestView) remember(viewsOf(audit), { ...others, [room]: kept });
}

/** The store of a room's view, made of what was kept when it is asked for first. */
function viewStore<T extends object>(id: string, room: string, initial: T): StoreApi<T> {
  const key = `${id} ${room}`;
  let store = views.get(key) as StoreApi<T> | undefined;
  if (!store) {
    const kept = recall(viewsOf(id));
    store = createStore<T>(() => withKept(initial, isFields(kept) ? kept[room] : undefined));
    store.subscribe((view) => keep(id, room, view));
    views.set(key, store);
  }
  return store;
}

/** The view of a room: its state, and how to change parts of it. `room` names it, `initial` is how it starts. */
export function useRoomView<T extends object>(room: string, initial: T): [T, (patch: Partial<T>) => void] {
  const { id } = useAuditSession();
  const store = viewStore(id, room, initial);
  const change = useCallback((patch: Partial<T>) => store.setState(patch), [store]);
  return [useStore(store), change];
}

/** Like `useRoomView`, for who draws only a part of it: `select` says which. The rest can be read when it is needed. */
export function usePartOfRoomView<T extends object, P>(
  room: string,
  initial: T,
  select: (view: T) => P,
): [P, (patch: Partial<T>) => void, () => T] {
  const { id } = useAuditSession();
  const store = viewStore(id, room, initial);
  const change = useCallback((patch: Partial<T>) => store.setState(patch), [store]);
  return [useStore(store, select), change, store.getState];
}
