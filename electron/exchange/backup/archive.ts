// What a backup is: a zip of stored entries, one of them a manifest that names every other with its size and hash.
import { z } from 'zod';

/** The signatures that begin the records of a zip file. */
export const signatures = {
  local: 0x04034b50,
  directory: 0x02014b50,
  wideEnd: 0x06064b50,
  wideLocator: 0x07064b50,
  end: 0x06054b50,
} as const;

/** The name of the entry that names all others. */
export const manifestName = 'manifest.json';
/** The name of the database in a backup. */
export const storeName = 'workbench.sqlite';
/** The name of a vault file in a backup: its hash is its name. */
export const vaultName = (sha256: string) => `vault/${sha256}`;

const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const archivedFile = z.strictObject({ name: z.string().max(200), size: z.int().min(0), sha256: hash });
/** An entry of a backup. */
export type ArchivedFile = z.output<typeof archivedFile>;

export const backupManifest = z.object({
  format: z.literal('plumbline-backup'),
  version: z.literal(1),
  /** The product that made it. */
  product: z.string().max(40),
  madeAt: z.string().max(40),
  /** The name of the workspace's folder. */
  name: z.string().max(1_000),
  audits: z.int().min(0),
  changes: z.int().min(0),
  files: z.array(archivedFile).max(2_000_000),
});
/** What a backup says about itself. */
export type BackupManifest = z.output<typeof backupManifest>;

/** Whether a backup may hold an entry of this name: the database, or a vault file under its hash. */
export function isNameOfBackup(name: string): boolean {
  return name === storeName || name === manifestName || /^vault\/[0-9a-f]{64}$/.test(name);
}
