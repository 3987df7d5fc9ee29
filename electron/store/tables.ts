import { z } from 'zod';
import {
  defaultOf,
  type FieldsOf,
  type Noun,
  nounNames,
  nouns,
  type RecordOf,
  workspaceNouns,
} from '../../shared/domain/nouns.ts';
import type { Store } from './open.ts';
import { prepared } from './prepared.ts';

// The nouns' tables are a projection of the changes. Their columns follow from the nouns' fields: `startsOn` is
// `starts_on`, a flag is 0 or 1, and a list field `requirements` of a finding is the table `finding_requirements`.

interface Column {
  field: string;
  column: string;
  flag: boolean;
}

/** How one noun is kept: its table, columns and child tables for lists. */
export interface NounTable {
  noun: Noun;
  table: string;
  columns: Column[];
  lists: { field: string; table: string }[];
  /** Some nouns belong to the workspace; an audit is its own scope; all else belongs to one audit. */
  scope: 'workspace' | 'self' | 'audit';
}

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** A column's name as SQL has it: some are words of the language. */
const quoted = (column: string) => `"${column}"`;
const bare = (type: z.ZodType): z.ZodType => {
  if (type instanceof z.ZodDefault || type instanceof z.ZodNullable) return bare(type.unwrap() as z.ZodType);
  return type;
};

function describe(noun: Noun): NounTable {
  const table = snake(noun);
  const fields = Object.entries(nouns[noun].shape as Record<string, z.ZodType>);
  const isList = (type: z.ZodType) => bare(type) instanceof z.ZodArray;
  return {
    noun,
    table,
    columns: fields
      .filter(([, type]) => !isList(type))
      .map(([field, type]) => ({ field, column: snake(field), flag: bare(type) instanceof z.ZodBoolean })),
    lists: fields.filter(([, type]) => isList(type)).map(([field]) => ({ field, table: `${table}_${snake(field)}` })),
    scope: workspaceNouns.includes(noun) ? 'workspace' : noun === 'audit' ? 'self' : 'audit',
  };
}

export const nounTables = Object.fromEntries(nounNames.map((noun) => [noun, describe(noun)])) as Record<
  Noun,
  NounTable
>;

const toColumn = (column: Column, value: unknown) => (column.flag ? (value === true ? 1 : 0) : value);
const toField = (column: Column, value: unknown) => (column.flag ? value === 1 : value);

function writeList(db: Store, table: string, id: string, values: readonly string[]): void {
  prepared(db, `DELETE FROM ${table} WHERE record_id = ?`).run(id);
  const insert = prepared(db, `INSERT INTO ${table} (record_id, position, value) VALUES (?, ?, ?)`);
  values.forEach((value, position) => insert.run(id, position, value));
}

