import { upcast } from '../../shared/domain/changes.ts';
import { type Noun, nounNames } from '../../shared/domain/nouns.ts';
import { type ChangeRow, canonical, hashChange, hashFields, rowToChange } from './changes.ts';
import { openStoreInMemory, type Store } from './open.ts';
import { prepared } from './prepared.ts';
import { nounTables, project, readRecords } from './tables.ts';

/** Something that verification found, and about which record. */
export interface Problem {
  code:
    | 'changed-row'
    | 'broken-chain'
    | 'forked-chain'
    | 'reordered-row'
    | 'removed-row'
    | 'table-differs'
    | 'unreadable-row'
    | 'missing-file'
    | 'changed-file'
    | 'unknown-file'
    | 'changed-catalogue'
    | 'damaged-database';
  record: string;
  message: string;
}

type Row = ChangeRow & { position: number };

/** Checks every row's own hash and that each chain is whole, in order and ends at its recorded head. */
export function verifyChains(db: Store): { changes: number; chains: number; problems: Problem[] } {
  const problems: Problem[] = [];
  const chains = new Map<string, { hash: string | null; clock: string; length: number; last: string }>();
  const hashes = new Set<string>();
  const following = new Map<string, string>();
  let changes = 0;
  for (const row of db.prepare('SELECT rowid AS position, * FROM change ORDER BY rowid').iterate() as Iterable<Row>) {
    changes += 1;
    const { position: _position, hash, ...rest } = row;
    const fieldsHash = row.fields !== null && row.salt !== null ? hashFields(row.fields, row.salt) : row.fields_hash;
    if (fieldsHash !== row.fields_hash || hashChange(rest) !== hash || (row.fields === null) !== (row.salt === null)) {
      problems.push({
        code: 'changed-row',
        record: row.id,
        message: `Change ${row.id} (${row.noun} ${row.kind}) is not as it was written.`,
      });
    }
    const key = `${row.audit_id ?? ''} ${row.device}`;
    const chain = chains.get(key) ?? { hash: null, clock: '', length: 0, last: '' };
    if (row.prev !== chain.hash) {
      const earlier = row.prev === null ? undefined : following.get(row.prev);
      if (earlier !== undefined) {
        problems.push({
          code: 'forked-chain',
          record: row.id,
          message: `Change ${row.id} and change ${earlier} both follow the same change.`,
        });
      } else if (row.prev !== null && hashes.has(row.prev)) {
        problems.push({
          code: 'reordered-row',
          record: row.id,
          message: `Change ${row.id} does not stand where it was written.`,
        });
      } else {
        problems.push({
          code: 'broken-chain',
          record: row.id,
          message: `What change ${row.id} follows is missing, or it was put in later.`,
        });
      }
    } else if (row.clock <= chain.clock) {
      problems.push({
        code: 'reordered-row',
        record: row.id,
        message: `Change ${row.id} has a clock before the change it follows.`,
      });
    }
    if (row.prev !== null) following.set(row.prev, row.id);
    hashes.add(hash);
    chains.set(key, { hash, clock: row.clock, length: chain.length + 1, last: row.id });
  }
  const heads = db.prepare('SELECT audit_id, device, change_id, hash, length FROM chain_head').all() as {
    audit_id: string;
    device: string;
    change_id: string;
    hash: string;
    length: number;
  }[];
  for (const head of heads) {
    const key = `${head.audit_id} ${head.device}`;
    const chain = chains.get(key);
    if (chain?.hash !== head.hash || chain.length !== head.length) {
      problems.push({
        code: 'removed-row',
        record: head.change_id,
        message: `The chain of ${head.audit_id || 'the workspace'} should end with change ${head.change_id} after ${head.length} changes; ${chain?.length ?? 0} are there.`,
      });
    }
    chains.delete(key);
  }
  for (const { last } of chains.values()) {
    problems.push({
      code: 'broken-chain',
      record: last,
      message: `Change ${last} belongs to a chain that this workspace never began.`,
    });
  }
  return { changes, chains: heads.length, problems };
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
