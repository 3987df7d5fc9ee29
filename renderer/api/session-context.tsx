// The open audit, offered through React.
import { createContext, type ReactNode, use } from 'react';
import { useStore } from 'zustand';
import type { AuditSession } from './audit-session.ts';
import type { SessionState } from './session-state.ts';

const SessionContext = createContext<AuditSession | undefined>(undefined);

/** Offers an open audit, if one is open, to everything inside. */
export function SessionProvider({ session, children }: { session: AuditSession | undefined; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The open audit's session. Only inside a room of an audit. */
export function useAuditSession(): AuditSession {
  const session = use(SessionContext);
  if (!session) throw new Error('useAuditSession outside of SessionProvider');
  return session;
}

/** A part of what the page shows of the open audit. `select` must answer with the same object for the same state. */
export function useAudit<T>(select: (state: SessionState) => T): T {
  return useStore(useAuditSession().store, select);
}
