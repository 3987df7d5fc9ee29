import { z } from 'zod';
import { nounNames } from './nouns.ts';

/** The version of the fields that changes are written under. Older ones go through an upcaster. */
export const changeSchema = 1;

/** One change as pages and scripts see it. `clock` orders, `at` is shown. */
export const changeRecord = z.object({
  id: z.string(),
  step: z.string(),
  auditId: z.string().nullable(),
  actor: z.string(),
  device: z.string(),
  clock: z.string(),
  at: z.string(),
  schema: z.int(),
  noun: z.enum(nounNames),
  recordId: z.string(),
  kind: z.enum(['create', 'set', 'remove']),
  fields: z.record(z.string(), z.unknown()),
});
export type Change = z.output<typeof changeRecord>;

/** A change of an older schema in today's words. One entry per version that changed something. */
const upcasters: Record<number, (change: Change) => Change> = {};

/** Translates a change written under an older schema; today's pass unchanged. */
export function upcast(change: Change): Change {
  let current = change;
  for (let version = change.schema; version < changeSchema; version += 1) {
    current = upcasters[version]?.(current) ?? current;
  }
  return current;
}
