// Restores a backup into an empty folder: as a whole, or nothing of it.
import { randomUUID } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { type Backup, openBackup } from '../../exchange/backup/read-archive.ts';
import { storeName } from '../../exchange/backup/archive.ts';
import { disk, ensureFolder, hashFile, onDisk, syncFolder } from '../../files.ts';
import { checkForeignStore } from '../../store/snapshot.ts';
import { beginNewDevice, configurationFolder } from '../settings.ts';
import type { Progress } from '../workers.ts';

/** Refuses a folder in which anything lies. One that is not there is made. */
async function refuseFilled(folder: string): Promise<void> {
  const names = await disk.readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [] as string[];
    throw new AppError('refused', `${folder} is not a folder. Name an empty folder, or one that is not there yet.`);
  });
  if (names.length > 0) {
    throw new AppError(
      'refused',
      `${folder} is not empty. A backup is restored into an empty folder only; nothing was changed.`,
      { path: folder, found: names.slice(0, 5) },
    );
  }
}

async function unpack(archive: Backup, folder: string, signal: AbortSignal | undefined, onProgress: Progress) {
  await ensureFolder(path.join(folder, 'vault'));
  const { files } = archive.manifest;
  for (const [place, file] of files.entries()) {
    onProgress(place, files.length, 'Restoring files');
    const target = path.join(folder, file.name);
    await onDisk(target, async () => {
      const handle = await disk.open(target, 'wx');
      try {
        await archive.read(
          file,
          async (chunk) => {
            await handle.writeFile(chunk);
          },
          signal,
        );
        await disk.sync(handle);
      } finally {
        await handle.close();
      }
    });
  }
  await syncFolder(path.join(folder, 'vault'));
  await syncFolder(folder);
}

/**
 * Restores a backup: every entry is checked against its hash and the database looked through before the folder gets its
 * name. What is made there later gets numbers of a new series, because the same numbers may have been given since.
 */
export async function restoreBackup(
  from: string,
  workspace: string,
  signal?: AbortSignal,
  onProgress: Progress = () => undefined,
): Promise<{ path: string; sha256: string; audits: number; changes: number; files: number; madeAt: string }> {
  const folder = path.resolve(workspace);
  const facts = await onDisk(from, () => disk.stat(from));
  if (!facts.isFile()) throw new AppError('unsupported-file', `${path.basename(from)} is not a regular file.`);
  await refuseFilled(folder);
  const temporary = path.join(path.dirname(folder), `.${path.basename(folder)}.${randomUUID().slice(0, 8)}.part`);
  const handle = await onDisk(from, () => disk.open(from, 'r'));
  try {
    const archive = await openBackup(handle);
    await ensureFolder(temporary);
    await unpack(archive, temporary, signal, onProgress);
    const { workspace: id } = checkForeignStore(path.join(temporary, storeName));
    const { sha256 } = await hashFile(from, signal);
    await refuseFilled(folder);
    await rmdir(folder).catch(() => undefined);
    await onDisk(folder, () => disk.rename(temporary, folder));
    await syncFolder(path.dirname(folder));
    beginNewDevice(configurationFolder(), id, realpathSync(folder));
    onProgress(1, 1, 'Done');
    const { audits, changes, files, madeAt } = archive.manifest;
    return { path: folder, sha256, audits, changes, files: files.length - 1, madeAt };
  } finally {
    await handle.close();
    await rm(temporary, { recursive: true, force: true });
  }
}
