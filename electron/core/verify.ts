// Verifies a workspace. Runs in a worker thread with a store of its own: the writer thread has better to do.
import path from 'node:path';
import type { VerificationAnswer } from '../../shared/contract/sealed.ts';
import { keyInGroups } from '../../shared/proof/signed-heads.ts';
import type { Problem } from '../../shared/proof/tools.ts';
import { hashFile } from '../files.ts';
import { verifyCatalogues } from '../store/catalogues.ts';
import { contentNamedByChanges } from '../store/evidence.ts';
import { openStoreForReading, type Store } from '../store/open.ts';
import { verifyChains, verifyDatabase, verifyTables } from '../store/replay.ts';
import { listVault } from '../vault/vault.ts';
import { verifySignedHeads } from './signed-versions.ts';
import type { Progress } from './workers.ts';

export interface Verification extends VerificationAnswer {
  kind: 'workspace';
  checked: { changes: number; chains: number; files: number; catalogues: number; signatures: number };
  problems: Problem[];
}

/** Where a workspace is, for the worker that verifies it. */
export interface WorkspaceToVerify {
  root: string;
  vault: string;
}

/** Files that are read at once: one is hashed while others are opened and read. */
const atOnce = 3;

/** What is wrong with a file of the vault, if anything is. */
async function checkFile(
  file: string,
  sha256: string,
  number: string,
  signal: AbortSignal | undefined,
): Promise<Problem | undefined> {
  const found = await hashFile(file, signal).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    return undefined;
  });
  if (found?.sha256 === sha256) return undefined;
  return found
    ? {
        code: 'changed-file',
        record: number,
        message: `The file of ${number} is not as it was taken in: ${sha256}`,
      }
    : {
        code: 'missing-file',
        record: number,
        message: `The file of ${number} is missing from the vault: ${sha256}`,
      };
}

async function verifyFiles(
  db: Store,
  vault: string,
  signal: AbortSignal | undefined,
  onProgress: Progress,
): Promise<{ files: number; problems: Problem[] }> {
  const problems: Problem[] = [];
  const named = contentNamedByChanges(db);
  for (const name of new Set(await listVault(vault))) {
    if (!named.has(name))
      problems.push({
        code: 'unknown-file',
        record: name,
        message: `The vault has a file that no change ever named: ${name}`,
      });
  }
  const waiting = [...named].entries();
  const found: [place: number, problem: Problem][] = [];
  let done = 0;
  const checkOneByOne = async () => {
    for (const [place, [sha256, number]] of waiting) {
      const problem = await checkFile(path.join(vault, sha256), sha256, number, signal);
      if (problem) found.push([place, problem]);
      done += 1;
      onProgress(done, named.size, 'Checking files');
    }
  };
  await Promise.all(Array.from({ length: atOnce }, checkOneByOne));
  problems.push(...found.toSorted(([one], [other]) => one - other).map(([, problem]) => problem));
  return { files: named.size, problems };
}

/** What the answer about a workspace goes by. */
function trustOf(keys: readonly string[], signatures: number): string[] {
  return [
    'Records are trusted as the changes tell them; changes by their chains, up to the ends that this workspace has recorded; files by their SHA-256 in the changes.',
    ...(signatures === 0
      ? []
      : [
          `The ends of the chains at ${signatures === 1 ? 'one issued version' : `${signatures} issued versions`} are signed with ${keys.map((key) => `the key ${keyInGroups(key)}`).join(' and ')}, and the history still contains them.`,
        ]),
  ];
}

/**
 * Proves a workspace: the database file, every change and chain, the tables against the log, every vault file, and the
 * signed ends of chains that issued versions carry.
 */
export async function verifyWorkspace(
  { root, vault }: WorkspaceToVerify,
  signal?: AbortSignal,
  onProgress: Progress = () => undefined,
): Promise<Verification> {
  const db = openStoreForReading(path.join(root, 'workbench.sqlite'));
  try {
    onProgress(0, 1, 'Checking changes');
    const database = verifyDatabase(db);
    const chains = verifyChains(db);
    const tables = verifyTables(db);
    const catalogues = verifyCatalogues(db);
    const files = await verifyFiles(db, vault, signal, onProgress);
    const signed = await verifySignedHeads(db, vault, chains.met);
    const problems = [...database, ...chains.problems, ...tables, ...catalogues, ...files.problems, ...signed.problems];
    const ok = problems.length === 0;
    return {
      ok,
      kind: 'workspace',
      headline: ok
        ? `Unchanged: ${chains.changes} changes in ${chains.chains} chains, ${files.files} files.`
        : `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} among ${chains.changes} changes and ${files.files} files.`,
      checked: {
        changes: chains.changes,
        chains: chains.chains,
        files: files.files,
        catalogues: db.prepare('SELECT count(*) FROM catalogue').pluck().get() as number,
        signatures: signed.versions,
      },
      problems,
      trusts: trustOf(signed.keys, signed.versions),
      statement:
        '“Unchanged” means: since registration, as far as the chain in this workspace shows. A history rewritten as a whole shows only against a chain head held elsewhere, such as the one printed in a report.',
    };
  } finally {
    db.close();
  }
}
