import type { CatalogueRow } from '../../shared/contract/catalogues.ts';
import type { Catalogue } from '../../shared/domain/catalogue.ts';
import { AppError } from '../../shared/errors.ts';
import { keepCatalogue, listKeptCatalogues, readCatalogue } from '../store/catalogues.ts';
import type { Store } from '../store/open.ts';
import { compareNewness, type HashedCatalogue, loadCatalogues } from './catalogue-files.ts';

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

/** A catalogue as lists show it. */
export function toRow(
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

/** The row of a catalogue by its hash; throws AppError `not-found` where there is none. */
export function rowOf(catalogues: Catalogues, hash: string): CatalogueRow {
  const row = catalogues.list().find((one) => one.hash === hash);
  if (!row) throw new AppError('not-found', 'This catalogue is not in the workspace.', { hash });
  return row;
}
