import { z } from 'zod';
import { aiSystemFields } from '../domain/ai-systems.ts';
import { method } from './method.ts';
import { aiSystemRecord, auditKey, base, newId, patchOf, step } from './records.ts';

export const aiSystemsContract = {
  'aiSystems.create': method(
    'Adds an AI system to the audit.',
    z.strictObject({ audit: auditKey, id: newId, fields: aiSystemFields, step }),
    aiSystemRecord,
  ),
  'aiSystems.update': method(
    'Changes an AI system.',
    z.strictObject({ audit: auditKey, aiSystem: z.string(), fields: patchOf(aiSystemFields), base, step }),
    aiSystemRecord,
  ),
  'aiSystems.remove': method(
    'Removes an AI system from the audit.',
    z.strictObject({ audit: auditKey, aiSystem: z.string(), step }),
    z.object({ id: z.string() }),
  ),
} as const;
