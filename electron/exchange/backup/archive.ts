// What a backup is: an archive with a manifest that names every other entry with its size and hash, and its signature.
import { z } from 'zod';

/** The name of the entry that names all others. */
export const manifestName = 'manifest.json';
/** The name of the entry with the signature over the manifest. */
export const signatureName = 'signature.json';
/** The name of the database in a backup. */
export const storeName = 'workbench.sqlite';
/** The name of a vault file in a backup: its hash is its name. */
export const vaultName = (sha256: string) => `vault/${sha256}`;

const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const archivedFile = z.strictObject({ name: z.string().max(200), size: z.int().min(0), sha256: hash });

const chainHead = z.strictObject({
  audit: z.string().max(100),
  device: z.string().max(100),
  change: z.string().max(100),
  hash,
  length: z.int().min(0),
});

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
  /** The ends of all chains in its database. Backups of before they were signed have none. */
  heads: z.array(chainHead).max(1_000_000).optional(),
  files: z.array(archivedFile).max(2_000_000),
});
/** What a backup says about itself. */
export type BackupManifest = z.output<typeof backupManifest>;

/** Whether a backup may hold an entry of this name: the database, or a vault file under its hash. */
export function isNameOfBackup(name: string): boolean {
  return name === storeName || name === manifestName || name === signatureName || /^vault\/[0-9a-f]{64}$/.test(name);
}
