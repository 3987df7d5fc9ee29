import type { CatalogueProblem } from '../../../shared/contract/catalogues.ts';
import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import { refusal } from '../xlsx/rules.ts';
import { megabytes } from '../xlsx/zip-limits.ts';
import { catalogueRules, mostBytes } from './limits.ts';
import { Problems } from './problems.ts';
import { readJson } from './read-json.ts';
import { type Base, readSheets } from './read-sheets.ts';

/** What a file says: a whole catalogue, or everything that is wrong with it. */
export interface CatalogueReading {
  catalogue: Catalogue | null;
  problems: CatalogueProblem[];
  /** The id of the catalogue that missing sheets were taken from. */
  base: string | null;
}

/** Whether a file is meant as JSON: told from its first sign, and from its name only where that says nothing. */
function isJson(bytes: Uint8Array, name: string): boolean {
  const start = new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(
    bytes.subarray(0, 400),
  );
  const first = start.trimStart()[0];
  if (first === '{' || first === '[') return true;
  return /\.json$/i.test(name) && !start.startsWith('PK') && bytes[0] !== 0xd0 && bytes.length > 0;
}

/**
 * Reads a catalogue from a spreadsheet or JSON; the kind is told from the content. Sheets that are missing are taken
 * from the base named in the file, else from the first of `bases`; `as` gives id and version where the file does not.
 * Throws AppError `unsupported-file`, `damaged`, `too-large` or `refused` where the file as such cannot be read.
 */
export function readCatalogueFile(
  file: { bytes: Uint8Array; name: string },
  bases: readonly Base[],
  as: { id: string; version: string },
): CatalogueReading {
  if (file.bytes.length > mostBytes) {
    const sentence = `“${file.name}” is larger than ${megabytes(mostBytes)}. ${catalogueRules.says.smaller}`;
    throw refusal('too-large', sentence, { entry: file.name });
  }
  const problems = new Problems();
  const { catalogue, base } = isJson(file.bytes, file.name)
    ? { catalogue: readJson(file, as, problems), base: null }
    : readSheets(file, bases, as, problems);
  return { catalogue: problems.isEmpty ? catalogue : null, problems: problems.list(), base };
}
