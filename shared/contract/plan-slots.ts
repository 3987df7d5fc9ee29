import { z } from 'zod';
import { planSlotFields } from '../domain/plan-slots.ts';
import { method } from './method.ts';
import { auditKey, base, newId, patchOf, planSlotRecord, step } from './records.ts';

export const planSlotsContract = {
  'planSlots.create': method(
    'Adds a slot to the plan of the audit.',
    z.strictObject({ audit: auditKey, id: newId, fields: planSlotFields, step }),
    planSlotRecord,
  ),
  'planSlots.update': method(
    'Changes a slot of the plan.',
    z.strictObject({ audit: auditKey, planSlot: z.string(), fields: patchOf(planSlotFields), base, step }),
    planSlotRecord,
  ),
  'planSlots.remove': method(
    'Removes a slot from the plan.',
    z.strictObject({ audit: auditKey, planSlot: z.string(), step }),
    z.object({ id: z.string() }),
  ),
} as const;
