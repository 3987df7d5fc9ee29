import { z } from 'zod';
import { sampleFields } from '../domain/samples.ts';
import { method } from './method.ts';
import { auditKey, base, newId, patchOf, sampleRecord, step } from './records.ts';

export const samplesContract = {
  'samples.create': method(
    'Adds a sample to the answer of a question: population, size, how it was chosen, which items.',
    z.strictObject({ audit: auditKey, id: newId, fields: sampleFields, step }),
    sampleRecord,
  ),
  'samples.update': method(
    'Changes a sample.',
    z.strictObject({ audit: auditKey, sample: z.string(), fields: patchOf(sampleFields, ['item']), base, step }),
    sampleRecord,
  ),
  'samples.remove': method(
    'Removes a sample.',
    z.strictObject({ audit: auditKey, sample: z.string(), step }),
    z.object({ id: z.string() }),
  ),
} as const;
