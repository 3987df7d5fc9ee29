import type { Change } from '../../shared/domain/changes.ts';
import { defaultOf, type Noun } from '../../shared/domain/nouns.ts';
import { AppError } from '../../shared/errors.ts';
import { changesOfRecord, changesOfStep } from './changes.ts';
import type { Store } from './open.ts';
import type { Step } from './writer.ts';

interface Inverse {
  noun: Noun;
  recordId: string;
  kind: Change['kind'];
  fields: Record<string, unknown>;
}

/** The fields of a record as they were before a clock reading; undefined where it did not exist then. */
function fieldsBefore(changes: readonly Change[], clock: string): Record<string, unknown> | undefined {
  let fields: Record<string, unknown> | undefined;
  for (const change of changes) {
    if (change.clock >= clock) break;
    if (change.kind === 'create') fields = { ...change.fields };
    else if (change.kind === 'remove') fields = undefined;
    else fields = { ...fields, ...change.fields };
  }
  return fields;
}

function refuse(later: Change): never {
  const what = Object.keys(later.fields).join(', ') || (later.kind === 'remove' ? 'removed' : 'created');
  throw new AppError(
    'conflict',
    `This step cannot be undone: ${later.actor} changed the same (${what}) at ${later.at.slice(11, 16)}. Undo that first.`,
    { change: later.id, step: later.step, by: later.actor, at: later.at, fields: Object.keys(later.fields) },
  );
}

/** The inverse of one record's changes in a step, refused where a later change touched the same. */
function inverseOf(db: Store, changes: readonly Change[]): Inverse[] {
  const [first] = changes;
  const last = changes.at(-1);
  if (!first || !last) return [];
  const { noun, recordId, step } = first;
  const history = changesOfRecord(db, recordId);
  const later = history.filter((change) => change.clock > last.clock && change.step !== step);
  const before = fieldsBefore(history, first.clock);
  const after = changes.reduce<boolean>(
    (exists, { kind }) => (kind === 'set' ? exists : kind === 'create'),
    before !== undefined,
  );

  if (before === undefined) {
    const [blocker] = later;
    if (blocker) refuse(blocker);
    return after ? [{ noun, recordId, kind: 'remove', fields: {} }] : [];
  }
  if (!after) {
    const [blocker] = later;
    if (blocker) refuse(blocker);
    return [{ noun, recordId, kind: 'create', fields: before }];
  }
  const touched = new Set(changes.flatMap(({ fields }) => Object.keys(fields)));
  const blocker = later.find(
    (change) => change.kind !== 'set' || Object.keys(change.fields).some((field) => touched.has(field)),
  );
  if (blocker) refuse(blocker);
  const fields = Object.fromEntries(
    [...touched].map((field) => [field, field in before ? before[field] : defaultOf(noun, field)]),
  );
  return [{ noun, recordId, kind: 'set', fields }];
}

/** Writes the inverse changes of a whole step, last touched record first. Refused as a whole, with names. */
export function undoStep(db: Store, step: string, into: Step): void {
  const byRecord = Map.groupBy(changesOfStep(db, step), ({ recordId }) => recordId);
  const inverses = [...byRecord.values()].toReversed().flatMap((changes) => inverseOf(db, changes));
  for (const { noun, recordId, kind, fields } of inverses) {
    if (kind === 'create') into.create(noun, fields as never, recordId);
    else if (kind === 'remove') into.remove(noun, recordId);
    else into.set(noun, recordId, fields as never);
  }
}
