// Work that has to follow what is stored of the open audit.
import { useEffect } from 'react';
import { useAuditSession } from './session-context.tsx';

const quietMs = 700;

/** Calls `work` at once and again a moment after the audit has changed and is stored. `work` must stay the same. */
export function useStoredAudit(work: () => unknown): void {
  const { store } = useAuditSession();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let seen = store.getState().open;
    work();
    const stop = store.subscribe(({ open, save }) => {
      if (open === seen || save.kind !== 'saved') return;
      seen = open;
      clearTimeout(timer);
      timer = setTimeout(work, quietMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store, work]);
}
