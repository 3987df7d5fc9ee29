import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { type Change, changeSchema } from '../../shared/domain/changes.ts';
import { tickClock } from '../../shared/domain/clock.ts';
import { type Noun, nouns, type PartialFieldsOf, type RecordOf } from '../../shared/domain/nouns.ts';
import { AppError } from '../../shared/errors.ts';
import { appendChange, canonical, changesOfRecord, findChange, lastClock } from './changes.ts';
import type { Store } from './open.ts';
import { onStore } from './sqlite-errors.ts';
import { auditOfRecord, nounTables, project, readRecord } from './tables.ts';

/** Who and where: written into every change. */
export interface Authorship {
  device: string;
  actor: () => string;
  now: () => Date;
}

/** What may be done inside one step. Every method checks, projects and appends; nothing else writes. */
export interface Step {
  readonly id: string;
  readonly at: string;
  create<N extends Noun>(noun: N, fields: z.input<(typeof nouns)[N]>, id?: string): RecordOf<N>;
  set<N extends Noun>(noun: N, id: string, fields: PartialFieldsOf<N>, base?: Record<string, string>): RecordOf<N>;
  remove(noun: Noun, id: string): void;
  /** The same step, writing into an audit that the step itself has just made. */
  into(auditId: string): Step;
}

export interface Writer {
  /**
   * Runs `build` in one transaction and answers with its result once that is committed and synced. `undoes` names the
   * step that this one takes back; its changes carry it as what they are based on.
   */
  write<T>(auditId: string | null, stepId: string | undefined, build: (step: Step) => T, undoes?: string): T;
}

/** A change before it is written; `auditId` is null for changes of the workspace. */
export type GuardedChange = Pick<Change, 'noun' | 'kind' | 'recordId' | 'auditId' | 'fields'>;
/** Looks at each change of one step before it is written and throws where it must not be. */
export type Guard = (change: GuardedChange) => void;

/** Local time with offset, ISO 8601: `2026-11-17T09:40:05.123+01:00`. */
export function localTime(date: Date): string {
  const offset = -date.getTimezoneOffset();
  const sign = offset < 0 ? '-' : '+';
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0');
  const shifted = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 23);
  return `${shifted}${sign}${two(offset / 60)}:${two(offset % 60)}`;
}

/** Text as it can be stored and read by any tool: whole characters, no NUL. */
function cleanText(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\u0000', '');
  return Array.isArray(value) ? value.map(cleanText) : value;
}

const hasSameValue = (one: unknown, other: unknown) => one === other || canonical(one) === canonical(other);

/** Refuses the fields that somebody changed after the change the caller has seen, with both values. */
function refuseStale(db: Store, recordId: string, base: Record<string, string>, mine: Record<string, unknown>): void {
  const changes = changesOfRecord(db, recordId);
  for (const [field, seen] of Object.entries(base)) {
    if (!(field in mine)) continue;
    const seenClock = findChange(db, seen)?.clock;
    const last = changes.findLast((change) => field in change.fields);
    if (!last || seenClock === undefined || last.clock <= seenClock) continue;
    throw new AppError(
      'conflict',
      `${last.actor} changed this at ${last.at.slice(11, 16)}, after you opened it. Both versions are kept: choose one.`,
      {
        field,
        mine: mine[field],
        theirs: last.fields[field],
        change: last.id,
        by: last.actor,
        at: last.at,
      },
    );
  }
}

function checkFields(noun: Noun, fields: Record<string, unknown>): void {
  const shape = nouns[noun].shape as Record<string, z.ZodType>;
  for (const [name, value] of Object.entries(fields)) {
    const checked = shape[name]?.safeParse(value);
    if (checked?.success !== true) {
      const why = checked?.error.issues[0]?.message ?? 'there is no such field.';
      throw new AppError('invalid-input', `${name}: ${why}`, { noun, field: name });
    }
  }
}

/**
 * The one write path of a store. `onCommit` gets the changes of each step after they are durable. `guardStep` is called
 * once per step; what it answers sees every change of it first.
 */
export function createWriter(
  db: Store,
  who: Authorship,
  onCommit: (changes: Change[]) => void,
  guardStep: () => Guard = () => () => undefined,
): Writer {
  let clock = lastClock(db);

  return {
    write(auditId, stepId, build, undoes) {
      const changes: Change[] = [];
      const at = localTime(who.now());
      const stepOfAll = stepId ?? uuidv7();
      const clockBefore = clock;
      const guard = guardStep();

      const record = (
        target: string | null,
        noun: Noun,
        recordId: string,
        kind: Change['kind'],
        fields: Record<string, unknown>,
        base?: Record<string, string>,
      ): void => {
        clock = tickClock(clock, who.now().getTime(), who.device);
        const { scope } = nounTables[noun];
        const change: Change = {
          id: uuidv7(),
          step: stepOfAll,
          auditId: scope === 'workspace' ? null : scope === 'self' ? recordId : target,
          actor: who.actor(),
          device: who.device,
          clock,
          at,
          schema: changeSchema,
          noun,
          recordId,
          kind,
          fields,
        };
        guard(change);
        project(db, change);
        appendChange(db, { ...change, base: undoes === undefined ? base : { ...base, undoes } });
        changes.push(change);
      };

      const stepInto = (target: string | null): Step => ({
        id: stepOfAll,
        at,
        create(noun, fields, id = uuidv7()) {
          const named = Object.fromEntries(
            Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, cleanText(value)]])),
          );
          const checked = nouns[noun].safeParse(named);
          if (!checked.success) {
            throw new AppError(
              'invalid-input',
              checked.error.issues[0]?.message ?? 'Not understood.',
              checked.error.issues,
            );
          }
          record(target, noun, id, 'create', named);
          return { ...checked.data, id } as never;
        },
        set(noun, id, fields, base) {
          const before = readRecord(db, noun, id);
          if (!before)
            throw new AppError('not-found', 'This record is no longer there; it may have been removed or undone.', {
              noun,
              id,
            });
          const old = before as Record<string, unknown>;
          const changed: Record<string, unknown> = {};
          for (const [name, value] of Object.entries(fields)) {
            const clean = cleanText(value);
            if (clean !== undefined && !hasSameValue(clean, old[name])) changed[name] = clean;
          }
          checkFields(noun, changed);
          if (base) refuseStale(db, id, base, changed);
          if (Object.keys(changed).length > 0) record(target, noun, id, 'set', changed, base);
          return { ...before, ...changed };
        },
        remove(noun, id) {
          if (auditOfRecord(db, noun, id) === undefined)
            throw new AppError('not-found', 'This record is no longer there.', { noun, id });
          record(target, noun, id, 'remove', {});
        },
        into: stepInto,
      });

      try {
        const result = onStore(() => db.transaction(() => build(stepInto(auditId))).immediate());
        if (changes.length > 0) onCommit(changes);
        return result;
      } catch (error) {
        clock = clockBefore;
        throw error;
      }
    },
  };
}
