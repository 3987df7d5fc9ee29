import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { AppError } from '../../shared/errors.ts';
import { disk, ensureFolder, explainDiskError, onDisk, removeFile, syncFolder } from '../files.ts';

/** A file that has been copied beside the vault, hashed and synced, but not yet taken in. */
export interface StagedFile {
  id: string;
  path: string;
  sha256: string;
  size: number;
}

/** Largest file taken in, in bytes. */
export const maximumFileSize = 4 * 1024 ** 3;

const contentName = /^[0-9a-f]{64}$/;

/** Where files of this content lie. Refuses anything that is not a hash, so that a name can never become a path. */
export function vaultPath(vault: string, sha256: string): string {
  if (!contentName.test(sha256)) throw new AppError('invalid-input', 'This is not the hash of a file.');
  return path.join(vault, sha256);
}

/** Copies a stream into the staging folder while hashing it; synced before it answers. Nothing is left on error. */
export async function stageStream(staging: string, source: Readable, name: string): Promise<StagedFile> {
  await ensureFolder(staging);
  const id = randomUUID();
  const target = path.join(staging, id);
  const hash = createHash('sha256');
  let size = 0;
  try {
    const handle = await disk.open(target, 'wx');
    try {
      for await (const chunk of source) {
        const bytes = chunk as Buffer;
        size += bytes.length;
        if (size > maximumFileSize)
          throw new AppError('too-large', `${name} is larger than 4 GB and was not taken in.`);
        hash.update(bytes);
        await handle.write(bytes);
      }
      if (size === 0) throw new AppError('refused', `${name} is empty and was not taken in.`);
      await disk.sync(handle);
    } finally {
      await handle.close();
    }
  } catch (error) {
    await disk.unlink(target).catch(() => undefined);
    throw explainDiskError(error, name);
  }
  return { id, path: target, sha256: hash.digest('hex'), size };
}

/** Copies a file of this machine into the staging folder. Regular files only: no pipe, socket, folder or dangling link. */
export async function stagePath(staging: string, source: string): Promise<StagedFile> {
  const name = path.basename(source);
  const facts = await onDisk(source, () => disk.stat(source));
  if (!facts.isFile()) throw new AppError('unsupported-file', `${name} is not a regular file and was not taken in.`);
  if (facts.size > maximumFileSize)
    throw new AppError('too-large', `${name} is larger than 4 GB and was not taken in.`);
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
  const stream = disk.read(source, { flags: flags as unknown as string, highWaterMark: 1024 * 1024 });
  return stageStream(staging, stream, name);
}

/** Names of the files an intake is about to place, synced before the first is placed. */
async function writeIntakeList(staging: string, names: string[]): Promise<string> {
  const file = path.join(staging, `intake-${randomUUID()}.json`);
  await onDisk(file, async () => {
    const handle = await disk.open(file, 'wx');
    try {
      await handle.writeFile(JSON.stringify(names));
      await disk.sync(handle);
    } finally {
      await handle.close();
    }
  });
  return file;
}

const exists = (file: string) =>
  disk.stat(file).then(
    () => true,
    () => false,
  );

/**
 * Moves staged files into the vault and runs `register`, which commits them. If that fails, what was newly placed is
 * taken out again; if the process dies in between, the list it wrote lets the next start do so.
 */
export async function takeIntoVault<T>(
  vault: string,
  staging: string,
  staged: readonly StagedFile[],
  register: () => T,
): Promise<T> {
  await ensureFolder(vault);
  const list = await writeIntakeList(
    staging,
    staged.map(({ sha256 }) => sha256),
  );
  const placed: string[] = [];
  try {
    for (const file of staged) {
      const target = vaultPath(vault, file.sha256);
      if (await exists(target)) {
        await removeFile(file.path);
        continue;
      }
      placed.push(target);
      await onDisk(target, () => disk.rename(file.path, target));
    }
    await onDisk(vault, () => syncFolder(vault));
    const result = register();
    await removeFile(list).catch(() => undefined);
    return result;
  } catch (error) {
    for (const file of [...placed, ...staged.map((one) => one.path)]) await disk.unlink(file).catch(() => undefined);
    await disk.unlink(list).catch(() => undefined);
    throw error;
  }
}

/** Sweeps what interrupted intakes left behind: placed files that no change names, and staged ones. */
export async function sweepInterruptedIntakes(
  vault: string,
  staging: string,
  isNamed: (sha256: string) => boolean,
): Promise<void> {
  const names = await disk.readdir(staging).catch(() => [] as string[]);
  for (const name of names.filter((one) => one.startsWith('intake-'))) {
    // A list that was not written to its end was not synced either, and nothing was placed by it yet.
    const planned = await disk
      .readFile(path.join(staging, name), 'utf8')
      .then((text) => JSON.parse(text) as unknown)
      .catch(() => []);
    for (const sha256 of Array.isArray(planned) ? planned : []) {
      if (typeof sha256 === 'string' && contentName.test(sha256) && !isNamed(sha256))
        await removeFile(vaultPath(vault, sha256));
    }
  }
  for (const name of names) await disk.unlink(path.join(staging, name)).catch(() => undefined);
}

/** The names in the vault. */
export async function listVault(vault: string): Promise<string[]> {
  return disk.readdir(vault).catch(() => []);
}
