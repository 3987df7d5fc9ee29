import { z } from 'zod';
import { changeRecord } from '../domain/changes.ts';
import { nounNames } from '../domain/nouns.ts';
import { method } from './method.ts';
import { auditKey, step } from './records.ts';

const instant = z.iso.datetime({ offset: true });

/** Which changes of an audit are meant. All that is said must hold. */
const filter = {
  record: z.string().max(200).optional(),
  noun: z.enum(nounNames).optional(),
  actor: z.string().max(300).optional(),
  from: instant.optional().describe('Made at this instant or later.'),
  to: instant.optional().describe('Made before this instant.'),
};

const values = z.record(z.string(), z.unknown());

/** What a step did to one record: its fields before and after, whatever lay between. */
export const recordInStep = z.object({
  noun: z.enum(nounNames),
  recordId: z.string(),
  kind: z.enum(['create', 'set', 'remove']),
  from: values.describe('What the fields held before the step; all of them where the record was removed.'),
  fields: values.describe('What they held after it.'),
  about: values.describe('What the record is known by: number, title, requirement and the like.'),
});
export type RecordInStep = z.output<typeof recordInStep>;

export const stepOfHistory = z.object({
  step: z.string(),
  change: z.string().describe('The newest change of the step, by which it can be undone.'),
  clock: z.string(),
  at: z.string(),
  actor: z.string(),
  device: z.string(),
  deviceName: z.string(),
  undoes: z.string().nullable().describe('The step that this one took back.'),
  undoneBy: z.string().nullable().describe('The step that took this one back, if it still stands.'),
  recordCount: z.int(),
  records: z.array(recordInStep).describe('The first records of the step, in the order they were touched.'),
});
export type StepOfHistory = z.output<typeof stepOfHistory>;

export const changesContract = {
  'changes.list': method(
    'The history of an audit or of one record, newest first.',
    z.strictObject({
      audit: auditKey,
      ...filter,
      before: z.string().max(200).optional().describe('Only changes older than this one.'),
      limit: z.int().min(1).max(10_000).optional(),
    }),
    z.array(changeRecord),
  ),
  'changes.steps': method(
    'The history of an audit step by step, newest first, with what every field held before.',
    z.strictObject({
      audit: auditKey,
      ...filter,
      text: z
        .string()
        .max(200)
        .optional()
        .describe('Only steps with these words in a value, or about one of `records`.'),
      records: z.array(z.string().max(200)).max(500).optional(),
      before: z.string().max(200).optional().describe('The clock of the last step that was answered.'),
      limit: z.int().min(1).max(200).optional(),
    }),
    z.object({ steps: z.array(stepOfHistory), hasMore: z.boolean() }),
  ),
  'changes.people': method(
    'Everybody who has changed something in an audit.',
    z.strictObject({ audit: auditKey }),
    z.array(z.string()),
  ),
  'changes.undo': method(
    'Undoes the whole step of a change by the inverse changes, as a step of its own; undoing that one is redo. With `fields`, only what the step did to these fields of the record.',
    z.strictObject({
      audit: auditKey,
      change: z.string(),
      fields: z.array(z.string().min(1).max(100)).min(1).max(100).optional(),
      step: step.describe('The id of the step that undoes. Sent again with the same id, the call answers as it did.'),
    }),
    z.object({ step: z.string(), changes: z.array(changeRecord) }),
  ),
} as const;
