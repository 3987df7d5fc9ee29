// The exporter of the open audit. It outlives the room, so that an export goes on while other rooms are looked at.
import { useEffect } from 'react';
import type { ReportWarning } from '../../../shared/contract/reports.ts';
import type { Api } from '../../../shared/rpc/client.ts';
import type { AuditSession } from '../../api/audit-session.ts';
import { useEngine } from '../../api/engine-context.tsx';
import { useAuditSession } from '../../api/session-context.tsx';
import { instantNow } from '../../ui/local-time.ts';
import { createExporter, type Exporter } from './export-store.ts';
import { keepLastExport, readLastExport } from './last-export.ts';

const exporters = new WeakMap<AuditSession, Exporter>();

/** The newest change of an audit, by its id. */
export async function readHead(api: Api, audit: string): Promise<string | null> {
  const [newest] = await api.call('changes.list', { audit, limit: 1 });
  return newest?.id ?? null;
}

/** What the export said about records of which nothing is open: those stand in the list of open points already. */
function remarksOf(said: readonly ReportWarning[], open: readonly ReportWarning[]): string[] {
  const known = new Set(open.map(({ record }) => record));
  return [...new Set(said.filter(({ record }) => !known.has(record)).map(({ message }) => message))];
}

function exporterFor(api: Api, session: AuditSession): Exporter {
  const known = exporters.get(session);
  if (known) return known;
  const { id } = session;
  const exporter = createExporter({
    flush: () => session.flush(),
    run: (wanted, job) => api.call('reports.export', { audit: id, ...wanted, job }),
    cancel: (job) => api.call('jobs.cancel', { job }),
    async keep({ files, warnings }) {
      const head = await readHead(api, id).catch(() => null);
      const open = await api.call('reports.check', { audit: id }).catch(() => ({ warnings }));
      return keepLastExport(id, files, { at: instantNow(), remarks: remarksOf(warnings, open.warnings), head });
    },
    files: readLastExport(id),
  });
  exporters.set(session, exporter);
  return exporter;
}

/** The exporter of the open audit, told of the engine's progress. */
export function useExporter(): Exporter {
  const { api, connection } = useEngine();
  const session = useAuditSession();
  const exporter = exporterFor(api, session);
  useEffect(
    () =>
      connection.subscribe((event) => {
        if (event.type === 'progress') exporter.noteProgress(event.job, event.done, event.total, event.label);
      }),
    [connection, exporter],
  );
  return exporter;
}
