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

function refuse(later: Change | undefined): never {
  const who = later
    ? `${later.actor} changed the same (${Object.keys(later.fields).join(', ') || 'all of it'}) at ${later.at.slice(11, 16)}`
    : 'a later step built on it';
  throw new AppError('conflict', `This step cannot be undone: ${who}. Undo that first.`, {
    change: later?.id,
    step: later?.step,
    by: later?.actor,
    at: later?.at,
    fields: Object.keys(later?.fields ?? {}),
  });
}

/**
 * The inverse of what a step did to one record. Refused where the record is no longer as the step left it, in what the
 * step touched; later changes that have themselves been undone do not stand in the way.
 */
function inverseOf(db: Store, changes: readonly Change[], own: ReadonlySet<string>): Inverse[] {
  const [first] = changes;
  const last = changes.at(-1);
  if (!first || !last) return [];
  const { noun, recordId, step } = first;
  const history = changesOfRecord(db, recordId);
  const later = history.filter((change) => change.clock > last.clock && change.step !== step);
  const before = fieldsAfter(history.filter(({ clock }) => clock < first.clock));
  const after = fieldsAfter(history.filter(({ clock }) => clock <= last.clock));
  const now = fieldsAfter(history);
  const touched = new Set(changes.flatMap(({ fields }) => Object.keys(fields)));
  const valueIn = (fields: Fields, field: string) =>
    canonical(fields && field in fields ? fields[field] : defaultOf(noun, field));
  const hasMoved = (fields: Iterable<string>) =>
    [...fields].some((field) => valueIn(now, field) !== valueIn(after, field));

  if ((now === undefined) !== (after === undefined)) refuse(later.at(-1));
  if (after === undefined) return before === undefined ? [] : [{ noun, recordId, kind: 'create', fields: before }];
  if (before === undefined) {
    if (hasMoved(new Set([...Object.keys(now ?? {}), ...touched]))) refuse(later.at(-1));
    if (dependentsOf(db, recordId).some(({ id }) => !own.has(id))) refuse(undefined);
    return [{ noun, recordId, kind: 'remove', fields: {} }];
  }
  if (hasMoved(touched))
    refuse(later.findLast(({ fields }) => Object.keys(fields).some((field) => touched.has(field))));
  const fields = Object.fromEntries(
    [...touched].map((field) => [field, field in before ? before[field] : defaultOf(noun, field)]),
  );
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
