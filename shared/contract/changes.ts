import { z } from 'zod';
import { changeRecord } from '../domain/changes.ts';
import { method } from './method.ts';
import { auditKey } from './records.ts';

export const changesContract = {
  'changes.list': method(
    'The history of an audit or of one record, newest first.',
    z.strictObject({ audit: auditKey, record: z.string().optional(), limit: z.int().min(1).max(10_000).optional() }),
    z.array(changeRecord),
  ),
  'changes.undo': method(
    'Undoes the whole step of a change by the inverse changes, as a step of its own; undoing that one is redo. With `fields`, only what the step did to these fields of the record.',
    z.strictObject({
      audit: auditKey,
      change: z.string(),
      fields: z.array(z.string().min(1).max(100)).min(1).max(100).optional(),
    }),
    z.object({ step: z.string(), changes: z.array(changeRecord) }),
  ),
} as const;
