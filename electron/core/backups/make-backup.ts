// Makes a backup: one file with the database as it is at this moment and every vault file it names.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { createArchive } from '../../exchange/archive/write-archive.ts';
import {
  manifestName,
  type BackupManifest,
  signatureName,
  storeName,
  vaultName,
} from '../../exchange/backup/archive.ts';
import { openBackup } from '../../exchange/backup/read-archive.ts';
import { createWhole, disk, ensureFolder, hashFile, onDisk, removeFile } from '../../files.ts';
import { type Snapshot, takeSnapshot } from '../../store/snapshot.ts';
import { deviceKey, type DeviceKey } from '../device-key.ts';
import type { Progress } from '../workers.ts';

export interface BackupRequest {
  root: string;
  vault: string;
  target: string;
  /** The folder of the key that this machine signs with. */
  configuration: string;
  product: string;
  madeAt: string;
}

export interface BackupResult {
  sha256: string;
  size: number;
  files: number;
  audits: number;
  changes: number;
  warnings: { record: string; message: string }[];
}

interface Content {
  files: { name: string; file: string; size: number }[];
  warnings: BackupResult['warnings'];
}

async function findContent({ content }: Snapshot, vault: string): Promise<Content> {
  const found: Content = { files: [], warnings: [] };
  for (const [sha256, number] of content) {
    const file = path.join(vault, sha256);
    const facts = await disk.stat(file).catch(() => undefined);
    if (facts?.isFile()) found.files.push({ name: vaultName(sha256), file, size: facts.size });
    else
      found.warnings.push({
        record: number,
        message: `The file of ${number} is missing from the vault and is not in this backup.`,
      });
  }
  return found;
}

/** Reads a backup from start to end against its manifest. Throws an AppError where a byte is wrong. */
async function proveBackup(file: string, onBytes: (count: number) => void, signal?: AbortSignal): Promise<void> {
  const handle = await disk.open(file, 'r');
  try {
    const archive = await openBackup(handle);
    for (const entry of archive.manifest.files) await archive.read(entry, (chunk) => onBytes(chunk.length), signal);
  } finally {
    await handle.close();
  }
}

const megabyte = 1_000_000;

/** The key to sign with. Without one a backup is made all the same, and says so: it must not fail for want of a signature. */
async function findKey(configuration: string): Promise<{ key?: DeviceKey; remarks: BackupResult['warnings'] }> {
  const say = (message: string) => [{ record: 'Backup', message }];
  try {
    const key = await deviceKey(configuration);
    return { key, remarks: key.notice === undefined ? [] : say(key.notice) };
  } catch (error) {
    return { remarks: say(`The backup is not signed. ${error instanceof Error ? error.message : String(error)}`) };
  }
}

/**
 * Makes a backup of a workspace, which another process may be writing. The file is read back as a whole before it gets
 * its name; on any error nothing of it stays. A vault file that is missing
 * is left out and named; one that was changed stops the backup, so that no good one is replaced by a bad one.
 */
export async function makeBackup(
  { root, vault, target, configuration, product, madeAt }: BackupRequest,
  signal?: AbortSignal,
  onProgress: Progress = () => undefined,
): Promise<BackupResult> {
  const inside = path.relative(vault, target);
  if (target === path.join(root, storeName) || (!inside.startsWith('..') && !path.isAbsolute(inside)))
    throw new AppError('refused', 'A backup cannot be written over the workspace itself. Name another file.');
  const existing = await disk.stat(target).catch(() => undefined);
  if (existing?.isDirectory())
    throw new AppError('refused', 'This is a folder. Name the file of the backup.', { target });
  await ensureFolder(path.dirname(target));
  const copy = path.join(path.dirname(target), `.store.${randomUUID().slice(0, 8)}.part`);
  onProgress(0, 0, 'Copying the database');
  try {
    const snapshot = takeSnapshot(path.join(root, storeName), copy);
    const { size: storeSize } = await onDisk(copy, () => disk.stat(copy));
    const { files, warnings } = await findContent(snapshot, vault);
    const { key, remarks } = await findKey(configuration);
    const bytes = storeSize + files.reduce((sum, { size }) => sum + size, 0);
    // Each byte is written once and read back once.
    const total = Math.max(1, Math.ceil((2 * bytes) / megabyte));
    let done = 0;
    let said = -1;
    const note = (label: string) => (count: number) => {
      done += count;
      const now = Math.min(total, Math.floor(done / megabyte));
      if (now !== said) onProgress(now, total, label);
      said = now;
    };
    const writing = note('Writing the backup, MB');
    const reading = note('Reading it back, MB');
    const written: BackupManifest['files'] = [];
    const result = await createWhole(
      target,
      async (handle) => {
        const archive = createArchive(handle);
        written.push(await archive.add({ name: storeName, file: copy }, signal, writing));
        for (const { name, file } of files) {
          const entry = await archive.add({ name, file }, signal, writing);
          if (name === vaultName(entry.sha256)) written.push(entry);
          else throw changedFile(snapshot, name);
        }
        const manifest: BackupManifest = {
          format: 'plumbline-backup',
          version: 1,
          product,
          madeAt,
          name: path.basename(root),
          audits: snapshot.audits,
          changes: snapshot.changes,
          ...(key ? { heads: snapshot.heads } : {}),
          files: written,
        };
        const { sha256 } = await archive.add({ name: manifestName, bytes: Buffer.from(JSON.stringify(manifest)) });
        if (key) await archive.add({ name: signatureName, bytes: key.signManifest(manifestName, sha256) });
        await archive.end();
      },
      async (temporary) => {
        await proveBackup(temporary, reading, signal);
        return hashFile(temporary, signal);
      },
    );
    onProgress(total, total, 'Done');
    const { audits, changes } = snapshot;
    return { ...result, files: written.length - 1, audits, changes, warnings: [...warnings, ...remarks] };
  } finally {
    await removeFile(copy).catch(() => undefined);
    await removeFile(`${copy}-journal`).catch(() => undefined);
  }
}

function changedFile({ content }: Snapshot, name: string): AppError {
  const number = content.find(([sha256]) => vaultName(sha256) === name)?.[1] ?? name;
  return new AppError(
    'damaged',
    `The file of ${number} in the vault is no longer as it was taken in. No backup was made; run verify, and put the file back from an earlier backup.`,
    { record: number },
  );
}
