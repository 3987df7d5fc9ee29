// Holds the open audit while its rooms are on the screen, and stores everything before another one is opened.
import { type ReactNode, useEffect, useState } from 'react';
import { isAppError } from '../../shared/errors.ts';
import { type AuditSession, openAuditSession } from '../api/audit-session.ts';
import { useEngine } from '../api/engine-context.tsx';

export type Opened =
  | { state: 'none' }
  | { state: 'opening'; audit: string }
  | { state: 'open'; audit: string; session: AuditSession }
  | { state: 'failed'; audit: string; sentence: string };

interface Props {
  /** The audit of the address, by reference or id. */
  audit: string | undefined;
  children: (opened: Opened) => ReactNode;
}

/** Opens the audit of the address and keeps it open until another address names another one. */
export function AuditHost({ audit, children }: Props) {
  const { api, connection } = useEngine();
  const [opened, setOpened] = useState<Opened>({ state: 'none' });

  useEffect(() => {
    if (audit === undefined) return;
    let isWanted = true;
    let session: AuditSession | undefined;
    setOpened({ state: 'opening', audit });
    openAuditSession({ api, subscribe: (listener) => connection.subscribe(listener) }, audit).then(
      (open) => {
        session = open;
        if (isWanted) setOpened({ state: 'open', audit, session: open });
        else open.close();
      },
      (error: unknown) => {
        const sentence = isAppError(error) ? error.message : 'The page could not read it.';
        if (isWanted) setOpened({ state: 'failed', audit, sentence });
      },
    );
    return () => {
      isWanted = false;
      const last = session;
      if (last) void last.flush().finally(() => last.close());
    };
  }, [api, connection, audit]);

  useEffect(() => {
    if (opened.state !== 'open') return;
    const { session } = opened;
    const leave = () => session.prepareToLeave();
    const hide = () => document.visibilityState === 'hidden' && leave();
    const warn = (event: BeforeUnloadEvent) => {
      leave();
      if (session.store.getState().save.kind === 'failing') event.preventDefault();
    };
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('pagehide', leave);
    window.addEventListener('beforeunload', warn);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('beforeunload', warn);
    };
  }, [opened]);

  return children(audit === undefined ? { state: 'none' } : opened);
}
