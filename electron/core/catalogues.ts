import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import {
  type Catalogue,
  catalogueFrameSchema,
  catalogueSchema,
  crosswalkSchema,
  itemGuidanceSchema,
  questionSchema,
} from '../../shared/domain/catalogue.ts';
import { AppError } from '../../shared/errors.ts';
import { hashCatalogue, keepCatalogue, readCatalogue } from '../store/catalogues.ts';
import type { Store } from '../store/open.ts';
import { readAssetFolder } from './assets.ts';

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** One catalogue from its folder: the frame, and questions and guidance in one file per chapter, in the frame's order. */
export function loadCatalogue(folder: string): Catalogue {
  const frame = catalogueFrameSchema.parse(readJson(path.join(folder, 'catalogue.json')));
  const chapters = <T extends z.ZodType>(part: string, schema: T) =>
    frame.groups.flatMap(({ id }) => z.array(schema).parse(readJson(path.join(folder, part, `${id}.json`))));
  const crosswalks = z
    .strictObject({ sources: z.record(z.string(), z.string()), items: z.array(crosswalkSchema) })
    .parse(readJson(path.join(folder, 'crosswalks.json')));
  return catalogueSchema.parse({
    ...frame,
    questions: chapters('questions', questionSchema),
    items: chapters('items', itemGuidanceSchema),
    crosswalks: crosswalks.items,
    crosswalkSources: crosswalks.sources,
  });
}

export interface Catalogues {
  /** The catalogues that come with the product, with their content hashes. */
  shipped(): { hash: string; catalogue: Catalogue }[];
  /** Keeps a shipped catalogue in the workspace; by id, or the first. Answers with hash and content. */
  keep(id: string | undefined, at: string): { hash: string; catalogue: Catalogue };
  /** A catalogue of the workspace by content hash. */
  read(hash: string): Catalogue;
}

/** The catalogues of a workspace, each parsed once. */
export function createCatalogues(db: Store): Catalogues {
  const byHash = new Map<string, Catalogue>();
  let known: { hash: string; catalogue: Catalogue }[] | undefined;
  const shipped = () => {
    known ??= readdirSync(readAssetFolder('catalogues'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => {
        const catalogue = loadCatalogue(path.join(readAssetFolder('catalogues'), entry.name));
        return { hash: hashCatalogue(catalogue), catalogue };
      });
    return known;
  };
  return {
    shipped,
    keep(id, at) {
      const found = id === undefined ? shipped()[0] : shipped().find(({ catalogue }) => catalogue.id === id);
      if (!found)
        throw new AppError('not-found', `There is no catalogue ${id ?? ''}. catalogues.list names those there are.`, {
          id,
        });
      keepCatalogue(db, found.hash, found.catalogue, at);
      byHash.set(found.hash, found.catalogue);
      return found;
    },
    read(hash) {
      let catalogue = byHash.get(hash);
      if (!catalogue) byHash.set(hash, (catalogue = readCatalogue(db, hash)));
      return catalogue;
    },
  };
}
