import { z } from 'zod';
import { soaEntryFields, soaFields } from '../domain/soa.ts';
import { incomingFile } from './files.ts';
import { method } from './method.ts';
import { auditKey, base, patchOf, soaEntryRecord, soaRecord, step } from './records.ts';

export const soaIssueCodes = [
  'missing-control',
  'unknown-control',
  'duplicate',
  'contradicting-duplicate',
  'exclusion-without-justification',
  'inclusion-without-justification',
  'unreadable-applicability',
  'additional-control',
  'group-row-with-answer',
] as const;

/** One thing that looks wrong in a statement. `row` is the row of the sheet, counted from 1; null for the whole. */
export const soaIssue = z.object({
  row: z.int().nullable(),
  code: z.enum(soaIssueCodes),
  control: z.string(),
  message: z.string(),
});
export type SoaIssue = z.output<typeof soaIssue>;

/** One control as the statement has it. `applicable` is null where the statement cannot be read or contradicts itself. */
export const soaReadEntry = z.object({
  control: z.string(),
  title: z.string(),
  applicable: z.boolean().nullable(),
  justification: z.string(),
  implementation: z.string(),
  row: z.int(),
  additional: z.boolean(),
});
export type SoaReadEntry = z.output<typeof soaReadEntry>;

/** What a statement says, before anything is written. */
export const soaReading = z.object({
  sheet: z.string(),
  headerRow: z.int(),
  version: z.string(),
  date: z.iso.date().nullable(),
  approver: z.string(),
  read: z.int().describe('Rows that name a control; group headings are not counted.'),
  matched: z.int().describe('Distinct controls of the catalogue.'),
  applicable: z.int(),
  excluded: z.int(),
  entries: z.array(soaReadEntry),
  issues: z.array(soaIssue),
});
export type SoaReading = z.output<typeof soaReading>;

/** How a control would change by the import. */
export const soaDifference = z.object({
  control: z.string(),
  title: z.string(),
  before: z.object({
    applicable: z.boolean(),
    stated: z.boolean(),
    justification: z.string(),
    implementation: z.string(),
  }),
  after: z.object({
    applicable: z.boolean(),
    stated: z.boolean(),
    justification: z.string(),
    implementation: z.string(),
  }),
});

export const soaContract = {
  'soa.preview': method(
    'Reads a Statement of Applicability and shows what importing it would do; writes nothing.',
    z.strictObject({ audit: auditKey, file: incomingFile }),
    soaReading.extend({ differences: z.array(soaDifference) }),
  ),
  'soa.import': method(
    'Reads a Statement of Applicability and updates the audit, as one step; the workbook becomes evidence.',
    z.strictObject({ audit: auditKey, file: incomingFile, step }),
    soaReading.extend({ evidence: z.string().describe('Number of the evidence that keeps the workbook.') }),
  ),
  'soa.update': method(
    'Changes the version, date or approver of the statement.',
    z.strictObject({ audit: auditKey, fields: patchOf(soaFields), base, step }),
    soaRecord,
  ),
  'soa.updateEntry': method(
    'Changes what the statement says about one control, by its id (`A.6.2.4`).',
    z.strictObject({
      audit: auditKey,
      control: z.string().min(1).max(200),
      fields: patchOf(soaEntryFields, ['control', 'additional', 'sourceRow', 'stated']),
      base,
      step,
    }),
    soaEntryRecord,
  ),
} as const;
