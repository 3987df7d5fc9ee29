// Reopens the sheets of a closing meeting before they get their name.
import { disk, onDisk } from '../../files.ts';
import type { ClosingSheets } from '../sections/closing-sheets.ts';
import { damaged } from './check-content.ts';
import { bookmarkName } from './inline.ts';
import { createDocumentReader } from './read-document.ts';
import { hashZip, readDirectory, readEntry } from './zip-read.ts';

/**
 * Reads the finished document back: it is well-formed, and every finding has its sheet and its line to sign. Answers
 * with hash and size; throws an AppError `damaged` at the first thing that is wrong.
 */
export async function checkSheets(
  file: string,
  { sheets }: ClosingSheets,
  signal?: AbortSignal,
): Promise<{ sha256: string; size: number }> {
  const handle = await onDisk(file, () => disk.open(file, 'r'));
  try {
    const entries = await readDirectory(handle);
    const body = entries.find(({ name }) => name === 'word/document.xml');
    if (!body) throw damaged('it has no word/document.xml');
    const names = sheets.flatMap(({ finding: { number } }) => [`${number}, statement`, `${number}, acknowledgement`]);
    const reader = createDocumentReader({ styles: [], tables: names, sections: [] });
    try {
      reader.read((await readEntry(handle, body)).toString('utf8'));
    } catch (error) {
      throw damaged(`word/document.xml is not well-formed (${(error as Error).message})`);
    }
    const { bookmarks, tables, targets, problems } = reader.end();
    if (problems[0]) throw damaged(problems[0]);
    for (const target of targets) if (!bookmarks.has(target)) throw damaged(`a reference leads to ${target}`);
    for (const { finding } of sheets) {
      if (bookmarks.get(bookmarkName(finding.number)) !== finding.number)
        throw damaged(`the sheet of ${finding.number} is missing`);
    }
    for (const name of names) if (!tables.has(name)) throw damaged(`“${name}” is missing`);
    return await hashZip(handle, entries, signal);
  } finally {
    await handle.close();
  }
}
