// Verifies a file that left the workspace: a sealed file, a backup, or a document that was issued.
import path from 'node:path';
import type { VerificationAnswer } from '../../../shared/contract/sealed.ts';
import { type ChainHead, type Chains, followChains } from '../../../shared/proof/chains.ts';
import { checkSealed, type SealedCheck } from '../../../shared/proof/check-sealed.ts';
import { changesName } from '../../../shared/proof/sealed-manifest.ts';
import { keyInGroups } from '../../../shared/proof/signed-heads.ts';
import type { Problem } from '../../../shared/proof/tools.ts';
import { answerOfSeal, trustOfSeal } from '../../../shared/proof/words.ts';
import { AppError, isAppError } from '../../../shared/errors.ts';
import { nodeTools, sourceOfFile } from '../../exchange/archive/node-tools.ts';
import { storeName } from '../../exchange/backup/archive.ts';
import { openBackup } from '../../exchange/backup/read-archive.ts';
import { disk, onDisk } from '../../files.ts';
import { openStoreForReading } from '../../store/open.ts';
import { verifyChains } from '../../store/replay.ts';
import { knownKey } from '../device-key.ts';
import type { Progress } from '../workers.ts';
import { verifyDocument } from './verify-document.ts';

export interface FileToVerify {
  file: string;
  /** A workspace to compare with. */
  workspace?: string | undefined;
  /** A sealed file that knows a document. */
  against?: string | undefined;
  /** The folder with the key of this machine, to say whether it is the one that signed. */
  configuration: string;
}

type Answer = VerificationAnswer & { problems: Problem[] };

/** What a file is, told from its first entry; anything that is no archive of ours is a document. */
async function kindOf(file: string): Promise<'sealed' | 'backup' | 'document'> {
  if (file.toLowerCase().endsWith('.plumb')) return 'sealed';
  const handle = await onDisk(file, () => disk.open(file, 'r'));
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    const start = buffer.toString('latin1', 0, bytesRead);
    if (!start.startsWith('PK\u0003\u0004')) return 'document';
    if (start.startsWith(changesName, 30)) return 'sealed';
    return start.startsWith(storeName, 30) ? 'backup' : 'document';
  } finally {
    await handle.close();
  }
}

/** Reads the chains of a workspace, with what is wrong with them. */
export function chainsOfWorkspace(workspace: string) {
  const db = openStoreForReading(path.join(workspace, storeName));
  try {
    return verifyChains(db);
  } finally {
    db.close();
  }
}

/**
 * Compares ends of chains that somebody holds with the chains of a workspace. `held` are the changes that lead to them,
 * where they are known: then the place is named where both part.
 */
function compareHeads(heads: readonly ChainHead[], held: Chains, met: Chains): Problem[] {
  return heads.flatMap(({ audit, device, hash, change }): Problem[] => {
    if (met.has(audit, device, hash)) return [];
    const shared = held.changesOf(audit, device).findLast(([one]) => met.has(audit, device, one));
    const isContinued = shared !== undefined && met.changesOf(audit, device).at(-1)?.[0] !== shared[0];
    if (!isContinued) {
      const message = `The workspace does not contain change ${change}, with which the chain in the file ends: it is older than the file, or its history was rewritten.`;
      return [{ code: 'rewritten-history', record: change, message }];
    }
    const message = `The chain is forked after change ${shared[1]}: the file and the workspace go on differently. Two copies were worked on as one device, or one of the two histories was rewritten.`;
    return [{ code: 'forked-chain', record: shared[1], message }];
  });
}

/** Whether it is this machine's key. */
async function sayWhoseKey(publicKey: string | undefined, configuration: string): Promise<string[]> {
  if (publicKey === undefined) return [];
  return [
    (await knownKey(configuration)) === publicKey
      ? 'It is the key of this computer.'
      : 'It is not the key of this computer: compare it with the one in a report that you hold.',
  ];
}

async function readSealed(file: string, signal: AbortSignal | undefined, onProgress: Progress): Promise<SealedCheck> {
  const handle = await onDisk(file, () => disk.open(file, 'r'));
  try {
    return await checkSealed(await sourceOfFile(handle), nodeTools, {
      onProgress: (done, total) => onProgress(Math.floor(done / 1e6), Math.ceil(total / 1e6), 'Checking, MB'),
      ...(signal ? { signal } : {}),
    });
  } finally {
    await handle.close();
  }
}

