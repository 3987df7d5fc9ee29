// Reads a backup back. Only what `createArchive` writes is accepted: everything else is refused by the entry's name
// before a byte of it is used.
import type { FileHandle } from 'node:fs/promises';
import { ArchiveFault, openArchive, readArchived, readWhole, show } from '../../../shared/proof/archives.ts';
import { type ManifestSignature, readSignature, textOfManifest } from '../../../shared/proof/signed-heads.ts';
import type { ByteSource } from '../../../shared/proof/tools.ts';
import type { ZipEntry } from '../../../shared/proof/zip-layout.ts';
import { AppError } from '../../../shared/errors.ts';
import { isSignedBy, nodeTools, sourceOfFile } from '../archive/node-tools.ts';
import type { ArchivedFile } from '../archive/write-archive.ts';
import {
  type BackupManifest,
  backupManifest,
  isNameOfBackup,
  manifestName,
  signatureName,
  storeName,
} from './archive.ts';

export interface Backup {
  manifest: BackupManifest;
  /** Who signed the manifest; undefined in a backup of before they were signed. */
  signature: ManifestSignature | undefined;
  /** Reads an entry from start to end, its hash and check sum compared before it ends. */
  read: (
    file: ArchivedFile,
    onChunk: (chunk: Uint8Array) => Promise<void> | void,
    signal?: AbortSignal,
  ) => Promise<void>;
}

const rules = { isName: isNameOfBackup, called: 'backup', largestDirectory: 512 * 1024 ** 2 };
const largestManifest = 256 * 1024 ** 2;

const damaged = (what: string, entry?: string) => new ArchiveFault('damaged', what, entry);
const refused = (what: string, entry?: string) => new ArchiveFault('refused', what, entry);

/** A fault in the words of a restore. */
function explain(error: unknown): unknown {
  if (!(error instanceof ArchiveFault)) return error;
  const details = error.entry === undefined ? {} : { entry: error.entry };
  if (error.kind === 'refused')
    return new AppError('unsupported-file', `This file is not a backup that Plumbline made: ${error.what}.`, details);
  const sentence = `The backup is damaged: ${error.what}. Nothing was restored; take another copy of it.`;
  return new AppError('damaged', sentence, details);
}

async function readManifest(source: ByteSource, entry: ZipEntry | undefined) {
  if (!entry) throw refused('it has no manifest');
  const { bytes, sha256 } = await readWhole(source, entry, nodeTools, largestManifest);
  let content: unknown;
  try {
    content = JSON.parse(nodeTools.decode(bytes));
  } catch {
    throw damaged('its manifest cannot be read', manifestName);
  }
  const version = (content as { format?: unknown; version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > 1)
    throw new AppError('newer-store', 'This backup was made by a newer Plumbline. Install that version to restore it.');
  const manifest = backupManifest.safeParse(content);
  if (!manifest.success) throw refused('its manifest is not one', manifestName);
  return { manifest: manifest.data, sha256 };
}

/** The signature over the manifest, proven. A backup that has heads has one. */
async function readSignatureOf(
  source: ByteSource,
  entry: ZipEntry | undefined,
  manifest: BackupManifest,
  sha256: string,
) {
  if (!entry) {
    if (manifest.heads !== undefined) throw damaged('its signature is missing', signatureName);
    return undefined;
  }
  const { bytes } = await readWhole(source, entry, nodeTools, 4_096);
  const signature = readSignature(Buffer.from(bytes).toString('utf8'), manifestName, nodeTools.canonical);
  if (!signature) throw damaged('its signature cannot be read', signatureName);
  if (!isSignedBy(signature.publicKey, textOfManifest(sha256), signature.signature))
    throw damaged('its signature does not fit its manifest', signatureName);
  return signature;
}

function compareEntries(entries: Map<string, ZipEntry>, manifest: BackupManifest): void {
  const named = new Set(manifest.files.map(({ name }) => name));
  if (!named.has(storeName)) throw refused('it holds no database');
  if (named.size !== manifest.files.length || named.has(manifestName) || named.has(signatureName))
    throw refused('its manifest names an entry twice');
  for (const { name, size, sha256 } of manifest.files) {
    const entry = entries.get(name);
    if (!entry) throw damaged(`its entry ${show(name)} is missing`, name);
    if (entry.size !== size) throw damaged(`its entry ${show(name)} is not as long as its manifest says`, name);
    if (name !== storeName && name !== `vault/${sha256}`)
      throw damaged(`its entry ${show(name)} has another hash`, name);
  }
  const extra = [...entries.keys()].find((name) => name !== manifestName && name !== signatureName && !named.has(name));
  if (extra !== undefined) throw refused(`its manifest does not name the entry ${show(extra)}`, extra);
}

/**
 * Opens a backup, checks its signature, and that directory and manifest name the same entries with the same sizes. Throws
 * AppErrors.
 */
export async function openBackup(handle: FileHandle): Promise<Backup> {
  try {
    const source = await sourceOfFile(handle);
    const entries = await openArchive(source, rules);
    const { manifest, sha256 } = await readManifest(source, entries.get(manifestName));
    const signature = await readSignatureOf(source, entries.get(signatureName), manifest, sha256);
    compareEntries(entries, manifest);
    return {
      manifest,
      signature,
      async read(file, onChunk, signal) {
        try {
          const entry = entries.get(file.name);
          if (!entry) throw damaged(`its entry ${show(file.name)} is missing`, file.name);
          if ((await readArchived(source, entry, nodeTools, onChunk, signal)) !== file.sha256)
            throw damaged(`its entry ${show(file.name)} does not match its hash`, file.name);
        } catch (error) {
          throw explain(error);
        }
      },
    };
  } catch (error) {
    throw explain(error);
  }
}
