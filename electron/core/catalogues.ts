import path from 'node:path';
import type { Handlers, Output, Parsed } from '../../shared/contract/contract.ts';
import { catalogueFileSchema } from '../../shared/contract/catalogue-file.ts';
import type { CatalogueReading, CatalogueRow } from '../../shared/contract/catalogues.ts';
import { compareCatalogues } from '../../shared/domain/catalogue-difference.ts';
import type { Catalogue } from '../../shared/domain/catalogue.ts';
import { AppError } from '../../shared/errors.ts';
import { removeFile } from '../files.ts';
import {
  hashCatalogue,
  hasCatalogue,
  keepCatalogue,
  listKeptCatalogues,
  readCatalogue,
  retireCatalogue,
} from '../store/catalogues.ts';
import type { Store } from '../store/open.ts';
import { onStore } from '../store/sqlite-errors.ts';
import { localTime } from '../store/writer.ts';
import { compareNewness, type HashedCatalogue, loadCatalogues, loadGuidelines } from './catalogue-files.ts';
import type { Context } from './context.ts';
import { receiveFile } from './incoming.ts';

export interface Catalogues {
  /** The catalogues that come with the product, the newest first. */
  shipped(): HashedCatalogue[];
  /** Keeps a catalogue in the workspace; by id or hash, by default the newest of the product. */
  keep(key: string | undefined, at: string): HashedCatalogue;
  /** A catalogue of the workspace, or one that comes with the product, by content hash. */
  read(hash: string): Catalogue;
  /** All that may be used here, as lists show them, the newest first. */
  list(): CatalogueRow[];
}

function toRow(
  { hash, catalogue }: HashedCatalogue,
  rest: Pick<CatalogueRow, 'origin' | 'isRetired' | 'isNewest' | 'audits'>,
): CatalogueRow {
  const { id, version, title, standard, requirements, questions, templates } = catalogue;
  return {
    hash,
    id,
    version,
    title: title || standard.title,
    standard: standard.name,
    edition: standard.edition,
    ...rest,
    requirements: requirements.length,
    questions: questions.length,
    templates: templates.length,
  };
}

/** The catalogues of a workspace, each parsed once. */
export function createCatalogues(db: Store): Catalogues {
  const byHash = new Map<string, Catalogue>();
  let known: HashedCatalogue[] | undefined;
  const shipped = () => (known ??= loadCatalogues());
  const read = (hash: string) => {
    let catalogue = byHash.get(hash) ?? shipped().find((one) => one.hash === hash)?.catalogue;
    if (!catalogue) byHash.set(hash, (catalogue = readCatalogue(db, hash)));
    return catalogue;
  };
  const list = (): CatalogueRow[] => {
    const ofProduct = new Set(shipped().map(({ hash }) => hash));
    const kept = new Map(listKeptCatalogues(db).map((row) => [row.hash, row]));
    const all = [...new Set([...ofProduct, ...kept.keys()])].map((hash) => {
      const row = kept.get(hash);
      const origin = ofProduct.has(hash) ? 'shipped' : (row?.origin ?? 'shipped');
      const rest = { origin, isRetired: row?.isRetired ?? false, isNewest: false, audits: row?.audits ?? 0 } as const;
      return toRow({ hash, catalogue: read(hash) }, rest);
    });
    // What comes with the product stands before what was brought in here.
    const sorted = all.toSorted(
      (one, other) =>
        Number(one.origin === 'own') - Number(other.origin === 'own') ||
        compareNewness(one, other) ||
        one.id.localeCompare(other.id),
    );
    const seen = new Set<string>();
    return sorted.map((row) => {
      const isNewest = !row.isRetired && !seen.has(row.id);
      if (isNewest) seen.add(row.id);
      return { ...row, isNewest };
    });
  };
  return {
    shipped,
    read,
    list,
    keep(key, at) {
      const [first] = shipped();
      const hash =
        key === undefined
          ? first?.hash
          : list().find((row) => row.hash === key || (row.id === key && row.isNewest))?.hash;
      if (hash === undefined)
        throw new AppError('not-found', `There is no catalogue ${key ?? ''}. catalogues.list names those there are.`, {
          catalogue: key,
        });
      const catalogue = read(hash);
      keepCatalogue(db, hash, catalogue, at);
      return { hash, catalogue };
    },
  };
}

type Given = Parsed<'catalogues.preview'>;

interface Received {
  reading: CatalogueReading;
  found: HashedCatalogue | undefined;
}

/** The name an own catalogue gets that says it is one of the product's but is not. */
const ownIdFor = (id: string) => `${id.slice(0, 76)}-own`;

