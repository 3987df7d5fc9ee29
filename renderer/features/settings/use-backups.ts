// The making of backups. It outlives the room, so that it goes on while something else is looked at.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { BackupRow } from '../../../shared/contract/backups.ts';
import type { Api } from '../../../shared/rpc/client.ts';
import { useEngine } from '../../api/engine-context.tsx';
import { createExporter, type Exporter, type ExportState } from '../../api/exporter.ts';
import { texts } from './texts.ts';

type Made = BackupRow & { isNew: boolean };

const makers = new WeakMap<Api, Exporter<undefined, Made>>();

function makerFor(api: Api): Exporter<undefined, Made> {
  const known = makers.get(api);
  if (known) return known;
  const maker = createExporter<undefined, Made>({
    async make(_wanted, job) {
      const { name } = await api.call('backups.make', { job });
      const rows = await api.call('backups.list', {});
      return rows.map((row) => ({ ...row, isNew: row.name === name }));
    },
    cancel: (job) => api.call('jobs.cancel', { job }),
    files: [],
    words: texts,
  });
  makers.set(api, maker);
  return maker;
}

export interface Backups {
  state: ExportState<Made>;
  start: () => void;
  cancel: () => void;
}

/** The backups of the workspace, read when the room is entered. */
export function useBackups(): Backups {
  const { api, connection } = useEngine();
  const maker = makerFor(api);
  const state = useStore(maker.store);
  useEffect(() => {
    const read = async () => {
      const rows = await api.call('backups.list', {}).catch(() => []);
      const { files, isRunning } = maker.store.getState();
      const fresh = new Set(files.filter(({ isNew }) => isNew).map(({ name }) => name));
      if (!isRunning) maker.store.setState({ files: rows.map((row) => ({ ...row, isNew: fresh.has(row.name) })) });
    };
    void read();
    return connection.subscribe((event) => {
      if (event.type === 'progress') maker.noteProgress(event.job, event.done, event.total, event.label);
    });
  }, [api, connection, maker]);
  return { state, start: () => void maker.start(undefined), cancel: () => maker.cancel() };
}
