import { z } from 'zod';
import { evidenceFields, evidenceFileFields } from '../domain/evidence.ts';
import { incomingFile } from './files.ts';
import { method } from './method.ts';
import { auditKey, base, evidenceRecord, newId, patchOf, step } from './records.ts';

export const evidenceContract = {
  'evidence.add': method(
    'Takes files into the vault and gives each a number, all or none. `items` are requirement ids or item ids.',
    z.strictObject({
      audit: auditKey,
      files: z.array(incomingFile).min(1).max(2_000),
      fields: patchOf(evidenceFields, evidenceFileFields).optional(),
      titles: z
        .array(evidenceFields.shape.title.unwrap())
        .optional()
        .describe('Titles in the order of the files; an empty one is made from the name of the file.'),
      items: z.array(z.string()).max(500).optional(),
      findings: z.array(z.string()).max(500).optional(),
      aiSystems: z.array(z.string()).max(500).optional(),
      notes: z.array(z.string()).max(500).optional(),
      ids: z.array(newId.unwrap()).optional().describe('Ids for the new records, in the order of the files.'),
      job: z.string().max(100).optional().describe('Names the work for progress and cancel.'),
      step,
    }),
    z.array(evidenceRecord.extend({ name: z.string(), duplicateOf: z.string().optional() })),
  ),
  'evidence.update': method(
    'Changes what is said about a piece of evidence; never which file it is.',
    z.strictObject({
      audit: auditKey,
      evidence: z.string(),
      fields: patchOf(evidenceFields, evidenceFileFields),
      base,
      step,
    }),
    evidenceRecord,
  ),
  'evidence.updateMany': method(
    'Says the same about several pieces of evidence, as one step.',
    z.strictObject({
      audit: auditKey,
      evidence: z.array(z.string()).min(1).max(5_000),
      fields: patchOf(evidenceFields, evidenceFileFields),
      step,
    }),
    z.array(evidenceRecord),
  ),
  'evidence.remove': method(
    'Takes evidence out of the register. The file stays in the vault, the number is not used again.',
    z.strictObject({ audit: auditKey, evidence: z.string(), step }),
    z.object({ id: z.string() }),
  ),
  'evidence.removeMany': method(
    'Takes several pieces of evidence out of the register, as one step. Files stay, numbers are not used again.',
    z.strictObject({ audit: auditKey, evidence: z.array(z.string()).min(1).max(5_000), step }),
    z.array(z.object({ id: z.string() })),
  ),
  'evidence.discard': method(
    'Lets go of uploads that no call is going to name, so that they do not fill the disk.',
    z.strictObject({ uploads: z.array(z.string().max(100)).max(2_000) }),
    z.object({ discarded: z.int() }),
  ),
} as const;
