// Holds the open audit while its rooms are on the screen, and stores everything before another one is opened.
import { useEffect, useState } from 'react';
import { isAppError } from '../../shared/errors.ts';
import { type AuditSession, openAuditSession } from '../api/audit-session.ts';
import { useEngine } from '../api/engine-context.tsx';

export type Opened =
  | { state: 'opening'; audit: string }
  | { state: 'open'; audit: string; session: AuditSession }
  | { state: 'failed'; audit: string; sentence: string };

/** Stores what is typed when the page is hidden or goes away, and asks before it goes with something unsaved. */
function usePreparedToLeave(session: AuditSession | undefined): void {
  useEffect(() => {
    if (!session) return undefined;
    const leave = () => session.prepareToLeave();
    const hide = () => {
      if (document.visibilityState === 'hidden') leave();
    };
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
  }, [session]);
}

/** Opens an audit by reference or id and keeps it open until another one is wanted. Undefined where none is. */
export function useOpenAudit(audit: string | undefined): Opened | undefined {
  const { api, connection } = useEngine();
  const [opened, setOpened] = useState<Opened>();

  useEffect(() => {
    if (audit === undefined) return undefined;
    let isWanted = true;
    let session: AuditSession | undefined;
    const open = async () => {
      try {
        session = await openAuditSession({ api, subscribe: (listener) => connection.subscribe(listener) }, audit);
        if (isWanted) setOpened({ state: 'open', audit, session });
        else session.close();
      } catch (error) {
        const sentence = isAppError(error) ? error.message : 'The page could not read it.';
        if (isWanted) setOpened({ state: 'failed', audit, sentence });
      }
    };
    void open();
    return () => {
      isWanted = false;
      setOpened(undefined);
      const last = session;
      if (last) void last.flush().finally(() => last.close());
    };
  }, [api, connection, audit]);

  usePreparedToLeave(opened?.state === 'open' ? opened.session : undefined);
  if (audit === undefined) return undefined;
  return opened?.audit === audit ? opened : { state: 'opening', audit };
}
