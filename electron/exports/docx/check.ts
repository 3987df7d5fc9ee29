// Reopens a Word document and compares it with the model it was made from, before it gets its name.
import type { FileHandle } from 'node:fs/promises';
import { SaxesParser } from 'saxes';
import { AppError } from '../../../shared/errors.ts';
import { disk, onDisk } from '../../files.ts';
import type { ReportModel } from '../report-model.ts';
import {
  countRows,
  countsTableName,
  gradeOrder,
  gradeTableName,
  groupTableNames,
  resultColumns,
} from '../sections/counts.ts';
import { bookmarkName } from './inline.ts';
import { createDocumentReader, type DocumentFacts, type ReadingWish } from './read-document.ts';
import { hashZip, readDirectory, readEntry, readStart, streamText, type ZipEntry } from './zip-read.ts';

const damaged = (why: string) =>
  new AppError(
    'damaged',
    `The Word report was made but did not pass its check: ${why}. No file was kept; please try again.`,
    { why },
  );

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
  const facts = await readWell('word/document.xml', streamText(handle, body), {
    styles: ['QuestionId', 'Hash'],
    tables: [countsTableName, gradeTableName, groupTableNames.clause, groupTableNames.control],
  });
  const relations = attributesOf(await read('word/_rels/document.xml.rels'), 'Relationship', 'Id');
  for (const id of facts.relations) if (!relations.includes(id)) throw damaged(`it uses ${id}, which leads nowhere`);
  if (/updateFields/.test(await read('word/settings.xml'))) throw damaged('it would ask to update its fields');
  checkContent(facts, model);
  checkCounts(facts, model);
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
      await readWell(name, [await read(name)], { styles: [], tables: [] });
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

/** Every reference leads somewhere; every requirement, question, finding and piece of evidence is there. */
function checkContent({ bookmarks, targets, wordsByStyle }: DocumentFacts, model: ReportModel): void {
  for (const target of targets)
    if (!bookmarks.has(target)) throw damaged(`a reference leads to ${target}, which is not there`);
  const expect = (what: string, place: string) => {
    if (bookmarks.get(bookmarkName(place)) !== place) throw damaged(`${what} ${place} is missing`);
  };
  for (const { number } of model.findings) expect('the finding', number);
  for (const { number } of model.evidence) expect('the evidence', number);
  for (const { id } of model.requirements) expect('the requirement', id);
  const questions = model.requirements.flatMap((requirement) => requirement.questions.map(({ id }) => id));
  expectSame('questions', questions, wordsByStyle.get('QuestionId') ?? []);
  const hashes = model.evidence.map(({ sha256 }) => sha256).filter(Boolean);
  const own = [model.catalogue.hash, model.head?.hash ?? ''].filter(Boolean);
  expectSame('hashes', [...own, ...hashes], wordsByStyle.get('Hash') ?? []);
}

function expectSame(what: string, expected: readonly string[], found: readonly string[]): void {
  if (expected.length !== found.length) throw damaged(`it has ${found.length} ${what} instead of ${expected.length}`);
  const left = found.toSorted();
  const wrong = expected.toSorted().find((value, position) => value !== left[position]);
  if (wrong !== undefined) throw damaged(`of its ${what}, ${wrong} is missing`);
}

/** The tables of counts say what the model counts. */
function checkCounts({ tables }: DocumentFacts, model: ReportModel): void {
  const { counts, catalogue } = model;
  const pairs = new Map(
    (tables.get(countsTableName) ?? []).flatMap((cells): [string, string][] => [
      [cells[0] ?? '', cells[1] ?? ''],
      [cells[3] ?? '', cells[4] ?? ''],
    ]),
  );
  for (const [label, count] of countRows(counts)) {
    if (pairs.get(label) !== String(count)) throw damaged(`the count “${label}” is not ${count}`);
  }
  const grades = tables
    .get(gradeTableName)
    ?.slice(1)
    .map((cells) => cells[1]);
  if (
    counts.findings.total > 0 &&
    grades?.join() !== gradeOrder.map((grade) => counts.findings.byGrade[grade]).join()
  ) {
    throw damaged('the findings by grade are not those of the audit');
  }
  const sums = resultColumns.map(() => 0);
  for (const kind of ['clause', 'control'] as const) {
    if (!catalogue.groups.some((group) => group.kind === kind)) continue;
    const last = tables.get(groupTableNames[kind])?.at(-1) ?? [];
    for (const position of sums.keys()) sums[position] = (sums[position] ?? 0) + Number(last[position + 2]);
  }
  const expected = resultColumns.map(({ count }) => count(counts.requirements.byVerdict));
  if (sums.join() !== expected.join()) throw damaged('the results by group do not add up to those of the audit');
}
