// Writes an archive as a zip of stored entries with the 64-bit fields, so that neither size nor number of files is limited.
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { directoryEnd, directoryEntry, localHeader, startOf, type ZipEntry } from '../../../shared/proof/zip-layout.ts';
import { disk, onDisk } from '../../files.ts';

/** What goes into the archive under which name: a file of this machine, bytes, or bytes that are made piece by piece. */
export type ArchivePart =
  | { name: string; file: string }
  | { name: string; bytes: Buffer }
  | { name: string; pieces: Iterable<Buffer> | AsyncIterable<Buffer> };

/** An entry as it was written. */
export interface ArchivedFile {
  name: string;
  size: number;
  sha256: string;
}

const bufferSize = 1 << 20;

export interface ArchiveWriter {
  /** Appends a part and answers with its size and hash. */
  add(part: ArchivePart, signal?: AbortSignal, onBytes?: (count: number) => void): Promise<ArchivedFile>;
  /** Writes the directory. Nothing can be added after it. */
  end(): Promise<void>;
}

/** A file of this machine in pieces of one buffer. */
async function* readPieces(file: string): AsyncGenerator<Buffer> {
  const source = await onDisk(file, () => disk.open(file, 'r'));
  try {
    const buffer = Buffer.allocUnsafe(bufferSize);
    for (let position = 0; ; ) {
      const { bytesRead } = await source.read(buffer, 0, bufferSize, position);
      if (bytesRead === 0) return;
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await source.close();
  }
}

/** Writes an archive into an open empty file, part by part. */
export function createArchive(handle: FileHandle): ArchiveWriter {
  const entries: ZipEntry[] = [];
  let end = 0;
  const writeAt = async (bytes: Uint8Array, position: number) => {
    for (let from = 0; from < bytes.length; ) {
      const { bytesWritten } = await handle.write(bytes, from, bytes.length - from, position + from);
      from += bytesWritten;
    }
  };

  return {
    async add(part, signal, onBytes) {
      const entry: ZipEntry = { name: part.name, size: 0, crc: 0, offset: end };
      const hash = createHash('sha256');
      const start = startOf(entry);
      const pieces = 'bytes' in part ? [part.bytes] : 'file' in part ? readPieces(part.file) : part.pieces;
      for await (const piece of pieces) {
        signal?.throwIfAborted();
        await writeAt(piece, start + entry.size);
        hash.update(piece);
        entry.crc = crc32(piece, entry.crc);
        entry.size += piece.length;
        onBytes?.(piece.length);
      }
      // Sizes and check sum are known only now.
      await writeAt(localHeader(entry), entry.offset);
      end = start + entry.size;
      entries.push(entry);
      return { name: entry.name, size: entry.size, sha256: hash.digest('hex') };
    },
    async end() {
      const directory = Buffer.concat(entries.map(directoryEntry));
      await writeAt(Buffer.concat([directory, directoryEnd(entries.length, directory.length, end)]), end);
    },
  };
}
