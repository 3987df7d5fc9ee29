import { copyFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate, storeVersion } from '../../electron/store/migrate.ts';
import { migrations } from '../../electron/store/migrations/list.ts';
import { openStore } from '../../electron/store/open.ts';
import { verifyChains, verifyTables } from '../../electron/store/replay.ts';
import { nounTables } from '../../electron/store/tables.ts';
import { nounNames } from '../../shared/domain/nouns.ts';
import { aFolder } from '../support/workspace.ts';

const stores = path.join(import.meta.dirname, '../fixtures/stores');
const schemaOf = (db: Sqlite.Database) =>
  db.prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name").all();

describe('migrations', () => {
  it.each(readdirSync(stores).filter((name) => name.endsWith('.sqlite')))(
    'keep every row of %s, and the tables equal the replay',
    (name) => {
      const file = path.join(aFolder(), 'workbench.sqlite');
      copyFileSync(path.join(stores, name), file);
      const before = new Sqlite(file, { readonly: true });
      const counted = (db: Sqlite.Database) => ({
        changes: db.prepare('SELECT count(*) FROM change').pluck().get(),
        findings: db.prepare('SELECT number, nature FROM finding ORDER BY number').all(),
        answers: db.prepare('SELECT question_id, verdict, notes FROM checklist_item ORDER BY id').all(),
      });
      const kept = counted(before);
      before.close();
      const db = openStore(file);
      try {
        expect(storeVersion(db)).toBe(migrations.at(-1)?.version);
        expect(counted(db)).toEqual(kept);
        expect(verifyTables(db)).toEqual([]);
        expect(verifyChains(db).problems).toEqual([]);
      } finally {
        db.close();
      }
    },
  );

  it('lead to the same schema at once and step by step', () => {
    const fresh = new Sqlite(':memory:');
    migrate(fresh, migrations);
    const stepwise = new Sqlite(':memory:');
    for (let count = 1; count <= migrations.length; count += 1) migrate(stepwise, migrations.slice(0, count));
    expect(schemaOf(stepwise)).toEqual(schemaOf(fresh));
  });

  it('roll a failing step back alone and leave the version before it', () => {
    const db = new Sqlite(':memory:');
    const next = (migrations.at(-1)?.version ?? 0) + 1;
    const steps = [...migrations, { version: next, name: 'kept', sql: 'CREATE TABLE kept (id TEXT) STRICT;' }];
    const failing = {
      version: next + 1,
      name: 'failing',
      sql: 'CREATE TABLE lost (id TEXT) STRICT; INSERT INTO nowhere VALUES (1);',
    };
    expect(() => migrate(db, [...steps, failing])).toThrow(/nowhere/);
    expect(storeVersion(db)).toBe(next);
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE name IN ('kept', 'lost')").pluck().all();
    expect(tables).toEqual(['kept']);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('refuse a newer store and change nothing', () => {
    const file = path.join(aFolder(), 'workbench.sqlite');
    const db = new Sqlite(file);
    db.pragma('user_version = 999');
    db.close();
    expect(() => openStore(file)).toThrow(expect.objectContaining({ code: 'newer-store' }));
    const again = new Sqlite(file);
    expect(again.pragma('user_version', { simple: true })).toBe(999);
    again.close();
  });

  it('give every noun a column for each of its fields', () => {
    const db = new Sqlite(':memory:');
    migrate(db, migrations);
    for (const noun of nounNames) {
      const { table, columns, lists, scope } = nounTables[noun];
      const present = (db.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
      const wanted = ['id', ...(scope === 'audit' ? ['audit_id'] : []), ...columns.map(({ column }) => column)];
      expect(present.toSorted(), noun).toEqual(wanted.toSorted());
      for (const list of lists) expect(db.pragma(`table_info(${list.table})`), list.table).toHaveLength(3);
    }
  });
});
