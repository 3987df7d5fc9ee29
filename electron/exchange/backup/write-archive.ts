// Writes a backup as a zip of stored entries with the 64-bit fields, so that neither size nor number of files is limited.
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { disk, onDisk } from '../../files.ts';
import { type ArchivedFile, signatures } from './archive.ts';

/** What goes into the archive under which name: a file of this machine, or bytes. */
export type ArchivePart = { name: string; file: string } | { name: string; bytes: Buffer };

interface Written extends ArchivedFile {
  crc: number;
  offset: number;
}

const bufferSize = 1 << 20;
/** Fixed at 1 January 1980: when a backup was made stands in its manifest. */
const zipDate = 0x0021;
const wide = 0xffff_ffff;
/** Names are UTF-8. */
const flags = 0x0800;
/** The version of the format that knows 64-bit fields. */
const version = 45;

function localHeader({ name, crc, size }: Written): Buffer {
  const bytes = Buffer.from(name);
  const header = Buffer.alloc(30 + bytes.length + 20);
  header.writeUInt32LE(signatures.local, 0);
  header.writeUInt16LE(version, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(zipDate, 12);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(wide, 18);
  header.writeUInt32LE(wide, 22);
  header.writeUInt16LE(bytes.length, 26);
  header.writeUInt16LE(20, 28);
  bytes.copy(header, 30);
  const extra = 30 + bytes.length;
  header.writeUInt16LE(1, extra);
  header.writeUInt16LE(16, extra + 2);
  header.writeBigUInt64LE(BigInt(size), extra + 4);
  header.writeBigUInt64LE(BigInt(size), extra + 12);
  return header;
}

function directoryEntry({ name, crc, size, offset }: Written): Buffer {
  const bytes = Buffer.from(name);
  const entry = Buffer.alloc(46 + bytes.length + 28);
  entry.writeUInt32LE(signatures.directory, 0);
  entry.writeUInt16LE(version, 4);
  entry.writeUInt16LE(version, 6);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(zipDate, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(wide, 20);
  entry.writeUInt32LE(wide, 24);
  entry.writeUInt16LE(bytes.length, 28);
  entry.writeUInt16LE(28, 30);
  entry.writeUInt32LE(wide, 42);
  bytes.copy(entry, 46);
  const extra = 46 + bytes.length;
  entry.writeUInt16LE(1, extra);
  entry.writeUInt16LE(24, extra + 2);
  entry.writeBigUInt64LE(BigInt(size), extra + 4);
  entry.writeBigUInt64LE(BigInt(size), extra + 12);
  entry.writeBigUInt64LE(BigInt(offset), extra + 20);
  return entry;
}

function directoryEnd(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(56 + 20 + 22);
  end.writeUInt32LE(signatures.wideEnd, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(version, 12);
  end.writeUInt16LE(version, 14);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(offset), 48);
  end.writeUInt32LE(signatures.wideLocator, 56);
  end.writeBigUInt64LE(BigInt(offset + size), 64);
  end.writeUInt32LE(1, 72);
  end.writeUInt32LE(signatures.end, 76);
  end.writeUInt16LE(0xffff, 84);
  end.writeUInt16LE(0xffff, 86);
  end.writeUInt32LE(wide, 88);
  end.writeUInt32LE(wide, 92);
  return end;
}

export interface ArchiveWriter {
  /** Appends a part and answers with its size and hash. */
  add(part: ArchivePart, signal?: AbortSignal, onBytes?: (count: number) => void): Promise<ArchivedFile>;
  /** Writes the directory. Nothing can be added after it. */
  end(): Promise<void>;
}

/** Writes an archive into an open empty file, part by part. */
export function createArchive(handle: FileHandle): ArchiveWriter {
  const entries: Written[] = [];
  let end = 0;
  const writeAt = async (bytes: Uint8Array, position: number) => {
    for (let from = 0; from < bytes.length; ) {
      const { bytesWritten } = await handle.write(bytes, from, bytes.length - from, position + from);
      from += bytesWritten;
    }
  };

  return {
    async add(part, signal, onBytes) {
      const entry: Written = { name: part.name, size: 0, sha256: '', crc: 0, offset: end };
      const hash = createHash('sha256');
      const start = end + localHeader(entry).length;
      const take = async (chunk: Buffer) => {
        await writeAt(chunk, start + entry.size);
        hash.update(chunk);
        entry.crc = crc32(chunk, entry.crc);
        entry.size += chunk.length;
        onBytes?.(chunk.length);
      };
      if ('bytes' in part) {
        await take(part.bytes);
      } else {
        const source = await onDisk(part.file, () => disk.open(part.file, 'r'));
        try {
          const buffer = Buffer.allocUnsafe(bufferSize);
          for (;;) {
            signal?.throwIfAborted();
            const { bytesRead } = await source.read(buffer, 0, bufferSize, entry.size);
            if (bytesRead === 0) break;
            await take(buffer.subarray(0, bytesRead));
          }
        } finally {
          await source.close();
        }
      }
      // Sizes and check sum are known only now.
      await writeAt(localHeader(entry), entry.offset);
      end = start + entry.size;
      entry.sha256 = hash.digest('hex');
      entries.push(entry);
      return { name: entry.name, size: entry.size, sha256: entry.sha256 };
    },
    async end() {
      const directory = Buffer.concat(entries.map(directoryEntry));
      await writeAt(Buffer.concat([directory, directoryEnd(entries.length, directory.length, end)]), end);
    },
  };
}
