// A Word document from outside, opened as far as it may be: nothing in it that acts, links or holds other files.
import { largestBase } from '../../../shared/domain/house-layouts.ts';
import { AppError } from '../../../shared/errors.ts';
import { inspectZip, type Zip } from '../xlsx/zip-limits.ts';
import { readTree } from './xml-tree.ts';

/** A relationship of a part: what it leads to, as a path inside the document unless it is outside. */
export interface Relation {
  id: string;
  type: string;
  target: string;
  isOutside: boolean;
}

/** An opened document with the path of its main part. */
export interface OpenedDocument {
  zip: Zip;
  main: string;
}

const limits = { file: largestBase, entries: 600, total: 60_000_000, entry: 20_000_000 } as const;
const mainType = /wordprocessingml\.(?:document|template)\.main\+xml$/i;

const refused = (name: string, sentence: string) =>
  new AppError('unsupported-file', `“${name}” ${sentence}`, { entry: name });

/** What a document may not have, by the names of its parts. */
const forbiddenParts: readonly [RegExp, string][] = [
  [/vbaproject|vbadata/, 'has macros. Save it as a plain Word document (.docx) and choose that.'],
  [/(?:^|\/)activex\//, 'has ActiveX controls. Take them out and choose it again.'],
  [/(?:^|\/)embeddings\/|oleobject/, 'has embedded objects or files. Take them out and choose it again.'],
];
/** What a relationship may not lead to. */
const forbiddenRelations: readonly [RegExp, string][] = [
  [
    /\/(?:aFChunk|subDocument|frame)$/,
    'takes in another file. Put its words into the document itself and choose it again.',
  ],
  [
    /\/(?:oleObject|package|control|mailMerge\w*)$/,
    'has embedded objects or data sources. Take them out and choose it again.',
  ],
];

/** Where a target leads from the part that names it. */
function pathOf(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** The relationships of a part. */
export function relationsOf(zip: Zip, part: string): Relation[] {
  const slash = part.lastIndexOf('/') + 1;
  const tree = readTree(zip, `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  return (tree?.children ?? []).map(({ attributes }) => {
    const isOutside = attributes.TargetMode === 'External';
    const target = attributes.Target ?? '';
    return {
      id: attributes.Id ?? '',
      type: attributes.Type ?? '',
      target: isOutside ? target : pathOf(part, target),
      isOutside,
    };
  });
}

function refuseKind(bytes: Uint8Array, name: string): void {
  if (bytes.length === 0) throw new AppError('refused', `“${name}” is empty. Choose it again.`, { entry: name });
  if (bytes.length > largestBase)
    throw new AppError('too-large', `“${name}” is larger than 5 MB. Take pictures and text out and choose it again.`, {
      entry: name,
    });
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw refused(name, 'is an old Word document (.doc) or has a password. Save it as .docx without a password.');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw refused(name, 'is not a Word document (.docx).');
}

/** Opens a document. Throws AppError with a sentence that says what is wrong with it. */
export function openDocument({ bytes, name }: { bytes: Uint8Array; name: string }): OpenedDocument {
  refuseKind(bytes, name);
  const zip = inspectZip(bytes, limits);
  for (const key of zip.entries.keys()) {
    const found = forbiddenParts.find(([pattern]) => pattern.test(key));
    if (found) throw refused(name, found[1]);
  }
  const types = readTree(zip, '[Content_Types].xml');
  const main = mainOf(zip);
  if (!types || main === undefined || !zip.entries.has(main.toLowerCase()))
    throw refused(name, 'is not a Word document (.docx).');
  const type =
    types.children.find(({ attributes }) => attributes.PartName?.toLowerCase() === `/${main.toLowerCase()}`)?.attributes
      .ContentType ?? '';
  if (/macroEnabled/i.test(type)) throw refused(name, 'has macros. Save it as a plain Word document (.docx).');
  if (!mainType.test(type)) throw refused(name, 'is not a Word document (.docx).');
  for (const { type: relation } of relationsOf(zip, main)) {
    const found = forbiddenRelations.find(([pattern]) => pattern.test(relation));
    if (found) throw refused(name, found[1]);
  }
  return { zip, main };
}

function mainOf(zip: Zip): string | undefined {
  const tree = readTree(zip, '_rels/.rels');
  const found = tree?.children.find(({ attributes }) => attributes.Type?.endsWith('/officeDocument'));
  const target = found?.attributes.Target;
  return target === undefined || found?.attributes.TargetMode === 'External' ? undefined : target.replace(/^\//, '');
}
