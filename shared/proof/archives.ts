// Reads an archive that should be one of ours. Only what Plumbline writes is accepted; everything else is refused by the
// name of the entry before a byte of it is used.
import { plain } from './plain.ts';
import type { ByteSource, Tools } from './tools.ts';
import {
  directoryEnd,
  directoryEntry,
  isPlainName,
  lengthInDirectory,
  lengthOfEnds,
  localHeader,
  signatures,
  startOf,
  type ZipEntry,
} from './zip-layout.ts';

/** What is wrong with an archive: `damaged` where it was one once, `refused` where it is none. `what` goes on after a colon. */
export class ArchiveFault extends Error {
  readonly kind: 'damaged' | 'refused';
  readonly what: string;
  readonly entry: string | undefined;

  constructor(kind: 'damaged' | 'refused', what: string, entry?: string) {
    super(what);
    this.name = 'ArchiveFault';
    this.kind = kind;
    this.what = what;
    this.entry = entry;
  }
}

/** What an archive may hold: which names, what such a file is called, and how large its directory may be in bytes. */
export interface ArchiveRules {
  isName(name: string): boolean;
  /** As in “which no backup has”. */
  called: string;
  largestDirectory: number;
}

const chunkSize = 1 << 20;

/** A name as it is shown in a sentence. */
export const show = (name: string) => `“${plain(name.length > 80 ? `${name.slice(0, 80)}…` : name)}”`;
const damaged = (what: string, entry?: string) => new ArchiveFault('damaged', what, entry);
const refused = (what: string, entry?: string) => new ArchiveFault('refused', what, entry);

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

async function readAt(source: ByteSource, position: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  for (let from = 0; from < length; ) {
    const piece = await source.read(position + from, Math.min(chunkSize, length - from));
    if (piece.length === 0) throw damaged('it ends too early');
    bytes.set(piece, from);
    from += piece.length;
  }
  return bytes;
}

/** Where the directory is, and how many entries it has, by the records at the end of the file. */
async function findDirectory(source: ByteSource, rules: ArchiveRules) {
  if (source.size < lengthOfEnds) throw refused('it is too short');
  const beginning = await readAt(source, 0, 4);
  if (viewOf(beginning).getUint32(0, true) !== signatures.local) throw refused('it does not begin as one');
  const end = await readAt(source, source.size - lengthOfEnds, lengthOfEnds);
  const view = viewOf(end);
  const count = Number(view.getBigUint64(32, true));
  const size = Number(view.getBigUint64(40, true));
  const offset = Number(view.getBigUint64(48, true));
  const isWhole =
    view.getUint32(0, true) === signatures.wideEnd &&
    view.getUint32(56, true) === signatures.wideLocator &&
    view.getUint32(76, true) === signatures.end;
  if (!isWhole) throw damaged('the directory at its end is missing');
  if (offset + size + lengthOfEnds !== source.size || count * lengthInDirectory > size)
    throw damaged('its directory is not where it should be');
  if (size > rules.largestDirectory) throw refused('it holds too many entries');
  if (!isSame(end, directoryEnd(count, size, offset)))
    throw damaged('the records at its end are not as they were written');
  return { offset, size, count };
}

function nameAt(bytes: Uint8Array, from: number, to: number): string {
  let name = '';
  for (let at = from; at < to; at += 1) name += String.fromCharCode(bytes[at] ?? 0);
  return name;
}

