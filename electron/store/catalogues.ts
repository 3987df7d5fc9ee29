import { createHash } from 'node:crypto';
import { type Catalogue, catalogueSchema } from '../../shared/domain/catalogue.ts';
import { AppError } from '../../shared/errors.ts';
import type { Problem } from '../../shared/proof/tools.ts';
import { canonical } from './changes.ts';
import type { Store } from './open.ts';
import { prepared } from './prepared.ts';

/** Whose catalogue it is: one that comes with the product, or one that was made or brought in here. */
export type CatalogueOrigin = 'shipped' | 'own';

/** The content hash by which an audit refers to the catalogue it was made with. */
export function hashCatalogue(catalogue: Catalogue): string {
  return createHash('sha256').update(canonical(catalogue)).digest('hex');
}

/** Keeps a catalogue in the workspace under its content hash, once. */
export function keepCatalogue(
  db: Store,
  hash: string,
  catalogue: Catalogue,
  at: string,
  origin: CatalogueOrigin = 'shipped',
): void {
  if (hasCatalogue(db, hash)) return;
  prepared(
    db,
    'INSERT INTO catalogue (hash, id, version, content, added_at, origin, retired) VALUES (?, ?, ?, ?, ?, ?, 0)',
  ).run(hash, catalogue.id, catalogue.version, canonical(catalogue), at, origin);
}

/** Whether a catalogue of this content is kept in the workspace. */
export function hasCatalogue(db: Store, hash: string): boolean {
  return prepared(db, 'SELECT 1 FROM catalogue WHERE hash = ?').get(hash) !== undefined;
}

/** What is kept beside the content of a catalogue. */
export interface KeptCatalogue {
  hash: string;
  id: string;
  version: string;
  origin: CatalogueOrigin;
  isRetired: boolean;
  audits: number;
}

/** The catalogues of the workspace with how many audits refer to each. */
export function listKeptCatalogues(db: Store): KeptCatalogue[] {
  const rows = prepared(
    db,
    `SELECT c.hash, c.id, c.version, c.origin, c.retired, count(a.id) AS audits
     FROM catalogue c LEFT JOIN audit a ON a.catalogue = c.hash GROUP BY c.hash ORDER BY c.added_at`,
  ).all() as (Omit<KeptCatalogue, 'isRetired'> & { retired: number })[];
  return rows.map(({ retired, ...row }) => ({ ...row, isRetired: retired === 1 }));
}

/** Puts an own catalogue away, or offers it again. Answers whether there is such a one. */
export function retireCatalogue(db: Store, hash: string, retired: boolean): boolean {
  const { changes } = prepared(db, "UPDATE catalogue SET retired = ? WHERE hash = ? AND origin = 'own'").run(
    retired ? 1 : 0,
    hash,
  );
  return changes > 0;
}

/** A catalogue of the workspace by its hash. */
export function readCatalogue(db: Store, hash: string): Catalogue {
  const content = prepared(db, 'SELECT content FROM catalogue WHERE hash = ?').pluck().get(hash) as string | undefined;
  if (content === undefined) throw new AppError('not-found', 'This catalogue is not in the workspace.', { hash });
  return catalogueSchema.parse(JSON.parse(content));
}

/** Names the catalogues whose content is not what their hash says. */
export function verifyCatalogues(db: Store): Problem[] {
  const rows = db.prepare('SELECT hash, content FROM catalogue').all() as { hash: string; content: string }[];
  return rows
    .filter(({ hash, content }) => createHash('sha256').update(content).digest('hex') !== hash)
    .map(({ hash }) => ({
      code: 'changed-catalogue',
      record: hash,
      message: `The catalogue ${hash} is not as it was kept.`,
    }));
}
