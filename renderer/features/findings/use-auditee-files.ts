// Files for the auditee. The exporter outlives the room, so that an export goes on while other rooms are looked at.
import { useEffect } from 'react';
import type { Api } from '../../../shared/rpc/client.ts';
import type { AuditSession } from '../../api/audit-session.ts';
import { useEngine } from '../../api/engine-context.tsx';
import { createExporter, type Exporter } from '../../api/exporter.ts';
import { useAuditSession } from '../../api/session-context.tsx';
import { auditeeTexts } from './auditee-texts.ts';

/** What is wanted: the workbook, or sheets (Word or PDF) of all findings that need follow-up or of those named. */
export type Wanted = { kind: 'workbook' } | { kind: 'sheets' | 'sheetsPdf'; findings?: string[] };

/** A file that was made, and of how many rows or sheets. */
export interface AuditeeFile {
  kind: Wanted['kind'];
  path: string;
  name: string;
  count: number;
}
export interface AuditeeFiles extends Exporter<Wanted, AuditeeFile> {
  /** Puts the list of files away; the files stay where they are. */
  dismiss(): void;
}

const exporters = new WeakMap<AuditSession, AuditeeFiles>();

async function make(api: Api, audit: string, wanted: Wanted, job: string): Promise<AuditeeFile> {
  const { kind } = wanted;
  if (kind === 'workbook') {
    const { path, name, rows } = await api.call('actions.exportWorkbook', { audit, job });
    return { kind, path, name, count: rows };
  }
  const { findings } = wanted;
  const input = { audit, job, kind: kind === 'sheetsPdf' ? 'pdf' : 'word', ...(findings && { findings }) } as const;
  const { path, name, sheets } = await api.call('reports.closingSheets', input);
  return { kind, path, name, count: sheets };
}

function exporterFor(api: Api, session: AuditSession): AuditeeFiles {
  const known = exporters.get(session);
  if (known) return known;
  let files: readonly AuditeeFile[] = [];
  const exporter = createExporter<Wanted, AuditeeFile>({
    flush: () => session.flush(),
    async make(wanted, job) {
      const made = await make(api, session.id, wanted, job);
      files = [made, ...files.filter(({ kind }) => kind !== made.kind)];
      return files;
    },
    cancel: (job) => api.call('jobs.cancel', { job }),
    files,
    words: auditeeTexts,
  });
  const own: AuditeeFiles = {
    ...exporter,
    dismiss() {
      files = [];
      exporter.store.setState({ files, failure: undefined });
    },
  };
  exporters.set(session, own);
  return own;
}

/** The exporter of the open audit, told of the engine's progress. */
export function useAuditeeFiles(): AuditeeFiles {
  const { api, connection } = useEngine();
  const exporter = exporterFor(api, useAuditSession());
  useEffect(
    () =>
      connection.subscribe((event) => {
        if (event.type === 'progress') exporter.noteProgress(event.job, event.done, event.total, event.label);
      }),
    [connection, exporter],
  );
  return exporter;
}