function readEntry(directory: Uint8Array, at: number, rules: ArchiveRules): { entry: ZipEntry; next: number } {
  const view = viewOf(directory);
  if (at + 46 > directory.length || view.getUint32(at, true) !== signatures.directory)
    throw damaged('its directory cannot be read');
  const nameLength = view.getUint16(at + 28, true);
  const extra = at + 46 + nameLength;
  const next = extra + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > directory.length) throw damaged('its directory cannot be read');
  const name = nameAt(directory, at + 46, extra);
  if (!isPlainName(name) || !rules.isName(name))
    throw refused(`it has an entry ${show(name)}, which no ${rules.called} has`, name);
  const isPacked = view.getUint16(at + 10, true) !== 0;
  if (isPacked || next !== extra + 28)
    throw refused(`its entry ${show(name)} is not stored as in a ${rules.called}`, name);
  const entry: ZipEntry = {
    name,
    size: Number(view.getBigUint64(extra + 4, true)),
    crc: view.getUint32(at + 16, true),
    offset: Number(view.getBigUint64(extra + 20, true)),
  };
  // A link, another size once packed, another system or date: nothing of it is ever written.
  if (!isSame(directory.subarray(at, next), directoryEntry(entry)))
    throw refused(`its entry ${show(name)} is not stored as in a ${rules.called}`, name);
  return { entry, next };
}

/** The entries in order; they must lie one after the other from the first byte to the directory, each name once. */
export async function openArchive(source: ByteSource, rules: ArchiveRules): Promise<Map<string, ZipEntry>> {
  const { offset, size, count } = await findDirectory(source, rules);
  const directory = await readAt(source, offset, size);
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  let expected = 0;
  for (let place = 0; place < count; place += 1) {
    const { entry, next } = readEntry(directory, at, rules);
    if (entries.has(entry.name)) throw refused(`it has the entry ${show(entry.name)} twice`, entry.name);
    if (entry.offset !== expected) throw damaged(`its entry ${show(entry.name)} is not where it should be`, entry.name);
    entries.set(entry.name, entry);
    expected = startOf(entry) + entry.size;
    at = next;
  }
  if (at !== size || expected !== offset) throw damaged('its directory does not match its content');
  return entries;
}

/** Reads an entry from start to end; the check sum is compared before it ends. Answers with its SHA-256. */
export async function readArchived(
  source: ByteSource,
  entry: ZipEntry,
  tools: Pick<Tools, 'createHasher' | 'crc32'>,
  onChunk?: (chunk: Uint8Array) => Promise<void> | void,
  signal?: { throwIfAborted(): void },
): Promise<string> {
  const header = await readAt(source, entry.offset, startOf(entry) - entry.offset);
  if (!isSame(header, localHeader(entry)))
    throw damaged(`its entry ${show(entry.name)} is not where its directory says`, entry.name);
  const hasher = tools.createHasher();
  const end = startOf(entry) + entry.size;
  let crc = 0;
  const readFrom = (position: number) => source.read(position, Math.min(chunkSize, end - position));
  let position = startOf(entry);
  // The next piece is read while this one is hashed.
  let reading = position < end ? readFrom(position) : undefined;
  while (reading) {
    signal?.throwIfAborted();
    const chunk = await reading;
    if (chunk.length === 0) throw damaged('it ends too early', entry.name);
    position += chunk.length;
    reading = position < end ? readFrom(position) : undefined;
    try {
      hasher.update(chunk);
      crc = tools.crc32(chunk, crc);
      await onChunk?.(chunk);
    } catch (error) {
      await reading?.catch(() => undefined);
      throw error;
    }
  }
  if (crc !== entry.crc) throw damaged(`its entry ${show(entry.name)} does not match its check sum`, entry.name);
  return hasher.digest();
}

/** The whole content of an entry that is no larger than `most` bytes, with its SHA-256. */
export async function readWhole(
  source: ByteSource,
  entry: ZipEntry,
  tools: Pick<Tools, 'createHasher' | 'crc32'>,
  most: number,
): Promise<{ bytes: Uint8Array; sha256: string }> {
  if (entry.size > most) throw refused(`its entry ${show(entry.name)} is too large`, entry.name);
  const bytes = new Uint8Array(entry.size);
  let at = 0;
  const sha256 = await readArchived(source, entry, tools, (chunk) => {
    bytes.set(chunk, at);
    at += chunk.length;
  });
  return { bytes, sha256 };
}
