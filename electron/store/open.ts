import { existsSync } from 'node:fs';
import Sqlite, { type Database } from 'better-sqlite3';
import { AppError } from '../../shared/errors.ts';
import { migrate, refuseNewerStore, storeVersion } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import { onStore } from './sqlite-errors.ts';

export type Store = Database;

/** Opens a store for writing, makes or migrates it (after `backUp`), and sets what durability needs. */
export function openStore(file: string, backUp?: (db: Store, version: number) => void): Store {
  return onStore(() => {
    const db = new Sqlite(file);
    try {
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
      db.pragma('foreign_keys = ON');
      db.pragma('busy_timeout = 5000');
      db.pragma('cache_size = -32000');
      db.pragma('wal_autocheckpoint = 4000');
      migrate(db, migrations, (version) => backUp?.(db, version));
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** Opens a store for reading only, beside a process that may be writing it. */
export function openStoreForReading(file: string): Store {
  if (!existsSync(file)) {
    throw new AppError(
      'not-found',
      'There is no workspace in this folder. Name the folder that has workbench.sqlite in it.',
    );
  }
  return onStore(() => {
    const db = new Sqlite(file, { readonly: true });
    try {
      db.pragma('busy_timeout = 5000');
      refuseNewerStore(db, migrations);
      if (storeVersion(db) < (migrations.at(-1)?.version ?? 0)) {
        throw new AppError(
          'refused',
          'This workspace is of an earlier version. Open it once with Plumbline to bring it up to date.',
        );
      }
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** Opens a file for reading that should be a store, whatever its version. Throws what SQLite reports. */
export function openStoreOfAnyVersion(file: string): Store {
  return new Sqlite(file, { readonly: true, fileMustExist: true });
}

/** A store in memory with today's schema: for the replay of the log. */
export function openStoreInMemory(): Store {
  const db = new Sqlite(':memory:');
  migrate(db, migrations);
  db.pragma('foreign_keys = OFF');
  return db;
}

/** What SQLite itself finds wrong with a store, in its words; undefined where it is sound. Reads the whole file. */
export function findStoreFault(db: Store): string | undefined {
  const found = db.pragma('quick_check(1)', { simple: true });
  return found === 'ok' ? undefined : String(found);
}

/** Writes everything into the main file and closes; no log file with content stays behind. */
export function closeStore(db: Store): void {
  if (!db.open) return;
  try {
    if (!db.readonly) db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}
