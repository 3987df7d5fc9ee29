// The history of an audit by steps: what each did to which record, from what to what, and whether it still stands.
import type { RecordInStep, StepOfHistory } from '../../shared/contract/changes.ts';
import type { Noun } from '../../shared/domain/nouns.ts';
import { defaultOf } from '../../shared/domain/nouns.ts';
import type { Change } from '../../shared/domain/changes.ts';
import { type ChangeRow, findChange, rowToChange } from './changes.ts';
import type { Store } from './open.ts';
import { prepared } from './prepared.ts';
import { readRecord } from './tables.ts';

/** Which changes are meant. `organization` belongs to the audit although its changes are the workspace's. */
export interface ChangeFilter {
  audit: string;
  organization: string;
  record?: string | undefined;
  noun?: Noun | undefined;
  actor?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  text?: string | undefined;
  records?: readonly string[] | undefined;
}

/** How many records of a step are told one by one. */
const toldRecords = 12;
const batch = 400;

const escapeLike = (text: string) => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

/** The filter as a condition and its values. Instants are compared as instants, whatever offset they were written with. */
function conditionOf(filter: ChangeFilter): { sql: string; values: Record<string, unknown> } {
  const { record, noun, actor, from, to, text, records = [] } = filter;
  const parts: string[] = [];
  if (record !== undefined) parts.push('record_id = @record');
  if (noun !== undefined) parts.push('noun = @noun');
  if (actor !== undefined) parts.push('actor = @actor');
  if (from !== undefined) parts.push('clock >= @earliest AND julianday(at) >= julianday(@from)');
  if (to !== undefined) parts.push('clock < @latest AND julianday(at) < julianday(@to)');
  if (text !== undefined && text !== '')
    parts.push("(fields LIKE @text ESCAPE '\\' OR record_id IN (SELECT value FROM json_each(@records)))");
  // A clock never runs behind the wall clock and not more than a day ahead, so its index spares most of the reckoning.
  const clockAt = (instant: string | undefined, ahead: number) =>
    instant === undefined ? '' : (Date.parse(instant) + ahead).toString(16).padStart(12, '0');
  return {
    sql: parts.map((part) => ` AND ${part}`).join(''),
    values: {
      audit: filter.audit,
      organization: filter.organization,
      record,
      noun,
      actor,
      from,
      to,
      earliest: clockAt(from, 0),
      latest: clockAt(to, 86_400_000),
      text: `%${escapeLike(JSON.stringify(text ?? '').slice(1, -1))}%`,
      records: JSON.stringify(records),
    },
  };
}

/** The changes a filter leaves, newest first, as a statement: of the audit, and of the organisation it audits. */
function selectChanges(columns: string, filter: ChangeFilter): string {
  const { sql } = conditionOf(filter);
  const own =
    filter.record === undefined
      ? 'audit_id = @audit'
      : // The index over records is the shorter way; a plus keeps the other one out.
        '+audit_id = @audit';
  return `SELECT ${columns} FROM change WHERE ${own} AND clock < @before${sql}
    UNION ALL SELECT ${columns} FROM change WHERE record_id = @organization AND audit_id IS NULL AND clock < @before${sql}
    ORDER BY clock DESC LIMIT @limit`;
}

/** The changes a filter leaves, newest first; with `before`, only those older than that change. */
export function listChanges(db: Store, filter: ChangeFilter, before: string | undefined, limit: number): Change[] {
  const cursor = before === undefined ? '~' : (findChange(db, before)?.clock ?? '');
  const { values } = conditionOf(filter);
  const rows = prepared(db, selectChanges('*', filter)).all({ ...values, before: cursor, limit }) as ChangeRow[];
  return rows.map(rowToChange);
}

/** The fields by which people know a record. */
const nameFields =
  'ref number title name requirement questionId control kind text population evidence noun target finding item note nature originalName on startsAt'.split(
    ' ',
  );
const longestName = 200;

interface Touch {
  row: number;
  clock: string;
  kind: ChangeRow['kind'];
}

/** The values of a record before a change of it, read backwards only as far as the wanted fields need. */
function valuesBefore(db: Store, noun: Noun, recordId: string, clock: string, wanted: readonly string[] | 'all') {
  const rows = prepared(db, 'SELECT rowid FROM change WHERE record_id = ? AND clock < ? ORDER BY clock DESC')
    .pluck()
    .all(recordId, clock) as number[];
  const found: Record<string, unknown> = {};
  const missing = new Set(wanted === 'all' ? [] : wanted);
  for (const row of rows) {
    if (wanted !== 'all' && missing.size === 0) break;
    const change = prepared(db, 'SELECT kind, fields FROM change WHERE rowid = ?').get(row) as Pick<
      ChangeRow,
      'kind' | 'fields'
    >;
    if (change.kind === 'remove') break;
    for (const [field, value] of Object.entries(JSON.parse(change.fields ?? '{}') as Record<string, unknown>)) {
      if (field in found || (wanted !== 'all' && !missing.has(field))) continue;
      found[field] = value;
      missing.delete(field);
    }
    if (change.kind === 'create') break;
  }
  for (const field of missing) found[field] = defaultOf(noun, field) ?? null;
  return found;
}

function nameOf(values: Record<string, unknown>): Record<string, unknown> {
  const named = nameFields.flatMap((field) => {
    const value = values[field];
    if (value === undefined || value === null || value === '') return [];
    return [[field, typeof value === 'string' ? value.slice(0, longestName) : value] as const];
  });
  return Object.fromEntries(named);
}

