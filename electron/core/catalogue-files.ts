import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type Catalogue, catalogueFrameSchema, catalogueSchema } from '../../shared/domain/catalogue.ts';
import { type Guideline, guidelineSchema } from '../../shared/domain/guidelines.ts';
import { auditTypes, keysOf } from '../../shared/domain/vocabulary.ts';
import { hashCatalogue } from '../store/catalogues.ts';
import { readAssetFolder } from './assets.ts';

const partSchema = z.array(z.unknown());
const crosswalkFileSchema = z.strictObject({ sources: z.unknown(), items: z.unknown() });
const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** A catalogue with the hash of its content. */
export interface HashedCatalogue {
  hash: string;
  catalogue: Catalogue;
}

/**
 * One catalogue from its folder: the frame, questions and guidance in one file per chapter in the frame's order, and
 * templates in one file each, in the order of the types of audit.
 */
export function loadCatalogue(folder: string): Catalogue {
  const frame = catalogueFrameSchema.parse(readJson(path.join(folder, 'catalogue.json')));
  // The parts are checked once, as one catalogue: that is half the time of a start.
  const chapters = (part: string) =>
    frame.groups.flatMap(({ id }) => partSchema.parse(readJson(path.join(folder, part, `${id}.json`))));
  const crosswalks = crosswalkFileSchema.parse(readJson(path.join(folder, 'crosswalks.json')));
  const templates = keysOf(auditTypes)
    .map((type) => path.join(folder, 'templates', `${type}.json`))
    .filter((file) => existsSync(file))
    .map(readJson);
  return catalogueSchema.parse({
    ...frame,
    templates,
    questions: chapters('questions'),
    items: chapters('items'),
    crosswalks: crosswalks.items,
    crosswalkSources: crosswalks.sources,
  });
}

const newestFirst = new Intl.Collator('en', { numeric: true });

/** Which of two catalogues comes first in lists: the later edition, then the later version. */
export function compareNewness(
  one: { standard: string; edition: string; version: string },
  other: { standard: string; edition: string; version: string },
): number {
  return (
    newestFirst.compare(one.standard, other.standard) ||
    newestFirst.compare(other.edition, one.edition) ||
    newestFirst.compare(other.version, one.version)
  );
}

/** The catalogues in a folder of editions, the newest first. */
export function loadCatalogues(folder = readAssetFolder('catalogues')): HashedCatalogue[] {
  const order = ({ standard, version }: Catalogue) => ({ standard: standard.name, edition: standard.edition, version });
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => loadCatalogue(path.join(folder, entry.name)))
    .toSorted((one, other) => compareNewness(order(one), order(other)))
    .map((catalogue) => ({ hash: hashCatalogue(catalogue), catalogue }));
}

/** The editions of the guidance on auditing in a folder: those in force first, the newest first among them. */
export function loadGuidelines(folder = readAssetFolder('guidelines')): Guideline[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => guidelineSchema.parse(readJson(path.join(folder, name))))
    .toSorted(
      (one, other) =>
        Number(one.status !== 'current') - Number(other.status !== 'current') ||
        newestFirst.compare(other.edition, one.edition),
    );
}
