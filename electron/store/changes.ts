import { createHash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Change } from '../../shared/domain/changes.ts';
import type { Noun } from '../../shared/domain/nouns.ts';
import { type ProvenRow, textOfChange, textOfFields } from '../../shared/proof/change-rows.ts';
import type { Store } from './open.ts';
import { prepared } from './prepared.ts';

/** A row of the change log, column by column. */
export interface ChangeRow extends ProvenRow {
  noun: Noun;
  kind: 'create' | 'set' | 'remove';
}

/** Canonical JSON (RFC 8785). */
export function canonical(value: unknown): string {
  return canonicalize(value) ?? 'null';
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The salted hash by which the values of a change enter the chain. */
export function hashFields(fields: string, salt: string): string {
  return sha256(textOfFields(fields, salt));
}

/** The hash of a change: every column but the hash itself; fields and salt through the salted hash of the fields. */
export function hashChange(row: Omit<ChangeRow, 'hash'>): string {
  return sha256(textOfChange(row, canonical));
}

let pool = Buffer.alloc(0);
let used = 0;

/** 16 random bytes, fetched many at a time: asking the system for every change is a seventh of a large import. */
function newSalt(): string {
  if (used + 16 > pool.length) {
    pool = randomBytes(4096);
    used = 0;
  }
  used += 16;
  return pool.toString('hex', used - 16, used);
}

/** The chain a change belongs to: one per audit and device; changes of the workspace form their own. */
const chainOf = (auditId: string | null) => auditId ?? '';

/** Appends a change to the log and to its chain. Must run inside the transaction that projects it. */
export function appendChange(
  db: Store,
  change: Omit<Change, 'fields'> & { fields: Record<string, unknown>; base?: Record<string, string> | undefined },
): void {
  const chain = chainOf(change.auditId);
  const head = prepared(db, 'SELECT hash, length FROM chain_head WHERE audit_id = ? AND device = ?').get(
    chain,
    change.device,
  ) as { hash: string; length: number } | undefined;
  const fields = canonical(change.fields);
  const salt = newSalt();
  const row = {
    id: change.id,
    step: change.step,
    audit_id: change.auditId,
    actor: change.actor,
    device: change.device,
    clock: change.clock,
    at: change.at,
    schema: change.schema,
    noun: change.noun,
    record_id: change.recordId,
    kind: change.kind,
    fields,
    salt,
    fields_hash: hashFields(fields, salt),
    base: change.base === undefined ? null : canonical(change.base),
    prev: head?.hash ?? null,
  };
  const hash = hashChange(row);
  prepared(
    db,
    `INSERT INTO change (id, step, audit_id, actor, device, clock, at, schema, noun, record_id, kind, fields, salt, fields_hash,
     base, prev, hash) VALUES (@id, @step, @audit_id, @actor, @device, @clock, @at, @schema, @noun, @record_id, @kind, @fields,
     @salt, @fields_hash, @base, @prev, @hash)`,
  ).run({ ...row, hash });
  prepared(
    db,
    `INSERT INTO chain_head (audit_id, device, change_id, hash, length) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (audit_id, device) DO UPDATE SET change_id = excluded.change_id, hash = excluded.hash, length = excluded.length`,
  ).run(chain, change.device, change.id, hash, (head?.length ?? 0) + 1);
}

/** A row as a change. */
export function rowToChange(row: ChangeRow): Change {
  return {
    id: row.id,
    step: row.step,
    auditId: row.audit_id,
    actor: row.actor,
    device: row.device,
    clock: row.clock,
    at: row.at,
    schema: row.schema,
    noun: row.noun,
    recordId: row.record_id,
    kind: row.kind,
    fields: row.fields === null ? {} : (JSON.parse(row.fields) as Record<string, unknown>),
  };
}

/** One change by its id. */
export function findChange(db: Store, id: string): Change | undefined {
  const row = prepared(db, 'SELECT * FROM change WHERE id = ?').get(id) as ChangeRow | undefined;
  return row && rowToChange(row);
}

/** The changes of a step in the order they were made. */
export function changesOfStep(db: Store, step: string): Change[] {
  const rows = prepared(db, 'SELECT * FROM change WHERE step = ? ORDER BY clock').all(step) as ChangeRow[];
  return rows.map(rowToChange);
}

/** All changes of one record, oldest first. */
export function changesOfRecord(db: Store, recordId: string): Change[] {
  const rows = prepared(db, 'SELECT * FROM change WHERE record_id = ? ORDER BY clock').all(recordId) as ChangeRow[];
  return rows.map(rowToChange);
}

/** The newest change of an audit, with its hash: the head that a reader of the audit has seen. */
export function newestChange(db: Store, auditId: string): { id: string; hash: string; at: string } | undefined {
  return prepared(db, 'SELECT id, hash, at FROM change WHERE audit_id = ? ORDER BY clock DESC LIMIT 1').get(auditId) as
    | { id: string; hash: string; at: string }
    | undefined;
}

/** The clock reading of the change that was appended last, in the whole store. */
export function lastClock(db: Store): string | undefined {
  return prepared(db, 'SELECT clock FROM change ORDER BY rowid DESC LIMIT 1').pluck().get() as string | undefined;
}

/** Whether the log has changes of an audit with this id. */
export function hasHistory(db: Store, auditId: string): boolean {
  return prepared(db, 'SELECT 1 FROM change WHERE audit_id = ? LIMIT 1').get(auditId) !== undefined;
}
