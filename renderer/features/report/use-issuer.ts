// Issuing from the page: one at a time, with its progress. It outlives the room.
import { useEffect } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { Api } from '../../../shared/rpc/client.ts';
import type { AuditSession } from '../../api/audit-session.ts';
import { useEngine } from '../../api/engine-context.tsx';
import { createExporter, type Exporter } from '../../api/exporter.ts';
import { useAuditSession } from '../../api/session-context.tsx';
import { issueTexts } from './issue-texts.ts';

export type Issuer = Exporter<undefined, never>;

const issuers = new WeakMap<AuditSession, Issuer>();

function issuerFor(api: Api, session: AuditSession): Issuer {
  const known = issuers.get(session);
  if (known) return known;
  const issuer = createExporter<undefined, never>({
    flush: () => session.flush(),
    async make(_, job) {
      await api.call('reports.issue', { audit: session.id, id: uuidv7(), job });
      await session.reload();
      return [];
    },
    cancel: (job) => api.call('jobs.cancel', { job }),
    files: [],
    words: issueTexts,
  });
  issuers.set(session, issuer);
  return issuer;
}

/** The issuer of the open audit, told of the engine's progress. */
export function useIssuer(): Issuer {
  const { api, connection } = useEngine();
  const session = useAuditSession();
  const issuer = issuerFor(api, session);
  useEffect(
    () =>
      connection.subscribe((event) => {
        if (event.type === 'progress') issuer.noteProgress(event.job, event.done, event.total, event.label);
      }),
    [connection, issuer],
  );
  return issuer;
}
