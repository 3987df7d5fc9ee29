// Notes where somebody is, and keeps it when the page goes, so that the next visit starts there.
import { useEffect } from 'react';
import { formatAddress, parseAddress, useAddress } from '../api/addresses.ts';
import type { AuditSession } from '../api/audit-session.ts';
import { recall, remember, rememberNow, rememberWorkspace } from '../api/browser-memory.ts';
import { notePlace, recallPlaces } from '../api/kept-places.ts';
import { putScrolls, readScrolls } from '../ui/use-kept-scroll.ts';

/** Reads what this browser kept of a workspace. Call before its rooms are drawn. */
export function recallWorkspace(device: string): void {
  rememberWorkspace(device);
  recallPlaces();
  putScrolls(recall('scrolls'));
}

/** Keeps the place of the page, with the scroll of its rooms. */
export function useKeptPlaces(session: AuditSession | undefined): void {
  const address = formatAddress(useAddress());
  useEffect(() => {
    const { audit } = session?.store.getState().open ?? {};
    notePlace(parseAddress(address), audit && { id: audit.id, ref: audit.ref });
  }, [address, session]);

  useEffect(() => {
    const keep = () => {
      remember('scrolls', readScrolls());
      rememberNow();
    };
    document.addEventListener('visibilitychange', keep);
    window.addEventListener('pagehide', keep);
    return () => {
      document.removeEventListener('visibilitychange', keep);
      window.removeEventListener('pagehide', keep);
    };
  }, []);
}
