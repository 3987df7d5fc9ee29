// What a room remembers of how it was looked at (filters, selection) while the page is open, per audit.
import { useCallback } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { useAuditSession } from './session-context.tsx';

const views = new Map<string, StoreApi<object>>();

/** The view of a room: its state, and how to change parts of it. `room` names it, `initial` is how it starts. */
export function useRoomView<T extends object>(room: string, initial: T): [T, (patch: Partial<T>) => void] {
  const { id } = useAuditSession();
  const key = `${id} ${room}`;
  let store = views.get(key) as StoreApi<T> | undefined;
  if (!store) {
    store = createStore<T>(() => initial);
    views.set(key, store);
  }
  const kept = store;
  const change = useCallback((patch: Partial<T>) => kept.setState(patch), [kept]);
  return [useStore(kept), change];
}
