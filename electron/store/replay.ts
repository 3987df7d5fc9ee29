import { upcast } from '../../shared/domain/changes.ts';
import { type Noun, nounNames } from '../../shared/domain/nouns.ts';
import { type Chains, followChains } from '../../shared/proof/chains.ts';
import type { Problem } from '../../shared/proof/tools.ts';
import { chainHeads } from './chain-heads.ts';
import { type ChangeRow, canonical, hashChange, hashFields, rowToChange } from './changes.ts';
import { openStoreInMemory, type Store } from './open.ts';
import { prepared } from './prepared.ts';
import { nounTables, project, readRecords } from './tables.ts';

/** Checks every row's own hash and that each chain is whole, in order and ends at its recorded head. */
export function verifyChains(db: Store): { changes: number; chains: number; problems: Problem[]; met: Chains } {
  const chains = followChains();
  for (const row of db.prepare('SELECT * FROM change ORDER BY rowid').iterate() as Iterable<ChangeRow>) {
    const { hash, ...rest } = row;
    const fieldsHash = row.fields !== null && row.salt !== null ? hashFields(row.fields, row.salt) : row.fields_hash;
    const isWhole = (row.fields === null) === (row.salt === null);
    chains.take(row, isWhole && fieldsHash === row.fields_hash && hashChange(rest) === hash);
  }
  return { ...chains.end(chainHeads(db), 'workspace'), met: chains };
}

/** Writes the whole log into an empty store, oldest first. Rows that cannot be applied are reported. */
export function replayInto(target: Store, source: Store): Problem[] {
  const problems: Problem[] = [];
  target.transaction(() => {
    const rows = source.prepare('SELECT * FROM change ORDER BY clock').iterate() as Iterable<ChangeRow>;
    for (const row of rows) {
      try {
        project(target, upcast(rowToChange(row)));
      } catch {
        problems.push({
          code: 'unreadable-row',
          record: row.id,
          message: `Change ${row.id} (${row.noun} ${row.kind}) cannot be applied.`,
        });
      }
    }
  })();
  return problems;
}

function compareTable(noun: Noun, stored: Store, replayed: Store, problems: Problem[]): void {
  const { table } = nounTables[noun];
  const expected = new Map(readRecords(replayed, noun).map((record) => [record.id, record as Record<string, unknown>]));
  const owners = (db: Store) =>
    nounTables[noun].scope === 'audit'
      ? new Map(db.prepare(`SELECT id, audit_id FROM ${table}`).raw().all() as [string, string][])
      : new Map<string, string>();
  const expectedOwners = owners(replayed);
  const storedOwners = owners(stored);
  for (const record of readRecords(stored, noun)) {
    const wanted = expected.get(record.id);
    expected.delete(record.id);
    if (!wanted) {
      problems.push({
        code: 'table-differs',
        record: record.id,
        message: `${noun} ${record.id} is in the table, but no change made it.`,
      });
      continue;
    }
    const fields = Object.entries(record).filter(([name, value]) => canonical(value) !== canonical(wanted[name]));
    if (storedOwners.get(record.id) !== expectedOwners.get(record.id)) fields.push(['audit', null]);
    for (const [name] of fields) {
      problems.push({
        code: 'table-differs',
        record: record.id,
        message: `${noun} ${record.id}: ${name} is not what the changes say.`,
      });
    }
  }
  for (const id of expected.keys()) {
    problems.push({ code: 'table-differs', record: id, message: `${noun} ${id} is missing from the table.` });
  }
}

/** Replays the log in memory and names every record of the tables that differs from it. */
export function verifyTables(db: Store): Problem[] {
  const replayed = openStoreInMemory();
  try {
    const problems = replayInto(replayed, db);
    for (const noun of nounNames) compareTable(noun, db, replayed, problems);
    return problems;
  } finally {
    replayed.close();
  }
}

/** What SQLite itself says about the file. */
export function verifyDatabase(db: Store): Problem[] {
  const answers = prepared(db, 'PRAGMA integrity_check(20)').pluck().all() as string[];
  return answers
    .filter((answer) => answer !== 'ok')
    .map((answer) => ({ code: 'damaged-database', record: 'workbench.sqlite', message: `SQLite reports: ${answer}` }));
}
