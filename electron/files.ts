// Every file operation of the engine goes through this module, so that a test can make them fail one by one.
import { createHash, randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../shared/errors.ts';

/** The operations that touch the disk. Tests replace single ones; the product never does. */
export const disk = {
  open: fs.open,
  rename: fs.rename,
  unlink: fs.unlink,
  mkdir: fs.mkdir,
  readdir: fs.readdir,
  stat: fs.stat,
  lstat: fs.lstat,
  readFile: fs.readFile,
  copyFile: fs.copyFile,
  sync: (handle: fs.FileHandle) => handle.sync(),
  read: createReadStream,
};

const sentences: Record<string, [ConstructorParameters<typeof AppError>[0], string]> = {
  ENOSPC: ['disk-full', 'The disk is full. Nothing was half-saved; make room and try again.'],
  EDQUOT: ['disk-full', 'The disk quota is used up. Nothing was half-saved; make room and try again.'],
  EROFS: ['read-only', 'The folder is read-only. Choose a folder you may write to.'],
  EACCES: ['read-only', 'The folder or file may not be written or read. Check its permissions.'],
  EPERM: ['read-only', 'The folder or file may not be written or read. Check its permissions.'],
  ENOENT: ['not-found', 'The file or folder does not exist.'],
  EIO: ['unavailable', 'The disk reported an error. Nothing was half-saved; check the disk.'],
  EBUSY: ['unavailable', 'The file is in use by another program. Close it there and try again.'],
};

/** A disk error as a sentence for people; anything unknown is passed on as it is. */
export function explainDiskError(error: unknown, file: string): unknown {
  const code = (error as NodeJS.ErrnoException)?.code;
  const known = code ? sentences[code] : undefined;
  return known ? new AppError(known[0], `${known[1]} (${path.basename(file)})`, { code, file }) : error;
}

/** Runs a disk operation; its errors become AppErrors. */
export async function onDisk<T>(file: string, operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    throw explainDiskError(error, file);
  }
}

/** Makes a folder and those above it. */
export async function ensureFolder(folder: string): Promise<void> {
  await onDisk(folder, () => disk.mkdir(folder, { recursive: true }));
}

/** Makes the names in a folder durable. Windows cannot sync a folder and does not need to. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await disk.open(folder, constants.O_RDONLY);
  try {
    await disk.sync(handle);
  } finally {
    await handle.close();
  }
}

/** Removes a file; one that is not there is fine. */
export async function removeFile(file: string): Promise<void> {
  await disk.unlink(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw explainDiskError(error, file);
  });
}

/**
 * Makes a file whole or not at all: `write` fills a temporary file beside the target, which is synced, handed to
 * `check` and only then renamed. Any error leaves the old target and no temporary file. `mode` says who may read it.
 */
export async function createWhole<T>(
  target: string,
  write: (handle: fs.FileHandle, temporary: string) => Promise<void>,
  check: (temporary: string) => Promise<T>,
  options: { mode?: number } = {},
): Promise<T> {
  const folder = path.dirname(target);
  await ensureFolder(folder);
  const temporary = path.join(folder, `.${path.basename(target)}.${randomUUID().slice(0, 8)}.part`);
  try {
    const handle = await disk.open(temporary, 'wx', options.mode);
    try {
      await write(handle, temporary);
      await disk.sync(handle);
    } finally {
      await handle.close();
    }
    const result = await check(temporary);
    await disk.rename(temporary, target);
    await syncFolder(folder);
    return result;
  } catch (error) {
    await disk.unlink(temporary).catch(() => undefined);
    throw explainDiskError(error, target);
  }
}

/** Copies a file whole or not at all and checks the copy by its SHA-256. Answers its size in bytes. */
export async function copyWhole(source: string, target: string, sha256: string): Promise<number> {
  return createWhole(
    target,
    async (handle) => {
      for await (const chunk of disk.read(source)) await handle.writeFile(chunk as Buffer);
    },
    async (temporary) => {
      const copy = await hashFile(temporary);
      if (copy.sha256 !== sha256)
        throw new AppError('damaged', `The copy of ${path.basename(target)} is not what was copied. Run verify.`);
      return copy.size;
    },
  );
}

/** Removes the temporary files that a killed process left in a folder while it made others. */
export async function sweepUnfinishedFiles(folder: string): Promise<void> {
  const names = await disk.readdir(folder).catch(() => [] as string[]);
  for (const name of names) {
    if (/^\..*\.[0-9a-f]{8}\.part$/.test(name)) await disk.unlink(path.join(folder, name)).catch(() => undefined);
  }
}

const pieceSize = 1 << 20;

/** SHA-256 (lower-case hex) and size in bytes of a file. The next piece is read while one is hashed. */
export async function hashFile(file: string, signal?: AbortSignal): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  return onDisk(file, async () => {
    const handle = await disk.open(file, 'r');
    const readPiece = (buffer: Buffer, position: number) => handle.read(buffer, 0, buffer.length, position);
    let reading: ReturnType<typeof readPiece> | undefined;
    try {
      let size = 0;
      const { size: stated } = await handle.stat();
      const length = stated === 0 ? pieceSize : Math.min(pieceSize, stated);
      let [one, other] = [Buffer.allocUnsafe(length), Buffer.allocUnsafe(length)];
      reading = readPiece(one, 0);
      for (;;) {
        signal?.throwIfAborted();
        const { bytesRead } = await reading;
        if (bytesRead === 0) return { sha256: hash.digest('hex'), size };
        size += bytesRead;
        reading = readPiece(other, size);
        hash.update(one.subarray(0, bytesRead));
        [one, other] = [other, one];
      }
    } finally {
      await reading?.catch(() => undefined);
      await handle.close();
    }
  });
}
