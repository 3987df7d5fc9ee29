// What may go wrong with the place of a workspace: a sync service that copies it, a network in between, a full disk.
import { statfsSync } from 'node:fs';

/** Folders that belong to services which copy files between machines, by a part of their path. */
const services: readonly [RegExp, string][] = [
  [/^OneDrive( - .+)?$/i, 'OneDrive'],
  [/^Dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^(Google ?Drive|GoogleDrive-.+|My Drive)$/i, 'Google Drive'],
  [/^(iCloud ?Drive|com~apple~CloudDocs|Mobile Documents)$/i, 'iCloud'],
  [/^Nextcloud$/i, 'Nextcloud'],
  [/^ownCloud$/i, 'ownCloud'],
  [/^(Box|Box Sync)$/, 'Box'],
  [/^(pCloud ?Drive|pCloudDrive)$/i, 'pCloud'],
  [/^(MEGA|MEGAsync)$/, 'MEGA'],
  [/^CloudStorage$/, 'a sync service'],
];

/** The service that copies a folder to other machines, by its path; undefined for none that is known. */
export function syncServiceOf(folder: string): string | undefined {
  for (const part of folder.split(/[\\/]/)) {
    const found = services.find(([pattern]) => pattern.test(part));
    if (found) return found[1];
  }
  return undefined;
}

/** Kinds of file systems that lie on another machine, as Linux numbers them (linux/magic.h). */
const networkKinds: ReadonlySet<number> = new Set([
  0x6969, // NFS
  0x517b, // SMB
  0xff534d42, // CIFS
  0xfe534d42, // SMB 2 and later
  0x01021997, // 9P
  0x00c36400, // Ceph
  0x5346414f, // AFS
  0x6b414653, // kAFS
]);

const isWindowsShare = (folder: string) => /^[\\/]{2}[^\\/?.]/.test(folder) || /^\\\\\?\\UNC\\/i.test(folder);

/** Below this many bytes of free space somebody should know. */
const little = 1024 ** 3;

/** The facts about a file system that the sentences rest on. */
export interface FileSystem {
  type: number;
  /** Blocks that are free for this user, and their size in bytes. */
  bavail: number;
  bsize: number;
}

function lookAt(folder: string): FileSystem | undefined {
  try {
    return statfsSync(folder);
  } catch {
    return undefined;
  }
}

/**
 * What the user should know about the place of a workspace, one sentence each. Network drives with a letter of their own on
 * Windows look like disks of the computer and are not recognised.
 */
export function checkPlace(
  folder: string,
  platform: NodeJS.Platform = process.platform,
  { type, bavail, bsize }: Partial<FileSystem> = lookAt(folder) ?? {},
): string[] {
  const notices: string[] = [];
  const service = syncServiceOf(folder);
  if (service !== undefined) {
    notices.push(
      `This workspace lies in a folder that ${service} copies. Two machines writing it at once will damage it; keep it local and hand over packages.`,
    );
  }
  const isOnNetwork =
    platform === 'win32' ? isWindowsShare(folder) : platform === 'linux' && networkKinds.has((type ?? 0) >>> 0);
  if (isOnNetwork) {
    notices.push(
      'This workspace lies on a network drive. Where the network breaks off while something is saved, it can be damaged; keep it on a disk of this computer.',
    );
  }
  if (bavail !== undefined && bsize !== undefined && bavail * bsize < little) {
    const megabytes = Math.floor((bavail * bsize) / 1024 ** 2);
    notices.push(
      `The disk of this workspace has ${megabytes} MB left. Make room before you take in photos; what does not fit is refused, and nothing that is saved is lost.`,
    );
  }
  return notices;
}
