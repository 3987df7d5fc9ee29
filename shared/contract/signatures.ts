import { z } from 'zod';
import { signatureFields } from '../domain/signatures.ts';
import { method } from './method.ts';
import { auditKey, newId, signatureRecord, step } from './records.ts';

export const signaturesContract = {
  'signatures.create': method(
    'Signs the version of the report that is being made, drawn or by the typed name, with the moment.',
    z.strictObject({
      audit: auditKey,
      id: newId,
      fields: signatureFields.omit({ version: true, signedAt: true }),
      step,
    }),
    signatureRecord,
  ),
  'signatures.remove': method(
    'Takes a signature back, as long as the version it stands for is not issued.',
    z.strictObject({ audit: auditKey, signature: z.string(), step }),
    z.object({ id: z.string() }),
  ),
} as const;
