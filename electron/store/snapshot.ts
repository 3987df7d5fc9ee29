import { rmSync } from 'node:fs';
import { AppError } from '../../shared/errors.ts';
import type { ChainHead } from '../../shared/proof/chains.ts';
import { chainHeads } from './chain-heads.ts';
import { contentNamedByChanges } from './evidence.ts';
import { refuseNewerStore } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import { openStoreForReading, findStoreFault, openStoreOfAnyVersion } from './open.ts';
import { onStore } from './sqlite-errors.ts';

/** What stands in a copy of the store. */
export interface Snapshot {
  audits: number;
  changes: number;
  /** The ends of all chains in it. */
  heads: ChainHead[];
  /** The hashes of the vault files it needs, each with the number it was first registered under. */
  content: [string, string][];
}

/** Copies a store that another process may be writing, as it is at this moment, into a new file. */
export function takeSnapshot(file: string, target: string): Snapshot {
  const db = openStoreForReading(file);
  try {
    return onStore(() => {
      db.prepare('VACUUM INTO ?').run(target);
      const copy = openStoreOfAnyVersion(target);
      try {
        return {
          audits: copy.prepare('SELECT count(*) FROM audit').pluck().get() as number,
          changes: copy.prepare('SELECT count(*) FROM change').pluck().get() as number,
          heads: chainHeads(copy),
          content: [...contentNamedByChanges(copy)],
        };
      } finally {
        copy.close();
      }
    });
  } finally {
    db.close();
  }
}

/** The id of the workspace in a store that came from outside. Refuses what is no store, is damaged, or is of a newer version. */
export function checkForeignStore(file: string): { workspace: string } {
  const damaged = (cause: unknown) =>
    new AppError('damaged', 'The database in this backup is damaged. Nothing was restored.', { cause: String(cause) });
  try {
    const db = openStoreOfAnyVersion(file);
    try {
      refuseNewerStore(db, migrations);
      const fault = findStoreFault(db);
      if (fault !== undefined) throw damaged(fault);
      const workspace = db.prepare('SELECT id FROM workspace LIMIT 1').pluck().get();
      if (typeof workspace !== 'string' || !/^[0-9a-f-]{36}$/.test(workspace)) throw damaged('no workspace');
      return { workspace };
    } finally {
      db.close();
      for (const ending of ['-wal', '-shm', '-journal']) rmSync(`${file}${ending}`, { force: true });
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(error);
  }
}
