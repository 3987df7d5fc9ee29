// Reads a backup back. Only what `createArchive` writes is accepted: everything else is refused by the entry's name
// before a byte of it is used.
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { AppError } from '../../../shared/errors.ts';
import {
  type ArchivedFile,
  type BackupManifest,
  backupManifest,
  isNameOfBackup,
  manifestName,
  signatures,
  storeName,
} from './archive.ts';

/** Where the bytes of an entry are. */
interface Entry {
  name: string;
  size: number;
  crc: number;
  offset: number;
  start: number;
}

export interface Archive {
  manifest: BackupManifest;
  /** Reads an entry from start to end, its hash and check sum compared before it ends. */
  read(file: ArchivedFile, onChunk: (chunk: Buffer) => Promise<void> | void, signal?: AbortSignal): Promise<void>;
}

const lengthOfEnds = 98;
const largestDirectory = 512 * 1024 ** 2;
const largestManifest = 256 * 1024 ** 2;
const chunkSize = 1 << 20;

const show = (name: string) => `“${name.length > 80 ? `${name.slice(0, 80)}…` : name}”`;

function damaged(what: string, entry?: string): AppError {
  return new AppError(
    'damaged',
    `The backup is damaged: ${what}. Nothing was restored; take another copy of it.`,
    entry === undefined ? {} : { entry },
  );
}

function refused(what: string, entry?: string): AppError {
  return new AppError('unsupported-file', `This file is not a backup that Plumbline made: ${what}.`, { entry });
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  for (let from = 0; from < length; ) {
    const { bytesRead } = await handle.read(bytes, from, length - from, position + from);
    if (bytesRead === 0) throw damaged('it ends too early');
    from += bytesRead;
  }
  return bytes;
}

/** Where the directory is, and how many entries it has, by the records at the end of the file. */
async function findDirectory(handle: FileHandle): Promise<{ offset: number; size: number; count: number }> {
  const { size: length } = await handle.stat();
  if (length < lengthOfEnds) throw refused('it is too short');
  const beginning = await readAt(handle, 0, 4);
  if (beginning.readUInt32LE(0) !== signatures.local) throw refused('it does not begin as one');
  const end = await readAt(handle, length - lengthOfEnds, lengthOfEnds);
  const isWhole =
    end.readUInt32LE(0) === signatures.wideEnd &&
    end.readUInt32LE(56) === signatures.wideLocator &&
    end.readUInt32LE(76) === signatures.end;
  if (!isWhole) throw damaged('the directory at its end is missing');
  const count = Number(end.readBigUInt64LE(32));
  const size = Number(end.readBigUInt64LE(40));
  const offset = Number(end.readBigUInt64LE(48));
  if (offset + size + lengthOfEnds !== length || size > largestDirectory || count * 46 > size)
    throw damaged('its directory is not where it should be');
  return { offset, size, count };
}

function readEntry(directory: Buffer, at: number): { entry: Entry; next: number } {
  if (at + 46 > directory.length || directory.readUInt32LE(at) !== signatures.directory)
    throw damaged('its directory cannot be read');
  const nameLength = directory.readUInt16LE(at + 28);
  const extraLength = directory.readUInt16LE(at + 30);
  const extra = at + 46 + nameLength;
  const next = extra + extraLength + directory.readUInt16LE(at + 32);
  if (next > directory.length) throw damaged('its directory cannot be read');
  const name = directory.toString('utf8', at + 46, extra);
  if (!isNameOfBackup(name)) throw refused(`it has an entry ${show(name)}, which no backup has`, name);
  const isPlain = directory.readUInt16LE(at + 8) === 0x0800 && directory.readUInt16LE(at + 10) === 0;
  // A mode in the attributes could make a link of it.
  if (!isPlain || extraLength !== 28 || directory.readUInt32LE(at + 38) !== 0)
    throw refused(`its entry ${show(name)} is not stored as in a backup`, name);
  if (directory.readUInt16LE(extra) !== 1 || directory.readUInt16LE(extra + 2) !== 24)
    throw refused(`its entry ${show(name)} is not stored as in a backup`, name);
  const size = Number(directory.readBigUInt64LE(extra + 4));
  if (size !== Number(directory.readBigUInt64LE(extra + 12)))
    throw refused(`its entry ${show(name)} is not stored as in a backup`, name);
  const offset = Number(directory.readBigUInt64LE(extra + 20));
  const start = offset + 30 + nameLength + 20;
  return { entry: { name, size, crc: directory.readUInt32LE(at + 16), offset, start }, next };
}

