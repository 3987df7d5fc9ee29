import path from 'node:path';
import type { Problem } from '../../shared/proof/tools.ts';
import { verifyCatalogues } from '../store/catalogues.ts';
import { contentNamedByChanges } from '../store/evidence.ts';
import type { Store } from '../store/open.ts';
import { verifyChains, verifyDatabase, verifyTables } from '../store/replay.ts';
import { listVault } from '../vault/vault.ts';
import type { Progress, Workers } from './workers.ts';

export interface Verification {
  ok: boolean;
  checked: { changes: number; chains: number; files: number; catalogues: number };
  problems: Problem[];
  /** What this does and does not show, in one sentence. */
  statement: string;
}

const batch = 64;

async function verifyFiles(
  db: Store,
  vault: string,
  workers: Workers,
  onProgress: Progress,
): Promise<{ files: number; problems: Problem[] }> {
  const problems: Problem[] = [];
  const named = contentNamedByChanges(db);
  const present = new Set(await listVault(vault));
  for (const name of present) {
    if (!named.has(name))
      problems.push({
        code: 'unknown-file',
        record: name,
        message: `The vault has a file that no change ever named: ${name}`,
      });
  }
  const expected = [...named];
  for (let from = 0; from < expected.length; from += batch) {
    const some = expected.slice(from, from + batch);
    onProgress(from, expected.length, 'Checking files');
    const found = await workers.run('hash-files', { files: some.map(([sha256]) => path.join(vault, sha256)) });
    some.forEach(([sha256, number], index) => {
      const file = found[index];
      if (!file)
        problems.push({
          code: 'missing-file',
          record: number,
          message: `The file of ${number} is missing from the vault: ${sha256}`,
        });
      else if (file.sha256 !== sha256) {
        problems.push({
          code: 'changed-file',
          record: number,
          message: `The file of ${number} is not as it was taken in: ${sha256}`,
        });
      }
    });
  }
  return { files: expected.length, problems };
}

/** Proves a workspace: the database file, every change and chain, the tables against the log, and every vault file. */
export async function verifyWorkspace(
  db: Store,
  vault: string,
  workers: Workers,
  onProgress: Progress,
): Promise<Verification> {
  const database = verifyDatabase(db);
  const chains = verifyChains(db);
  const tables = verifyTables(db);
  const catalogues = verifyCatalogues(db);
  const files = await verifyFiles(db, vault, workers, onProgress);
  const problems = [...database, ...chains.problems, ...tables, ...catalogues, ...files.problems];
  return {
    ok: problems.length === 0,
    checked: {
      changes: chains.changes,
      chains: chains.chains,
      files: files.files,
      catalogues: db.prepare('SELECT count(*) FROM catalogue').pluck().get() as number,
    },
    problems,
    statement:
      'Unchanged since registration, as far as the chain in this workspace shows. A history rewritten as a whole shows only against a chain head held elsewhere, such as the one printed in a report.',
  };
}
