// The catalogues as a list, and their templates in numbers. Pure.
import type { CatalogueRow } from '../../../shared/contract/catalogues.ts';
import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import { tailor } from '../../../shared/domain/tailoring.ts';

/** A catalogue in the address of the room: the beginning of its hash. */
export const keyOf = ({ hash }: Pick<CatalogueRow, 'hash'>) => hash.slice(0, 12);

/** The catalogue that an address names, by hash or id; the first one that is offered where it names none. */
export function findCatalogue(rows: readonly CatalogueRow[], key: string | undefined): CatalogueRow | undefined {
  if (key === undefined) return rows.find(({ isRetired }) => !isRetired) ?? rows[0];
  return (
    rows.find(({ hash }) => key.length >= 6 && hash.startsWith(key)) ??
    rows.find(({ id, isNewest }) => id === key && isNewest)
  );
}

/** The others it can be compared with: versions of the same id first. */
export function comparable(rows: readonly CatalogueRow[], { hash, id }: CatalogueRow): CatalogueRow[] {
  return rows
    .filter((row) => row.hash !== hash)
    .toSorted((one, other) => Number(other.id === id) - Number(one.id === id));
}

/** How many questions an audit of each template starts with, by the template's id. AI systems and roles add to it. */
export function countQuestions(catalogue: Catalogue): Map<string, number> {
  return new Map(
    catalogue.templates.map((template) => [
      template.id,
      tailor(catalogue, { template, aiRoles: [], systems: [] }).questions.length,
    ]),
  );
}
