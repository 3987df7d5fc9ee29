// Writes a zip file part by part: text is deflated, pictures are stored as they are and copied through one buffer, so
// that a report with hundreds of photos needs little memory.
import { once } from 'node:events';
import type { FileHandle } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { crc32, createDeflateRaw, deflateRaw } from 'node:zlib';
import { AppError } from '../../../shared/errors.ts';
import { disk, onDisk } from '../../files.ts';

/** A part of the package: text to deflate, whole or made piece by piece, or bytes or a file to store as they are. */
export type ZipPart =
  | { name: string; text: string | (() => Iterable<string>) }
  | { name: string; bytes: Buffer }
  | { name: string; file: string };

interface Written {
  name: Buffer;
  method: 0 | 8;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

const deflate = promisify(deflateRaw);
const largest = 0xffff_ffff;
/** Size of the buffer that pictures are copied through: most fit into one and need a single write. */
const bufferSize = 4 << 20;
/** How much text is handed on at once, in characters. */
const textSize = 1 << 18;
/** Fixed at 1 January 1980, so that equal reports are equal files. */
const zipDate = 0x0021;

function localHeader({ name, method, crc, packed, size }: Written): Buffer {
  const header = Buffer.alloc(30 + name.length);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(0x0800, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt16LE(zipDate, 12);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packed, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  name.copy(header, 30);
  return header;
}

function directoryEntry(part: Written): Buffer {
  const entry = Buffer.alloc(46 + part.name.length);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(20, 4);
  entry.writeUInt16LE(20, 6);
  entry.writeUInt16LE(0x0800, 8);
  entry.writeUInt16LE(part.method, 10);
  entry.writeUInt16LE(zipDate, 14);
  entry.writeUInt32LE(part.crc, 16);
  entry.writeUInt32LE(part.packed, 20);
  entry.writeUInt32LE(part.size, 24);
  entry.writeUInt16LE(part.name.length, 28);
  entry.writeUInt32LE(part.offset, 42);
  part.name.copy(entry, 46);
  return entry;
}

function directoryEnd(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/**
 * Writes the parts, in order, as a zip file into an open empty file. `onPart` is told how many are done. Errors: an
 * AppError `too-large` beyond 4 GB or 65,535 parts; disk errors; the signal's reason when aborted.
 */
export async function writeZip(
  handle: FileHandle,
  parts: readonly ZipPart[],
  signal?: AbortSignal,
  onPart?: (done: number) => void,
): Promise<void> {
  if (parts.length > 65_535) throw tooLarge();
  const written: Written[] = [];
  let end = 0;
  const write = async (bytes: Uint8Array, position: number) => {
    if (position + bytes.length > largest) throw tooLarge();
    for (let from = 0; from < bytes.length; ) {
      const { bytesWritten } = await handle.write(bytes, from, bytes.length - from, position + from);
      from += bytesWritten;
    }
  };
  const buffer = Buffer.allocUnsafe(bufferSize);
  for (const part of parts) {
    signal?.throwIfAborted();
    const entry: Written = { name: Buffer.from(part.name), method: 0, crc: 0, packed: 0, size: 0, offset: end };
    const start = end + 30 + entry.name.length;
    if ('file' in part) {
      await storeFile(part.file, entry, buffer, write, signal);
    } else if ('text' in part && typeof part.text !== 'string') {
      await deflateText(part.text(), entry, write, signal);
    } else {
      const raw = 'text' in part ? Buffer.from(part.text as string) : part.bytes;
      const packed = 'text' in part ? await deflate(raw, { level: 4 }) : raw;
      Object.assign(entry, { crc: crc32(raw), packed: packed.length, size: raw.length });
      if ('text' in part) entry.method = 8;
      await write(Buffer.concat([localHeader(entry), packed]), end);
    }
    end = start + entry.packed;
    written.push(entry);
    onPart?.(written.length);
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  await write(Buffer.concat([directory, directoryEnd(written.length, directory.length, end)]), end);
}

/** Pieces of text together, in bytes, so that each is worth handing on. */
function* encode(pieces: Iterable<string>): Generator<Buffer> {
  let waiting: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < textSize) continue;
    yield Buffer.from(waiting.join(''));
    waiting = [];
    length = 0;
  }
  yield Buffer.from(waiting.join(''));
}

/** Deflates a text at the entry's offset while it is made: the next piece is composed as the last one is packed. */
async function deflateText(
  pieces: Iterable<string>,
  entry: Written,
  write: (bytes: Uint8Array, position: number) => Promise<void>,
  signal: AbortSignal | undefined,
): Promise<void> {
  entry.method = 8;
  const start = entry.offset + 30 + entry.name.length;
  const options = { level: 4, chunkSize: textSize, highWaterMark: 16 * textSize };
  const deflating = createDeflateRaw(options);
  const feed = async () => {
    try {
      for (const chunk of encode(pieces)) {
        signal?.throwIfAborted();
        entry.crc = crc32(chunk, entry.crc);
        entry.size += chunk.length;
        if (!deflating.write(chunk)) await once(deflating, 'drain');
        await setImmediate();
      }
      deflating.end();
    } catch (error) {
      deflating.destroy(error as Error);
    }
  };
  const store = async () => {
    for await (const packed of deflating) {
      await write(packed as Buffer, start + entry.packed);
      entry.packed += (packed as Buffer).length;
    }
  };
  await Promise.all([feed(), store()]);
  await write(localHeader(entry), entry.offset);
}

const tooLarge = () =>
  new AppError('too-large', 'The report would be larger than 4 GB, which no word processor opens. Leave out photos.');

/** Reads until the buffer is full or the file ends; answers with the bytes read. */
async function fill(source: FileHandle, buffer: Buffer, from: number, position: number): Promise<number> {
  let at = from;
  while (at < buffer.length) {
    const { bytesRead } = await source.read(buffer, at, buffer.length - at, position + at - from);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return at - from;
}

/** Stores a file at the entry's offset, its header first; one that fits into the buffer is written in one piece. */
async function storeFile(
  file: string,
  entry: Written,
  buffer: Buffer,
  write: (bytes: Uint8Array, position: number) => Promise<void>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const headerLength = 30 + entry.name.length;
  const source = await onDisk(file, () => disk.open(file, 'r'));
  try {
    const first = await fill(source, buffer, headerLength, 0);
    entry.crc = crc32(buffer.subarray(headerLength, headerLength + first));
    entry.size = entry.packed = first;
    if (headerLength + first < buffer.length) {
      localHeader(entry).copy(buffer);
      return await write(buffer.subarray(0, headerLength + first), entry.offset);
    }
    await write(buffer, entry.offset);
    for (;;) {
      signal?.throwIfAborted();
      const read = await fill(source, buffer, 0, entry.size);
      if (read === 0) break;
      await write(buffer.subarray(0, read), entry.offset + headerLength + entry.size);
      entry.crc = crc32(buffer.subarray(0, read), entry.crc);
      entry.size = entry.packed = entry.size + read;
    }
    await write(localHeader(entry), entry.offset);
  } finally {
    await source.close();
  }
}
