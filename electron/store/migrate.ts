import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/errors.ts';

/** One numbered step of the schema. */
export interface Migration {
  version: number;
  name: string;
  sql: string;
}

/** The version a store has been migrated to; 0 for an empty one. */
export function storeVersion(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/** Refuses a store that a newer Plumbline has written. */
export function refuseNewerStore(db: Database, migrations: readonly Migration[]): void {
  const version = storeVersion(db);
  const newest = migrations.at(-1)?.version ?? 0;
  if (version > newest) {
    throw new AppError(
      'newer-store',
      'This workspace was written by a newer Plumbline. Nothing was changed; install that version or a later one to open it.',
      { version, newest },
    );
  }
}

/**
 * Brings a store to the newest version, each step in a transaction of its own with its version number inside.
 * Foreign keys are off around the steps, because SQLite cannot rebuild a table that others refer to otherwise, and
 * checked inside each. A failing step leaves the store at the version before it.
 */
export function migrate(
  db: Database,
  migrations: readonly Migration[],
  backUp: (version: number) => void = () => undefined,
): void {
  migrations.forEach(({ version }, index) => {
    if (version !== index + 1) throw new Error(`Migration ${version} stands at place ${index + 1}.`);
  });
  refuseNewerStore(db, migrations);
  const open = migrations.filter(({ version }) => version > storeVersion(db));
  if (open.length === 0) return;
  if (storeVersion(db) > 0) backUp(storeVersion(db));
  db.pragma('foreign_keys = OFF');
  try {
    for (const { version, name, sql } of open) {
      db.transaction(() => {
        db.exec(sql);
        const broken = db.pragma('foreign_key_check') as unknown[];
        if (broken.length > 0) throw new Error(`Migration ${version} (${name}) breaks ${broken.length} references.`);
        db.pragma(`user_version = ${version}`);
      }).immediate();
    }
  } finally {
    db.pragma('foreign_keys = ON');
  }
}