function judge(context: Context, name: string, given: Given['as'], read: Catalogue): Received {
  const rows = context.catalogues.list();
  const notices: string[] = [];
  let catalogue = { ...read };
  const isOurs = (one: Catalogue) => {
    const hash = hashCatalogue(one);
    return rows.some((row) => row.origin === 'shipped' && row.hash === hash);
  };
  const base = rows.find((row) => row.id === catalogue.id && row.isNewest);
  for (const [field, value] of Object.entries(given ?? {})) {
    if (value !== undefined && value !== '') catalogue = { ...catalogue, [field]: value };
  }
  if (rows.some((row) => row.origin === 'shipped' && row.id === catalogue.id) && !isOurs(catalogue)) {
    notices.push(
      `The id ${catalogue.id} belongs to a catalogue that comes with Plumbline; this one is kept as ${ownIdFor(catalogue.id)} beside it.`,
    );
    catalogue = { ...catalogue, id: ownIdFor(catalogue.id) };
  }
  const found = { hash: hashCatalogue(catalogue), catalogue };
  const isKnown = rows.some((row) => row.hash === found.hash);
  const problems: CatalogueReading['problems'] = [];
  const clash = rows.find((row) => row.id === catalogue.id && row.version === catalogue.version);
  if (clash && !isKnown) {
    problems.push({
      sheet: 'Catalogue',
      row: null,
      column: 'Version',
      message: `${catalogue.id} ${catalogue.version} is here already with other content. Give this one a later version.`,
    });
  }
  const against = rows.find((row) => row.id === catalogue.id && row.isNewest) ?? base;
  const row = toRow(found, {
    origin: isOurs(catalogue) ? 'shipped' : 'own',
    isRetired: false,
    isNewest: true,
    audits: 0,
  });
  return {
    found: problems.length > 0 ? undefined : found,
    reading: {
      name,
      problems,
      catalogue: problems.length > 0 ? null : (rows.find(({ hash }) => hash === found.hash) ?? row),
      isKnown,
      notices,
      differences: against && !isKnown ? compareCatalogues(context.catalogues.read(against.hash), catalogue) : [],
    },
  };
}

/** Reads a catalogue from outside on a worker thread and says what keeping it would mean. */
async function receiveCatalogue(context: Context, { file, as }: Given): Promise<Received> {
  const received = await receiveFile(context, file);
  try {
    const { catalogue, problems } = await context.workers.run('read-catalogue', {
      file: received.path,
      name: received.name,
      bases: context.catalogues.list().map(({ id, hash }) => ({ id, catalogue: context.catalogues.read(hash) })),
      as: { id: as?.id ?? '', version: as?.version ?? '' },
    });
    if (catalogue) return judge(context, received.name, as, catalogue);
    const refused = { name: received.name, problems, catalogue: null, isKnown: false, notices: [], differences: [] };
    return { reading: refused, found: undefined };
  } finally {
    // A copy of a file that came by path is not needed any more; an upload stays for the import after the preview.
    if ('path' in file) await removeFile(received.path).catch(() => undefined);
  }
}

function refuseProblems({ name, problems }: CatalogueReading): never {
  const [first] = problems;
  const where = first ? [first.sheet, first.row === null ? '' : `row ${first.row}`, first.column].filter(Boolean) : [];
  const more = problems.length > 1 ? ` There are ${problems.length - 1} more problems.` : '';
  throw new AppError('refused', `“${name}” was not taken in. ${where.join(', ')}: ${first?.message ?? ''}${more}`, {
    problems,
  });
}

async function importCatalogue(context: Context, given: Given): Promise<CatalogueRow> {
  const { reading, found } = await receiveCatalogue(context, given);
  if (!found) refuseProblems(reading);
  const { hash, catalogue } = found;
  if (!reading.isKnown) {
    const isShipped = context.catalogues.shipped().some((one) => one.hash === hash);
    onStore(() => keepCatalogue(context.db, hash, catalogue, localTime(new Date()), isShipped ? 'shipped' : 'own'));
  }
  if (hasCatalogue(context.db, hash)) onStore(() => retireCatalogue(context.db, hash, false));
  if ('staging' in given.file) {
    const staged = context.staged.get(given.file.staging);
    context.staged.delete(given.file.staging);
    if (staged) await removeFile(staged.path).catch(() => undefined);
  }
  return rowOf(context, hash);
}

function rowOf(context: Context, hash: string): CatalogueRow {
  const row = context.catalogues.list().find((one) => one.hash === hash);
  if (!row) throw new AppError('not-found', 'This catalogue is not in the workspace.', { hash });
  return row;
}

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
    'catalogues.preview': async (input) => (await receiveCatalogue(context, input)).reading,
    'catalogues.import': (input) => context.inTurn(() => importCatalogue(context, input)),
    'catalogues.export': (input) => exportCatalogue(context, input),
    'catalogues.schema': () => catalogueFileSchema(),
    'catalogues.compare': ({ from, to }) =>
      compareCatalogues(context.catalogues.read(from), context.catalogues.read(to)),
    'catalogues.retire': ({ hash, retired }) => {
      if (!onStore(() => retireCatalogue(context.db, hash, retired)))
        throw new AppError('refused', 'Only a catalogue of one’s own can be put away.', { hash });
      return rowOf(context, hash);
    },
    'guidelines.list': () => loadGuidelines(),
  };
}
