import type { Change } from '../../shared/domain/changes.ts';
import { defaultOf, type Noun } from '../../shared/domain/nouns.ts';
import { AppError } from '../../shared/errors.ts';
import { canonical, changesOfRecord, changesOfStep } from './changes.ts';
import { dependentsOf } from './links.ts';
import type { Store } from './open.ts';
import type { Step } from './writer.ts';

interface Inverse {
  noun: Noun;
  recordId: string;
  kind: Change['kind'];
  fields: Record<string, unknown>;
}

type Fields = Record<string, unknown> | undefined;

/** The fields of a record after these changes; undefined where it does not exist then. */
function fieldsAfter(changes: readonly Change[]): Fields {
  return changes.reduce<Fields>((fields, change) => {
    if (change.kind === 'create') return { ...change.fields };
    return change.kind === 'remove' ? undefined : { ...fields, ...change.fields };
  }, undefined);
}

function refuse(later: Change | undefined, what = 'This step'): never {
  const who = later
    ? `${later.actor} changed the same (${Object.keys(later.fields).join(', ') || 'all of it'}) at ${later.at.slice(11, 16)}`
    : 'a later step built on it';
  throw new AppError('conflict', `${what} cannot be undone: ${who}. Undo that first.`, {
    change: later?.id,
    step: later?.step,
    by: later?.actor,
    at: later?.at,
    fields: Object.keys(later?.fields ?? {}),
  });
}

/** A record before the first of these changes, after the last of them, and as it is. */
function statesAround(db: Store, changes: readonly Change[], first: Change, last: Change) {
  const history = changesOfRecord(db, first.recordId);
  return {
    later: history.filter((change) => change.clock > last.clock && change.step !== first.step),
    before: fieldsAfter(history.filter(({ clock }) => clock < first.clock)),
    after: fieldsAfter(history.filter(({ clock }) => clock <= last.clock)),
    now: fieldsAfter(history),
    touched: new Set(changes.flatMap(({ fields }) => Object.keys(fields))),
  };
}

const valueIn = (noun: Noun, fields: Fields, field: string) =>
  fields && field in fields ? fields[field] : defaultOf(noun, field);
const isSame = (noun: Noun, one: Fields, other: Fields, field: string) =>
  canonical(valueIn(noun, one, field)) === canonical(valueIn(noun, other, field));
/** The newest of these changes that touched one of the fields. */
const lastTouching = (later: readonly Change[], touched: ReadonlySet<string>) =>
  later.findLast(({ fields }) => Object.keys(fields).some((field) => touched.has(field)));

/**
 * The inverse of what a step did to one record. Refused where the record is no longer as the step left it, in what the
 * step touched; later changes that have themselves been undone do not stand in the way.
 */
function inverseOf(db: Store, changes: readonly Change[], own: ReadonlySet<string>): Inverse[] {
  const [first] = changes;
  const last = changes.at(-1);
  if (!first || !last) return [];
  const { noun, recordId } = first;
  const { later, before, after, now, touched } = statesAround(db, changes, first, last);
  const hasMoved = (fields: Iterable<string>) => [...fields].some((field) => !isSame(noun, now, after, field));

  if ((now === undefined) !== (after === undefined)) refuse(later.at(-1));
  if (after === undefined) return before === undefined ? [] : [{ noun, recordId, kind: 'create', fields: before }];
  if (before === undefined) {
    if (hasMoved(new Set([...Object.keys(now ?? {}), ...touched]))) refuse(later.at(-1));
    if (dependentsOf(db, recordId).some(({ id }) => !own.has(id))) refuse(undefined);
    return [{ noun, recordId, kind: 'remove', fields: {} }];
  }
  if (hasMoved(touched)) refuse(lastTouching(later, touched));
  const fields = Object.fromEntries([...touched].map((field) => [field, valueIn(noun, before, field)]));
  return [{ noun, recordId, kind: 'set', fields }];
}

/** Writes the inverse changes of a whole step, last touched record first. Refused as a whole, with names. */
export function undoStep(db: Store, step: string, into: Step): void {
  const changes = changesOfStep(db, step);
  const own = new Set(changes.map(({ recordId }) => recordId));
  const byRecord = Map.groupBy(changes, ({ recordId }) => recordId);
  const inverses = [...byRecord.values()].toReversed().flatMap((one) => inverseOf(db, one, own));
  for (const { noun, recordId, kind, fields } of inverses) {
    if (kind === 'create') into.create(noun, fields, recordId);
    else if (kind === 'remove') into.remove(noun, recordId);
    else into.set(noun, recordId, fields);
  }
}

/**
 * Writes the inverse of what a step did to some fields of the record of a change, and leaves its other fields as they
 * are. Refused, with names, where a later change touched one of these fields.
 */
export function undoFields(db: Store, { step, noun, recordId }: Change, fields: readonly string[], into: Step): void {
  const changes = changesOfStep(db, step).filter((change) => change.recordId === recordId);
  const [first] = changes;
  const last = changes.at(-1);
  if (!first || !last) return;
  const { later, before, after, now, touched } = statesAround(db, changes, first, last);
  if (before === undefined || after === undefined)
    throw new AppError('refused', 'This step made or removed the record. It can only be undone as a whole.', { step });
  const strange = fields.find((field) => !touched.has(field));
  if (strange !== undefined)
    throw new AppError('invalid-input', `This step did not change ${strange}.`, { step, field: strange });
  if (now === undefined) refuse(later.at(-1), fields.join(', '));
  for (const field of fields)
    if (!isSame(noun, now, after, field)) refuse(lastTouching(later, new Set([field])), field);
  into.set(noun, recordId, Object.fromEntries(fields.map((field) => [field, valueIn(noun, before, field)])));
}
