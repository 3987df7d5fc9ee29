// The export of catalogues. It outlives the room, so that an export goes on while something else is looked at.
import { useEffect } from 'react';
import type { Input, Output } from '../../../shared/contract/contract.ts';
import type { Api } from '../../../shared/rpc/client.ts';
import { useEngine } from '../../api/engine-context.tsx';
import { createExporter, type Exporter } from '../../api/exporter.ts';
import { texts } from './texts.ts';

type Wanted = Pick<Input<'catalogues.export'>, 'hash' | 'format'>;

/** A file that was made, with the catalogue it holds. */
export type ExportedCatalogue = Output<'catalogues.export'> & { hash: string };
export type CatalogueExporter = Exporter<Wanted, ExportedCatalogue>;

const exporters = new WeakMap<Api, CatalogueExporter>();

function exporterFor(api: Api): CatalogueExporter {
  const known = exporters.get(api);
  if (known) return known;
  let files: readonly ExportedCatalogue[] = [];
  const exporter = createExporter<Wanted, ExportedCatalogue>({
    async make({ hash, format }, job) {
      const made = await api.call('catalogues.export', { hash, format, job });
      files = [{ ...made, hash }, ...files.filter(({ path }) => path !== made.path)];
      return files;
    },
    cancel: (job) => api.call('jobs.cancel', { job }),
    files,
    words: texts,
  });
  exporters.set(api, exporter);
  return exporter;
}

/** The exporter of catalogues, told of the engine's progress. */
export function useExporter(): CatalogueExporter {
  const { api, connection } = useEngine();
  const exporter = exporterFor(api);
  useEffect(
    () =>
      connection.subscribe((event) => {
        if (event.type === 'progress') exporter.noteProgress(event.job, event.done, event.total, event.label);
      }),
    [connection, exporter],
  );
  return exporter;
}
