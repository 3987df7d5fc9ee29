import { z } from 'zod';
import { actionFields } from '../domain/actions.ts';
import { answerFields } from '../domain/response-rows.ts';
import { incomingFile } from './files.ts';
import { method } from './method.ts';
import { actionRecord, auditKey, base, newId, patchOf, step } from './records.ts';

/** One answer of a response that differs from what the audit has. Days are ISO dates, other choices their keys. */
export const responseDifference = z.object({
  row: z.int(),
  name: z.string(),
  finding: z.string(),
  title: z.string(),
  field: z.enum(answerFields),
  before: z.string(),
  after: z.string(),
  isChangedHere: z.boolean().describe('Whether it was changed in the audit as well since the workbook was made.'),
});
export type ResponseDifference = z.output<typeof responseDifference>;

/** What the auditor should know about a response; `row` is null for the whole workbook. */
export const responseNotice = z.object({ row: z.int().nullable(), name: z.string(), message: z.string() });

/** What a response says, before anything is written. */
export const responseReading = z.object({
  sheet: z.string(),
  madeAt: z.string().describe('When the workbook was made.'),
  rows: z.int(),
  answered: z.int().describe('Findings with an answer.'),
  takenInAs: z.string().nullable().describe('Number of the evidence that is this very file already.'),
  differences: z.array(responseDifference),
  notices: z.array(responseNotice),
});
export type ResponseReading = z.output<typeof responseReading>;

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
  'actions.exportWorkbook': method(
    'Writes the corrective-action workbook for the auditee: one row for each finding that asks for a response. The file is reopened and read back before it gets its name.',
    z.strictObject({
      audit: auditKey,
      path: z.string().max(4_000).optional().describe('Where paths are allowed; else into the exports folder.'),
      job: z.string().max(100).optional(),
    }),
    z.object({ path: z.string(), name: z.string(), sha256: z.string(), size: z.int(), rows: z.int() }),
  ),
  'actions.previewResponse': method(
    'Reads a corrective-action workbook that came back and shows what taking it in would change; writes nothing.',
    z.strictObject({ audit: auditKey, file: incomingFile }),
    responseReading,
  ),
  'actions.importResponse': method(
    'Takes a corrective-action workbook in as one step: the answers, and the file itself as evidence of the findings it answers.',
    z.strictObject({ audit: auditKey, file: incomingFile, step }),
    z.object({
      findings: z.int().describe('Findings that were changed.'),
      fields: z.int().describe('Answers that were changed.'),
      evidence: z.string().describe('Number of the evidence that keeps the workbook.'),
    }),
  ),
} as const;