function tellRecord(db: Store, noun: Noun, recordId: string, touches: readonly Touch[]): RecordInStep {
  const [first] = touches;
  const last = touches.at(-1);
  const clock = first?.clock ?? '';
  const after: Record<string, unknown> = {};
  for (const { row } of touches) {
    const fields = prepared(db, 'SELECT fields FROM change WHERE rowid = ?').pluck().get(row) as string | null;
    Object.assign(after, JSON.parse(fields ?? '{}'));
  }
  const kind = last?.kind === 'remove' ? 'remove' : first?.kind === 'create' ? 'create' : 'set';
  const from =
    kind === 'create' ? {} : valuesBefore(db, noun, recordId, clock, kind === 'remove' ? 'all' : Object.keys(after));
  // The record as it is now has the name people know; only of one that is gone the log has to tell.
  const now = kind === 'set' ? (readRecord(db, noun, recordId) as Record<string, unknown> | undefined) : {};
  const known = now ?? valuesBefore(db, noun, recordId, clock, 'all');
  return {
    noun,
    recordId,
    kind,
    from,
    fields: kind === 'remove' ? {} : after,
    about: nameOf({ ...from, ...after, ...known }),
  };
}

/** The step that took this one back and still stands, if there is one. */
function undoneBy(db: Store, step: string, records: readonly RecordInStep[]): string | null {
  for (const { recordId } of records) {
    const takers = prepared(
      db,
      `SELECT step FROM change WHERE record_id = ? AND base IS NOT NULL AND json_extract(base, '$.undoes') = ?
       ORDER BY clock DESC`,
    )
      .pluck()
      .all(recordId, step) as string[];
    for (const taker of takers) if (undoneBy(db, taker, records) === null) return taker;
  }
  return null;
}

/** Tells a step as a whole: who, when, where, and its first records. `record` and `noun` leave out the others. */
function tellStep(db: Store, { step, clock }: { step: string; clock: string }, filter: ChangeFilter): StepOfHistory {
  const rows = prepared(
    db,
    `SELECT rowid AS row, clock, noun, record_id AS recordId, kind FROM change
     WHERE step = ? AND (audit_id = ? OR audit_id IS NULL) ORDER BY clock`,
  ).all(step, filter.audit) as (Touch & { noun: Noun; recordId: string })[];
  const newest = rows.at(-1);
  const head = prepared(
    db,
    `SELECT change.id, change.at, change.actor, change.device, change.base, device.name FROM change
     LEFT JOIN device ON device.id = change.device WHERE change.rowid = ?`,
  ).get(newest?.row) as Pick<ChangeRow, 'id' | 'at' | 'actor' | 'device' | 'base'> & { name: string | null };
  const meant = rows.filter(
    ({ noun, recordId }) =>
      (filter.record === undefined || recordId === filter.record) &&
      (filter.noun === undefined || noun === filter.noun),
  );
  const byRecord = Map.groupBy(meant, ({ recordId }) => recordId);
  const records = [...byRecord].slice(0, toldRecords).map(([recordId, touches]) => {
    const noun = touches[0]?.noun ?? 'audit';
    return tellRecord(db, noun, recordId, touches);
  });
  const base = head.base === null ? {} : (JSON.parse(head.base) as Record<string, string>);
  return {
    step,
    change: head.id,
    clock,
    at: head.at,
    actor: head.actor,
    device: head.device,
    deviceName: head.name ?? '',
    undoes: base.undoes ?? null,
    undoneBy: undoneBy(db, step, records),
    recordCount: byRecord.size,
    records,
  };
}

/** The steps a filter leaves, newest first; a step stands where its newest change is. */
export function listSteps(
  db: Store,
  filter: ChangeFilter,
  before: string | undefined,
  limit: number,
): { steps: StepOfHistory[]; hasMore: boolean } {
  const statement = prepared(db, selectChanges('clock, step', filter));
  const { sql, values } = conditionOf(filter);
  const newestOf = prepared(
    db,
    `SELECT max(clock) FROM change WHERE step = @step AND (audit_id = @audit OR audit_id IS NULL)${sql}`,
  ).pluck();
  const seen = new Set<string>();
  const found: { step: string; clock: string }[] = [];
  let cursor = before ?? '~';
  for (;;) {
    const rows = statement.all({ ...values, before: cursor, limit: batch }) as { clock: string; step: string }[];
    for (const { step, clock } of rows) {
      if (seen.has(step)) continue;
      seen.add(step);
      // One whose newest change is later than the page before was answered there.
      if (before !== undefined && (newestOf.get({ ...values, step }) as string) >= before) continue;
      found.push({ step, clock });
      if (found.length > limit) break;
    }
    if (found.length > limit || rows.length < batch) break;
    cursor = rows.at(-1)?.clock ?? '';
  }
  const steps = found.slice(0, limit).map((step) => tellStep(db, step, filter));
  return { steps, hasMore: found.length > limit };
}

/** Everybody who has changed something in an audit, in the order of their names. */
export function listPeople(db: Store, audit: string): string[] {
  return prepared(db, 'SELECT DISTINCT actor FROM change WHERE audit_id = ? ORDER BY actor COLLATE NOCASE')
    .pluck()
    .all(audit) as string[];
}
