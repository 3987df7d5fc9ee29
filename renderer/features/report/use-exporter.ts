// The exporter of the open audit. It outlives the room, so that an export goes on while other rooms are looked at.
import { useEffect } from 'react';
import type { ReportWarning } from '../../../shared/contract/reports.ts';
import type { Api } from '../../../shared/rpc/client.ts';
import type { AuditSession } from '../../api/audit-session.ts';
import { useEngine } from '../../api/engine-context.tsx';
import { createExporter, type Exporter } from '../../api/exporter.ts';
import { type ExportedFile, keepLastExport, readLastExport } from '../../api/last-export.ts';
import { useAuditSession } from '../../api/session-context.tsx';
import { instantNow } from '../../ui/local-time.ts';
import { texts } from './texts.ts';

export interface Wanted {
  word: boolean;
  excel: boolean;
  pdf: boolean;
  /** Prints the licensed text of the standard beside the requirements. */
  licensedTexts: boolean;
}
export type ReportExporter = Exporter<Wanted, ExportedFile>;

const exporters = new WeakMap<AuditSession, ReportExporter>();

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

function exporterFor(api: Api, session: AuditSession): ReportExporter {
  const known = exporters.get(session);
  if (known) return known;
  const { id } = session;
  const exporter = createExporter<Wanted, ExportedFile>({
    flush: () => session.flush(),
    async make(wanted, job) {
      const { files, warnings } = await api.call('reports.export', { audit: id, ...wanted, job });
      const head = await readHead(api, id).catch(() => null);
      const open = await api.call('reports.check', { audit: id }).catch(() => ({ warnings }));
      return keepLastExport(id, files, { at: instantNow(), remarks: remarksOf(warnings, open.warnings), head });
    },
    cancel: (job) => api.call('jobs.cancel', { job }),
    files: readLastExport(id),
    words: texts,
  });
  exporters.set(session, exporter);
  return exporter;
}

/** The exporter of the open audit, told of the engine's progress. */
export function useExporter(): ReportExporter {
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
