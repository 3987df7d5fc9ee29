import { z } from 'zod';
import { actionFields } from '../domain/actions.ts';
import { method } from './method.ts';
import { actionRecord, auditKey, base, newId, patchOf, step } from './records.ts';

export const actionsContract = {
  'actions.create': method(
    'Adds a correction or a corrective action to a finding. Without a due date it gets the one that the time limits of the workspace propose, with its basis.',
    z.strictObject({ audit: auditKey, id: newId, fields: actionFields, step }),
    actionRecord,
  ),
  'actions.update': method(
    'Changes an action. Accepting, verifying, closing and checking the effect keep who did it and when.',
    z.strictObject({ audit: auditKey, action: z.string(), fields: patchOf(actionFields, ['finding']), base, step }),
    actionRecord,
  ),
  'actions.remove': method(
    'Removes an action.',
    z.strictObject({ audit: auditKey, action: z.string(), step }),
    z.object({ id: z.string() }),
  ),
} as const;
