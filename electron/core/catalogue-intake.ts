import type { CatalogueReading, CatalogueRow } from '../../shared/contract/catalogues.ts';
import type { Parsed } from '../../shared/contract/contract.ts';
import { compareCatalogues } from '../../shared/domain/catalogue-difference.ts';
import type { Catalogue } from '../../shared/domain/catalogue.ts';
import { AppError } from '../../shared/errors.ts';
import { removeFile } from '../files.ts';
import { hashCatalogue, hasCatalogue, keepCatalogue, retireCatalogue } from '../store/catalogues.ts';
import { onStore } from '../store/sqlite-errors.ts';
import { localTime } from '../store/writer.ts';
import type { HashedCatalogue } from './catalogue-files.ts';
import { rowOf, toRow } from './catalogues.ts';
import type { Context } from './context.ts';
import { receiveFile } from './incoming.ts';

type Given = Parsed<'catalogues.preview'>;

interface Received {
  reading: CatalogueReading;
  found: HashedCatalogue | undefined;
}

/** The name an own catalogue gets that says it is one of the product's but is not. */
const ownIdFor = (id: string) => `${id.slice(0, 76)}-own`;

function judge(context: Context, name: string, given: Given['as'], read: Catalogue, madeFrom: string | null): Received {
  const rows = context.catalogues.list();
  const notices: string[] = [];
  let catalogue = { ...read };
  const isOurs = (one: Catalogue) => {
    const hash = hashCatalogue(one);
    return rows.some((row) => row.origin === 'shipped' && row.hash === hash);
  };
  const newest = (id: string | null) => rows.find((row) => row.id === id && row.isNewest);
  const base = newest(read.id) ?? newest(madeFrom);
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
  const against = newest(catalogue.id) ?? base;
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
    const { catalogue, problems, base } = await context.workers.run('read-catalogue', {
      file: received.path,
      name: received.name,
      bases: context.catalogues.list().map(({ id, hash }) => ({ id, catalogue: context.catalogues.read(hash) })),
      as: { id: as?.id ?? '', version: as?.version ?? '' },
    });
    if (catalogue) return judge(context, received.name, as, catalogue, base);
    const refused = { name: received.name, problems, catalogue: null, isKnown: false, notices: [], differences: [] };
    return { reading: refused, found: undefined };
  } finally {
    // A copy of a file that came by path is not needed any more; an upload stays for the import after the preview.
    if ('path' in file) await removeFile(received.path).catch(() => undefined);
  }
}

function refuseProblems({ name, problems }: CatalogueReading): never {
  // The last line may only say how many more there are.
  const [first, ...rest] = problems.filter(({ sheet }) => sheet !== '');
  const where = first ? [first.sheet, first.row === null ? '' : `row ${first.row}`, first.column].filter(Boolean) : [];
  const sentence = first ? ` ${where.join(', ')}: ${first.message}` : '';
  const isMore = rest.length + 1 < problems.length ? 'more than ' : '';
  const more = rest.length === 1 ? ' There is 1 more problem.' : ` There are ${isMore}${rest.length} more problems.`;
  throw new AppError('refused', `“${name}” was not taken in.${sentence}${rest.length > 0 ? more : ''}`, { problems });
}

/** What keeping a catalogue from outside would mean; writes nothing. */
export async function previewCatalogue(context: Context, given: Given): Promise<CatalogueReading> {
  return (await receiveCatalogue(context, given)).reading;
}

/** Keeps a catalogue from outside, or throws AppError `refused` with everything that is wrong with it. */
export async function importCatalogue(context: Context, given: Given): Promise<CatalogueRow> {
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
  return rowOf(context.catalogues, hash);
}
