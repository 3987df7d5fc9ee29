import path from 'node:path';
import { catalogueFileSchema } from '../../shared/contract/catalogue-file.ts';
import type { Handlers, Output, Parsed } from '../../shared/contract/contract.ts';
import { compareCatalogues } from '../../shared/domain/catalogue-difference.ts';
import { AppError } from '../../shared/errors.ts';
import { retireCatalogue } from '../store/catalogues.ts';
import { onStore } from '../store/sqlite-errors.ts';
import { loadGuidelines } from './catalogue-files.ts';
import { importCatalogue, previewCatalogue } from './catalogue-intake.ts';
import { rowOf } from './catalogues.ts';
import type { Context } from './context.ts';

async function exportCatalogue(
  context: Context,
  { hash, format, path: given, job }: Parsed<'catalogues.export'>,
): Promise<Output<'catalogues.export'>> {
  const catalogue = context.catalogues.read(hash);
  if (given !== undefined && !context.allowsPaths)
    throw new AppError('refused', 'This host exports into the workspace only.', { path: given });
  const safe = `${catalogue.id} ${catalogue.version}`.normalize('NFC').replaceAll(/[^\p{L}\p{N} ._-]+/gu, '');
  const target = path.resolve(given ?? path.join(context.folders.exports, `${safe.slice(0, 100).trim()}.${format}`));
  return context.jobs.run(job, async (signal, onProgress) => {
    const made = await context.workers.run('write-catalogue', { catalogue, format, target }, signal, onProgress);
    return { path: target, name: path.basename(target), ...made };
  });
}

type Names =
  | 'catalogues.list'
  | 'catalogues.read'
  | 'catalogues.preview'
  | 'catalogues.import'
  | 'catalogues.export'
  | 'catalogues.schema'
  | 'catalogues.compare'
  | 'catalogues.retire'
  | 'guidelines.list';

/** The calls about catalogues, own and shipped, and about the editions of the guidance on auditing. */
export function catalogueHandlers(context: Context): Pick<Handlers, Names> {
  return {
    'catalogues.list': () => context.catalogues.list(),
    'catalogues.read': ({ hash }) => context.catalogues.read(hash),
    'catalogues.preview': (input) => previewCatalogue(context, input),
    'catalogues.import': (input) => context.inTurn(() => importCatalogue(context, input)),
    'catalogues.export': (input) => exportCatalogue(context, input),
    'catalogues.schema': () => catalogueFileSchema(),
    'catalogues.compare': ({ from, to }) =>
      compareCatalogues(context.catalogues.read(from), context.catalogues.read(to)),
    'catalogues.retire': ({ hash, retired }) => {
      rowOf(context.catalogues, hash);
      if (!onStore(() => retireCatalogue(context.db, hash, retired)))
        throw new AppError('refused', 'Only a catalogue of one’s own can be put away.', { hash });
      return rowOf(context.catalogues, hash);
    },
    'guidelines.list': () => loadGuidelines(),
  };
}
