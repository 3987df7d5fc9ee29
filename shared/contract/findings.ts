import { z } from 'zod';
import { findingFields } from '../domain/findings.ts';
import { method } from './method.ts';
import { auditKey, base, findingRecord, newId, patchOf, step } from './records.ts';

export const findingsContract = {
  'findings.create': method(
    'Raises a finding and gives it a number. `evidenceIds` are linked to it in the same step; `notes` are the lines of the running notes it was made of, and the evidence made of them is linked, too.',
    z.strictObject({
      audit: auditKey,
      id: newId,
      fields: findingFields.omit({ number: true }),
      evidenceIds: z.array(z.string()).max(500).optional(),
      notes: z.array(z.string()).max(500).optional(),
      step,
    }),
    findingRecord,
  ),
  'findings.update': method(
    'Changes a finding.',
    z.strictObject({ audit: auditKey, finding: z.string(), fields: patchOf(findingFields, ['number']), base, step }),
    findingRecord,
  ),
  'findings.remove': method(
    'Withdraws a finding. Its number is not used again; history keeps it.',
    z.strictObject({ audit: auditKey, finding: z.string(), step }),
    z.object({ id: z.string() }),
  ),
} as const;
