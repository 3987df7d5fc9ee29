import type { Statement } from 'better-sqlite3';
import type { Store } from './open.ts';

const statements = new WeakMap<Store, Map<string, Statement>>();

/** The prepared statement for this text, made once per store. */
export function prepared(db: Store, sql: string): Statement {
  let known = statements.get(db);
  if (!known) statements.set(db, (known = new Map()));
  let statement = known.get(sql);
  if (!statement) known.set(sql, (statement = db.prepare(sql)));
  return statement;
}
