import { z } from 'zod';
import { importChoices, importPlan, inventoryFields, readSystem } from '../domain/ai-system-import.ts';
import { aiSystemFields } from '../domain/ai-systems.ts';
import { incomingFile } from './files.ts';
import { method } from './method.ts';
import { aiSystemRecord, auditKey, base, newId, patchOf, step } from './records.ts';

export const inventoryIssueCodes = [
  'no-name',
  'name-too-long',
  'name-unreadable',
  'duplicate',
  'not-a-system',
  'unknown-value',
  'unreadable-value',
  'too-long',
] as const;

/** One thing of a spreadsheet that was not taken as it stands. `column` is its letter on the sheet. */
export const inventoryIssue = z.object({
  row: z.int(),
  column: z.string(),
  field: z.enum(inventoryFields),
  code: z.enum(inventoryIssueCodes),
  said: z.string(),
  message: z.string(),
});
export type InventoryIssue = z.output<typeof inventoryIssue>;

/** What a spreadsheet says about AI systems, before anything is written. */
export const inventoryReading = z.object({
  sheet: z.string(),
  headerRow: z.int(),
  otherSheets: z.array(z.object({ name: z.string(), systems: z.int() })),
  columns: z.array(z.object({ column: z.string(), heading: z.string(), field: z.enum(inventoryFields).nullable() })),
  systems: z.array(readSystem),
  issues: z.array(inventoryIssue),
});
export type InventoryReading = z.output<typeof inventoryReading>;

const sheet = z
  .string()
  .max(1_000)
  .optional()
  .describe('The sheet to read, where several list systems; the one that tells most by default.');

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
  'aiSystems.updateMany': method(
    'Changes the same fields of several AI systems, as one step.',
    z.strictObject({
      audit: auditKey,
      aiSystems: z.array(z.string()).min(1).max(5_000),
      fields: patchOf(aiSystemFields, ['name']),
      step,
    }),
    z.array(aiSystemRecord),
  ),
  'aiSystems.remove': method(
    'Removes an AI system from the audit, with its links to evidence. Refused while questions or findings are about it.',
    z.strictObject({ audit: auditKey, aiSystem: z.string(), step }),
    z.object({ id: z.string() }),
  ),
  'aiSystems.preview': method(
    'Reads a list of AI systems from a spreadsheet and shows what importing it would do; writes nothing.',
    z.strictObject({ audit: auditKey, file: incomingFile, sheet }),
    inventoryReading.extend({ plan: importPlan }),
  ),
  'aiSystems.import': method(
    'Reads a list of AI systems from a spreadsheet and adds or completes them, as one step; the file can become evidence.',
    z.strictObject({
      audit: auditKey,
      file: incomingFile,
      sheet,
      choices: importChoices.optional(),
      keepFile: z.boolean().default(true).describe('Whether the file is registered as evidence.'),
      step,
    }),
    z.object({
      sheet: z.string(),
      created: z.int(),
      updated: z.int(),
      skipped: z.int().describe('Rows that were left out, by the reader or by choice.'),
      evidence: z.string().nullable().describe('Number of the evidence that keeps the file.'),
    }),
  ),
} as const;
