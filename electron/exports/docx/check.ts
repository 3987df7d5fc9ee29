// Reopens a Word document and compares it with the model it was made from, before it gets its name.
import type { FileHandle } from 'node:fs/promises';
import { SaxesParser } from 'saxes';
import { disk, onDisk } from '../../files.ts';
import type { ReportModel } from '../report-model.ts';
import { countsTableName, gradeTableName, groupTableNames } from '../sections/counts.ts';
import { crosswalkTableName, frameworkIds } from '../sections/crosswalk-rows.ts';
import { layoutOf, sectionPlace } from '../sections/layout.ts';
import { checkContent, checkCounts, damaged } from './check-content.ts';
import { bookmarkName } from './inline.ts';
import { createDocumentReader, type DocumentFacts, type ReadingWish } from './read-document.ts';
import { hashZip, readDirectory, readEntry, readStart, streamText, type ZipEntry } from './zip-read.ts';

/** Whether a file starts as its type says: JPEG or PNG. */
export function isPicture(start: Buffer, mediaType: string): boolean {
  if (mediaType === 'image/png') return start.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
  return start[0] === 0xff && start[1] === 0xd8 && start[2] === 0xff;
}

/**
 * Reads a finished Word document back and compares it with its model. Answers with hash and size; throws an AppError
 * `damaged` at the first thing that is wrong.
 */
export async function checkDocument(
  file: string,
  model: ReportModel,
  signal?: AbortSignal,
): Promise<{ sha256: string; size: number }> {
  const handle = await onDisk(file, () => disk.open(file, 'r'));
  try {
    const entries = new Map((await readDirectory(handle)).map((entry) => [entry.name, entry]));
    const hashing = hashZip(handle, [...entries.values()], signal);
    const [hash] = await Promise.all([hashing, checkParts(handle, entries, model)]);
    return hash;
  } finally {
    await handle.close();
  }
}

async function checkParts(handle: FileHandle, entries: Map<string, ZipEntry>, model: ReportModel): Promise<void> {
  const read = async (name: string) => {
    const entry = entries.get(name);
    if (!entry) throw damaged(`it has no ${name}`);
    return (await readEntry(handle, entry)).toString('utf8');
  };
  await checkPackage(handle, entries, read);
  const body = entries.get('word/document.xml');
  if (!body) throw damaged('it has no word/document.xml');
  const layout = layoutOf(model.template, model.reportLayout);
  const facts = await readWell('word/document.xml', streamText(handle, body), {
    styles: ['QuestionId', 'Sample', 'Hash'],
    tables: [
      countsTableName,
      gradeTableName,
      groupTableNames.clause,
      groupTableNames.control,
      ...frameworkIds.map(crosswalkTableName),
    ],
    sections: [...layout.keys()].map((section) => bookmarkName(sectionPlace(section))),
  });
  const relations = attributesOf(await read('word/_rels/document.xml.rels'), 'Relationship', 'Id');
  for (const id of facts.relations) if (!relations.includes(id)) throw damaged(`it uses ${id}, which leads nowhere`);
  if (/updateFields/.test(await read('word/settings.xml'))) throw damaged('it would ask to update its fields');
  checkContent(facts, model, layout);
  checkCounts(facts, model, layout);
}

async function readWell(
  name: string,
  pieces: AsyncIterable<string> | Iterable<string>,
  wish: ReadingWish,
): Promise<DocumentFacts> {
  const reader = createDocumentReader(wish);
  const wellFormed = <T>(read: () => T): T => {
    try {
      return read();
    } catch (error) {
      throw damaged(`${name} is not well-formed (${(error as Error).message})`);
    }
  };
  for await (const piece of pieces) wellFormed(() => reader.read(piece));
  const facts = wellFormed(() => reader.end());
  if (facts.problems[0]) throw damaged(`${name}: ${facts.problems[0]}`);
  return facts;
}

/** Every part has a content type, every relationship a target, every small part is well-formed, every picture is one. */
async function checkPackage(
  handle: FileHandle,
  entries: Map<string, ZipEntry>,
  read: (name: string) => Promise<string>,
): Promise<void> {
  const types = await read('[Content_Types].xml');
  const extensions = attributesOf(types, 'Default', 'Extension');
  const overrides = attributesOf(types, 'Override', 'PartName');
  for (const part of overrides) if (!entries.has(part.slice(1))) throw damaged(`${part} is announced but missing`);
  for (const [name, entry] of entries) {
    if (
      !overrides.includes(`/${name}`) &&
      !extensions.includes(name.slice(name.lastIndexOf('.') + 1)) &&
      name !== '[Content_Types].xml'
    ) {
      throw damaged(`${name} has no content type`);
    }
    if (name.startsWith('word/media/')) {
      const mediaType = name.endsWith('.png') ? 'image/png' : 'image/jpeg';
      if (!isPicture(await readStart(handle, entry, 8), mediaType)) throw damaged(`${name} is not a picture`);
    } else if (name !== 'word/document.xml') {
      await readWell(name, [await read(name)], { styles: [], tables: [], sections: [] });
    }
    if (name.endsWith('.rels')) {
      const folder = name.slice(0, name.indexOf('_rels/'));
      for (const target of attributesOf(await read(name), 'Relationship', 'Target')) {
        if (!entries.has(folder + target)) throw damaged(`${name} leads to ${target}, which is missing`);
      }
    }
  }
}

/** The values of an attribute of all elements of a name. */
function attributesOf(xml: string, element: string, attribute: string): string[] {
  const values: string[] = [];
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === element) values.push(attributes[attribute] ?? '');
  });
  parser.write(xml).close();
  return values;
}
