import { createHash } from 'node:crypto';
import { type Catalogue, catalogueSchema } from '../../shared/domain/catalogue.ts';
import { AppError } from '../../shared/errors.ts';
import { canonical } from './changes.ts';
import type { Store } from './open.ts';
import { prepared } from './prepared.ts';
import type { Problem } from './replay.ts';

/** The content hash by which an audit refers to the catalogue it was made with. */
export function hashCatalogue(catalogue: Catalogue): string {
  return createHash('sha256').update(canonical(catalogue)).digest('hex');
}

/** Keeps a catalogue in the workspace under its content hash, once. */
export function keepCatalogue(db: Store, hash: string, catalogue: Catalogue, at: string): void {
  if (prepared(db, 'SELECT 1 FROM catalogue WHERE hash = ?').get(hash)) return;
  prepared(db, 'INSERT INTO catalogue (hash, id, version, content, added_at) VALUES (?, ?, ?, ?, ?)').run(
    hash,
    catalogue.id,
    catalogue.version,
    canonical(catalogue),
    at,
  );
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
