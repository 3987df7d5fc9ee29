import { z } from 'zod';
import { checklistItemFields } from '../domain/checklist.ts';
import { method } from './method.ts';
import { auditKey, base, checklistItemRecord, newId, patchOf, step } from './records.ts';

const fields = patchOf(checklistItemFields, ['requirement', 'questionId', 'asked', 'control', 'position']);

export const checklistContract = {
  'checklist.update': method(
    'Changes the answer to one question. Only a control that the statement excludes can be not applicable.',
    z.strictObject({ audit: auditKey, item: z.string(), fields, base, step }),
    checklistItemRecord,
  ),
  'checklist.updateMany': method(
    'Gives several questions the same answer, or parks them, as one step.',
    z.strictObject({ audit: auditKey, items: z.array(z.string()).min(1).max(5_000), fields, step }),
    z.array(checklistItemRecord),
  ),
  'checklist.addQuestion': method(
    'Adds a question of one’s own to a requirement of the audit, behind its other questions.',
    z.strictObject({
      audit: auditKey,
      id: newId,
      requirement: z.string().min(1).max(40),
      question: z.string().trim().min(1, 'The question has no words.').max(4_000),
      aiSystem: z.string().min(1).max(200).nullable().optional(),
      step,
    }),
    checklistItemRecord,
  ),
  'checklist.reword': method(
    'Changes the wording of a question of one’s own.',
    z.strictObject({
      audit: auditKey,
      item: z.string(),
      question: z.string().trim().min(1, 'The question has no words.').max(4_000),
      step,
    }),
    checklistItemRecord,
  ),
  'checklist.move': method(
    'Puts a question before another one of the same requirement, or at its end.',
    z.strictObject({ audit: auditKey, item: z.string(), before: z.string().nullable(), step }),
    z.array(checklistItemRecord).describe('The questions of the requirement in their new order.'),
  ),
  'checklist.repeat': method(
    'Puts questions once for each of these AI systems. A question that is put for a system already is left as it is; one without answer and system becomes the first system’s.',
    z.strictObject({
      audit: auditKey,
      items: z.array(z.string()).min(1).max(5_000),
      aiSystems: z.array(z.string()).min(1).max(500),
      step,
    }),
    z.array(checklistItemRecord).describe('The questions that were made or given to a system.'),
  ),
  'checklist.takeIn': method(
    'Takes a requirement that the audit leaves out into its scope, with the questions that its template asks.',
    z.strictObject({ audit: auditKey, requirement: z.string().min(1).max(40), step }),
    z.array(checklistItemRecord),
  ),
  'checklist.remove': method(
    'Takes a question of one’s own, or one that is repeated for an AI system, out of the audit.',
    z.strictObject({ audit: auditKey, item: z.string(), step }),
    z.object({ id: z.string() }),
  ),
} as const;
