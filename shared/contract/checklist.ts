import { z } from 'zod';
import { checklistItemFields } from '../domain/checklist.ts';
import { method } from './method.ts';
import { auditKey, base, checklistItemRecord, patchOf, step } from './records.ts';

const fields = patchOf(checklistItemFields, ['requirement', 'questionId']);

export const checklistContract = {
  'checklist.update': method(
    'Changes the answer to one question. Only a control that the statement excludes can be not applicable.',
    z.strictObject({ audit: auditKey, item: z.string(), fields, base, step }),
    checklistItemRecord,
  ),
  'checklist.updateMany': method(
    'Gives several questions the same answer, as one step.',
    z.strictObject({ audit: auditKey, items: z.array(z.string()).min(1).max(5_000), fields, step }),
    z.array(checklistItemRecord),
  ),
} as const;