async function verifySealedFile(
  request: FileToVerify,
  signal: AbortSignal | undefined,
  onProgress: Progress,
): Promise<Answer> {
  const check = await readSealed(request.file, signal, onProgress);
  const trusts = [...trustOfSeal(check), ...(await sayWhoseKey(check.publicKey, request.configuration))];
  const problems = [...check.problems];
  if (request.workspace !== undefined && check.manifest) {
    const { met } = chainsOfWorkspace(request.workspace);
    problems.push(...compareHeads(check.manifest.heads, check.chains, met));
    trusts.push(`The ends of its chains were looked up in the workspace ${request.workspace}.`);
  }
  return { ...answerOfSeal({ ...check, ok: problems.length === 0 && check.ok, problems }), trusts };
}

async function verifyBackupFile(
  request: FileToVerify,
  signal: AbortSignal | undefined,
  onProgress: Progress,
): Promise<Answer> {
  const handle = await onDisk(request.file, () => disk.open(request.file, 'r'));
  const problems: Problem[] = [];
  const trusts: string[] = [];
  let files = 0;
  let changes = 0;
  try {
    const { manifest, signature, read } = await openBackup(handle);
    changes = manifest.changes;
    if (signature) {
      trusts.push(`The manifest is trusted because it is signed with the key ${keyInGroups(signature.publicKey)}.`);
      trusts.push(...(await sayWhoseKey(signature.publicKey, request.configuration)));
    } else trusts.push('The backup is not signed: its manifest is taken as it is.');
    for (const [place, file] of manifest.files.entries()) {
      onProgress(place, manifest.files.length, 'Checking files');
      await read(file, () => undefined, signal).catch((error: unknown) => void problems.push(problemOf(error)));
      files += 1;
    }
    if (request.workspace !== undefined && problems.length === 0)
      problems.push(...compareHeads(manifest.heads ?? [], followChains(), chainsOfWorkspace(request.workspace).met));
  } catch (error) {
    problems.push(problemOf(error));
  } finally {
    await handle.close();
  }
  const ok = problems.length === 0;
  return {
    ok,
    kind: 'backup',
    headline: ok ? `Unchanged: a backup with ${changes} changes and ${files} files.` : 'Not as it was made.',
    checked: { changes, files },
    problems,
    trusts,
    statement:
      '“Unchanged” means: since it was made, as far as the key that signed it is trusted. What stands in its database is proven by restoring it and verifying the workspace.',
  };
}

/** A refusal of the reader as a problem; anything else is an error. */
function problemOf(error: unknown): Problem {
  if (!isAppError(error) || (error.code !== 'damaged' && error.code !== 'unsupported-file')) throw error;
  const { entry } = (error.details ?? {}) as { entry?: string };
  const code = error.code === 'damaged' ? 'changed-entry' : 'refused-entry';
  return {
    code,
    record: entry ?? 'the file',
    message: error.message.replace(' Nothing was restored; take another copy of it.', ''),
  };
}

/**
 * Verifies a file. A document needs a workspace or a sealed file that knows it. Errors: AppErrors where it cannot be read,
 * or where nothing was named that could know it.
 */
export async function verifyFile(
  request: FileToVerify,
  signal?: AbortSignal,
  onProgress: Progress = () => undefined,
): Promise<Answer> {
  const facts = await onDisk(request.file, () => disk.stat(request.file));
  if (!facts.isFile())
    throw new AppError('unsupported-file', `${path.basename(request.file)} is neither a workspace nor a regular file.`);
  const kind = await kindOf(request.file);
  if (kind === 'sealed') return verifySealedFile(request, signal, onProgress);
  if (kind === 'backup') return verifyBackupFile(request, signal, onProgress);
  const { against, workspace, file } = request;
  if (against !== undefined) {
    const check = await readSealed(against, signal, onProgress);
    return verifyDocument(file, { sealed: { file: against, check } }, signal);
  }
  if (workspace === undefined)
    throw new AppError(
      'unsupported-file',
      `${path.basename(file)} is neither a sealed file nor a backup. To prove a document that was issued, name what knows it: --workspace DIR, or --against FILE with a sealed file.`,
      { file },
    );
  return verifyDocument(file, { workspace }, signal);
}
