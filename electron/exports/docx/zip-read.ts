// Reads a zip file back: its directory, single parts, and one pass over the whole file for hash and check sums.
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { crc32, createInflateRaw, inflateRaw, inflateRawSync } from 'node:zlib';
import { AppError } from '../../../shared/errors.ts';

export interface ZipEntry {
  name: string;
  method: number;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

/** Where a zip file is read from: an open file, or bytes in memory. */
export interface ByteSource {
  stat(): Promise<{ size: number }>;
  read(bytes: Buffer, from: number, length: number, position: number): Promise<{ bytesRead: number }>;
}

/** Bytes in memory as a source. */
export const sourceOf = (bytes: Buffer): ByteSource => ({
  stat: () => Promise.resolve({ size: bytes.length }),
  read: (target, from, length, position) =>
    Promise.resolve({ bytesRead: bytes.copy(target, from, position, position + length) }),
});

const inflate = promisify(inflateRaw);
/** Entries up to this size are unpacked at once: handing them to another thread takes longer. */
const smallEntry = 1 << 15;
const chunkSize = 1 << 20;
const pieceSize = 1 << 18;
const damaged = (why: string) => new AppError('damaged', `The exported file is damaged: ${why}. It was not kept.`);

async function readAt(handle: ByteSource, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let from = 0;
  while (from < length) {
    const { bytesRead } = await handle.read(bytes, from, length - from, position + from);
    if (bytesRead === 0) throw damaged('it ends too early');
    from += bytesRead;
  }
  return bytes;
}

/** The directory of a zip file without a comment, as `writeZip` makes it. */
export async function readDirectory(handle: ByteSource): Promise<ZipEntry[]> {
  const { size } = await handle.stat();
  if (size < 22) throw damaged('it has no directory');
  const end = await readAt(handle, size - 22, 22);
  if (end.readUInt32LE(0) !== 0x06054b50) throw damaged('its directory has no end');
  const count = end.readUInt16LE(10);
  const length = end.readUInt32LE(12);
  const offset = end.readUInt32LE(16);
  if (offset + length + 22 !== size) throw damaged('its directory is not where it should be');
  const directory = await readAt(handle, offset, length);
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count; ) {
    if (at + 46 > length || directory.readUInt32LE(at) !== 0x02014b50) throw damaged('its directory cannot be read');
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** Where the content of an entry begins. */
async function contentStart(handle: ByteSource, entry: ZipEntry): Promise<number> {
  const header = await readAt(handle, entry.offset, 30);
  if (header.readUInt32LE(0) !== 0x04034b50) throw damaged(`${entry.name} has no header`);
  return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

async function unpack(packed: Buffer, size: number): Promise<Buffer> {
  // In one piece; more than the directory says is a fault that the caller finds.
  const options = { chunkSize: Math.max(64, Math.min(size + 1, pieceSize * 16)) };
  return size <= smallEntry ? inflateRawSync(packed, options) : inflate(packed, options);
}

/** The whole content of one entry, its check sum compared. */
export async function readEntry(handle: ByteSource, entry: ZipEntry): Promise<Buffer> {
  const packed = await readAt(handle, await contentStart(handle, entry), entry.packed);
  const bytes = entry.method === 0 ? packed : await unpack(packed, entry.size).catch(() => undefined);
  if (bytes?.length !== entry.size || crc32(bytes) !== entry.crc)
    throw damaged(`${entry.name} does not match its check sum`);
  return bytes;
}

/** The content of a deflated text entry in pieces, its check sum compared at the end. */
export async function* streamText(handle: FileHandle, entry: ZipEntry): AsyncGenerator<string> {
  const packed = await readAt(handle, await contentStart(handle, entry), entry.packed);
  const inflating = createInflateRaw({ chunkSize: pieceSize });
  inflating.end(packed);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let crc = 0;
  let size = 0;
  try {
    for await (const piece of inflating) {
      crc = crc32(piece as Buffer, crc);
      size += (piece as Buffer).length;
      yield decoder.decode(piece as Buffer, { stream: true });
    }
    yield decoder.decode();
  } catch {
    throw damaged(`${entry.name} cannot be unpacked`);
  }
  if (size !== entry.size || crc !== entry.crc) throw damaged(`${entry.name} does not match its check sum`);
}

/** The first bytes of an entry. */
export async function readStart(handle: FileHandle, entry: ZipEntry, length: number): Promise<Buffer> {
  if (entry.method !== 0) return (await readEntry(handle, entry)).subarray(0, length);
  return readAt(handle, await contentStart(handle, entry), Math.min(length, entry.packed));
}

/** SHA-256 and size of the file, read once from start to end; the check sums of stored entries are compared on the way. */
export async function hashZip(
  handle: FileHandle,
  entries: readonly ZipEntry[],
  signal?: AbortSignal,
): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  const waiting: { name: string; from: number; to: number; crc: number; sum: number }[] = [];
  for (const entry of entries.filter(({ method }) => method === 0)) {
    const from = await contentStart(handle, entry);
    waiting.push({ name: entry.name, from, to: from + entry.packed, crc: entry.crc, sum: 0 });
  }
  waiting.sort((a, b) => a.from - b.from);
  const buffers = [Buffer.allocUnsafe(chunkSize), Buffer.allocUnsafe(chunkSize)] as const;
  let position = 0;
  let first = 0;
  let turn: 0 | 1 = 0;
  const readNext = (from: number) => handle.read(buffers[turn], 0, chunkSize, from);
  let reading = readNext(0);
  for (;;) {
    signal?.throwIfAborted();
    const { bytesRead, buffer } = await reading;
    if (bytesRead === 0) break;
    const end = position + bytesRead;
    turn = turn === 0 ? 1 : 0;
    reading = readNext(end);
    const chunk = buffer.subarray(0, bytesRead);
    hash.update(chunk);
    for (let at = first; at < waiting.length; at += 1) {
      const part = waiting[at];
      if (!part || part.from >= end) break;
      const piece = chunk.subarray(Math.max(0, part.from - position), Math.min(bytesRead, part.to - position));
      part.sum = crc32(piece, part.sum);
      if (part.to > end) break;
      if (part.sum !== part.crc) throw damaged(`${part.name} does not match its check sum`);
      first = at + 1;
    }
    position = end;
  }
  if (first < waiting.length) throw damaged('it ends too early');
  return { sha256: hash.digest('hex'), size: position };
}