/** Adds a record. Fields that are not named get their default. */
export function insertRecord(
  db: Store,
  noun: Noun,
  auditId: string | null,
  id: string,
  fields: Record<string, unknown>,
): void {
  const { table, columns, lists, scope } = nounTables[noun];
  const names = ['id', ...(scope === 'audit' ? ['audit_id'] : []), ...columns.map(({ column }) => column)];
  const values = columns.map((column) =>
    toColumn(column, column.field in fields ? fields[column.field] : defaultOf(noun, column.field)),
  );
  prepared(
    db,
    `INSERT INTO ${table} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  ).run(id, ...(scope === 'audit' ? [auditId] : []), ...values);
  for (const list of lists) {
    const entries = fields[list.field] as string[] | undefined;
    if (entries && entries.length > 0) writeList(db, list.table, id, entries);
  }
}

/** Sets some fields of a record. */
export function updateRecord(db: Store, noun: Noun, id: string, fields: Record<string, unknown>): void {
  const { table, columns, lists } = nounTables[noun];
  const named = columns.filter(({ field }) => field in fields);
  if (named.length > 0) {
    const sets = named.map(({ column }) => `${quoted(column)} = ?`).join(', ');
    prepared(db, `UPDATE ${table} SET ${sets} WHERE id = ?`).run(
      ...named.map((column) => toColumn(column, fields[column.field])),
      id,
    );
  }
  for (const list of lists) {
    if (list.field in fields) writeList(db, list.table, id, fields[list.field] as string[]);
  }
}

/** Takes a record out of its table. */
export function deleteRecord(db: Store, noun: Noun, id: string): void {
  prepared(db, `DELETE FROM ${nounTables[noun].table} WHERE id = ?`).run(id);
}

type Row = Record<string, unknown> & { id: string };

function toRecord<N extends Noun>(noun: N, row: Row, lists: Record<string, string[]>): RecordOf<N> {
  const record: Record<string, unknown> = { id: row.id };
  for (const column of nounTables[noun].columns) record[column.field] = toField(column, row[column.column]);
  return Object.assign(record, lists) as RecordOf<N>;
}

/** One record, or undefined. */
export function readRecord<N extends Noun>(db: Store, noun: N, id: string): RecordOf<N> | undefined {
  const { table, lists } = nounTables[noun];
  const row = prepared(db, `SELECT * FROM ${table} WHERE id = ?`).get(id) as Row | undefined;
  if (!row) return undefined;
  const values = lists.map(({ field, table: child }) => {
    const found = prepared(db, `SELECT value FROM ${child} WHERE record_id = ? ORDER BY position`).pluck().all(id);
    return [field, found as string[]];
  });
  return toRecord(noun, row, Object.fromEntries(values) as Record<string, string[]>);
}

/** The audit a record belongs to; null for records of the workspace, undefined for no such record. */
export function auditOfRecord(db: Store, noun: Noun, id: string): string | null | undefined {
  const { table, scope } = nounTables[noun];
  const column = scope === 'audit' ? 'audit_id' : scope === 'self' ? 'id' : 'NULL';
  const row = prepared(db, `SELECT ${column} AS audit FROM ${table} WHERE id = ?`).get(id) as
    | { audit: string | null }
    | undefined;
  return row?.audit;
}

/** All records of a noun in one audit, or in the whole store, in the order they were made. */
export function readRecords<N extends Noun>(db: Store, noun: N, auditId?: string): RecordOf<N>[] {
  const { table, columns, lists } = nounTables[noun];
  const where = auditId === undefined ? '' : 'WHERE audit_id = ?';
  const parameters = auditId === undefined ? [] : [auditId];
  // Rows as arrays: thousands of objects by column name would only be made to be copied.
  const names = ['id', ...columns.map(({ column }) => column)].map(quoted).join(', ');
  const rows = prepared(db, `SELECT ${names} FROM ${table} ${where} ORDER BY rowid`)
    .raw()
    .all(...parameters) as unknown[][];
  const records = rows.map((row) => {
    const record: Record<string, unknown> = { id: row[0] };
    for (const [place, column] of columns.entries()) record[column.field] = toField(column, row[place + 1]);
    for (const { field } of lists) record[field] = [];
    return record as RecordOf<N>;
  });
  if (lists.length === 0) return records;
  const byId = new Map(records.map((record) => [record.id, record as unknown as Record<string, string[]>]));
  for (const { field, table: child } of lists) {
    const within = auditId === undefined ? '' : `WHERE record_id IN (SELECT id FROM ${table} WHERE audit_id = ?)`;
    const found = prepared(db, `SELECT record_id, value FROM ${child} ${within} ORDER BY record_id, position`)
      .raw()
      .all(...parameters);
    for (const [id, value] of found as [string, string][]) byId.get(id)?.[field]?.push(value);
  }
  return records;
}

/** Applies one change to the tables; `fields` are in today's words. */
export function project(
  db: Store,
  change: {
    noun: Noun;
    kind: 'create' | 'set' | 'remove';
    auditId: string | null;
    recordId: string;
    fields: Record<string, unknown>;
  },
): void {
  if (change.kind === 'create') insertRecord(db, change.noun, change.auditId, change.recordId, change.fields);
  else if (change.kind === 'set') updateRecord(db, change.noun, change.recordId, change.fields);
  else deleteRecord(db, change.noun, change.recordId);
}

export type { FieldsOf };