/** The entries, which must lie one after the other from the first byte to the directory, each name once. */
async function readEntries(handle: FileHandle): Promise<Map<string, Entry>> {
  const { offset, size, count } = await findDirectory(handle);
  const directory = await readAt(handle, offset, size);
  const entries = new Map<string, Entry>();
  let at = 0;
  let expected = 0;
  for (let place = 0; place < count; place += 1) {
    const { entry, next } = readEntry(directory, at);
    if (entries.has(entry.name)) throw refused(`it has the entry ${show(entry.name)} twice`, entry.name);
    if (entry.offset !== expected) throw damaged(`its entry ${show(entry.name)} is not where it should be`, entry.name);
    entries.set(entry.name, entry);
    expected = entry.start + entry.size;
    at = next;
  }
  if (at !== size || expected !== offset) throw damaged('its directory does not match its content');
  return entries;
}

async function readBytes(
  handle: FileHandle,
  entry: Entry,
  onChunk: (chunk: Buffer) => Promise<void> | void,
  signal?: AbortSignal,
): Promise<void> {
  const header = await readAt(handle, entry.offset, entry.start - entry.offset);
  const name = Buffer.from(entry.name);
  const isSame =
    header.readUInt32LE(0) === signatures.local &&
    header.readUInt16LE(8) === 0 &&
    header.readUInt16LE(26) === name.length &&
    header.readUInt16LE(28) === 20 &&
    header.subarray(30, 30 + name.length).equals(name);
  if (!isSame) throw damaged(`its entry ${show(entry.name)} is not where its directory says`, entry.name);
  const buffer = Buffer.allocUnsafe(chunkSize);
  let crc = 0;
  for (let from = 0; from < entry.size; ) {
    signal?.throwIfAborted();
    const wanted = Math.min(chunkSize, entry.size - from);
    const { bytesRead } = await handle.read(buffer, 0, wanted, entry.start + from);
    if (bytesRead === 0) throw damaged('it ends too early', entry.name);
    const chunk = buffer.subarray(0, bytesRead);
    crc = crc32(chunk, crc);
    await onChunk(chunk);
    from += bytesRead;
  }
  if (crc !== entry.crc) throw damaged(`its entry ${show(entry.name)} does not match its check sum`, entry.name);
}

async function readManifest(handle: FileHandle, entry: Entry | undefined): Promise<BackupManifest> {
  if (!entry) throw refused('it has no manifest');
  if (entry.size > largestManifest) throw refused('its manifest is too large', entry.name);
  const chunks: Buffer[] = [];
  await readBytes(handle, entry, (chunk) => void chunks.push(Buffer.from(chunk)));
  let content: unknown;
  try {
    content = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw damaged('its manifest cannot be read', manifestName);
  }
  const version = (content as { format?: unknown; version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > 1)
    throw new AppError('newer-store', 'This backup was made by a newer Plumbline. Install that version to restore it.');
  const manifest = backupManifest.safeParse(content);
  if (!manifest.success) throw refused('its manifest is not one', manifestName);
  return manifest.data;
}

/** Opens a backup and checks that directory and manifest name the same entries with the same sizes. Throws AppErrors. */
export async function openArchive(handle: FileHandle): Promise<Archive> {
  const entries = await readEntries(handle);
  const manifest = await readManifest(handle, entries.get(manifestName));
  const named = new Set(manifest.files.map(({ name }) => name));
  if (!named.has(storeName)) throw refused('it holds no database');
  if (named.size !== manifest.files.length || named.has(manifestName))
    throw refused('its manifest names an entry twice');
  for (const { name, size, sha256 } of manifest.files) {
    const entry = entries.get(name);
    if (!entry) throw damaged(`its entry ${show(name)} is missing`, name);
    if (entry.size !== size) throw damaged(`its entry ${show(name)} is not as long as its manifest says`, name);
    if (name !== storeName && name !== `vault/${sha256}`)
      throw damaged(`its entry ${show(name)} has another hash`, name);
  }
  const extra = [...entries.keys()].find((name) => name !== manifestName && !named.has(name));
  if (extra !== undefined) throw refused(`its manifest does not name the entry ${show(extra)}`, extra);
  return {
    manifest,
    async read(file, onChunk, signal) {
      const entry = entries.get(file.name);
      if (!entry) throw damaged(`its entry ${show(file.name)} is missing`, file.name);
      const hash = createHash('sha256');
      const take = (chunk: Buffer) => {
        hash.update(chunk);
        return onChunk(chunk);
      };
      await readBytes(handle, entry, take, signal);
      if (hash.digest('hex') !== file.sha256)
        throw damaged(`its entry ${show(file.name)} does not match its hash`, file.name);
    },
  };
}
