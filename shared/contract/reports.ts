import { z } from 'zod';
import { method } from './method.ts';
import { auditKey, auditRecord, newId, reportIssueRecord, step } from './records.ts';

export const reportFile = z.object({
  path: z.string(),
  name: z.string(),
  kind: z.enum(['word', 'excel', 'pdf']),
  sha256: z.string(),
  size: z.int(),
});
export type ReportFile = z.output<typeof reportFile>;

export const reportWarning = z.object({
  record: z.string(),
  message: z.string(),
  blocks: z.boolean().optional().describe('Whether the report cannot be issued with it.'),
});
export type ReportWarning = z.output<typeof reportWarning>;

const counts = z.record(z.string(), z.unknown());

export const reportsContract = {
  'reports.export': method(
    'Exports the report, reopens every file and checks it against the audit before it gets its name.',
    z.strictObject({
      audit: auditKey,
      word: z
        .union([z.boolean(), z.string().max(4_000)])
        .optional()
        .describe('true, or a path where paths are allowed.'),
      excel: z.union([z.boolean(), z.string().max(4_000)]).optional(),
      pdf: z.union([z.boolean(), z.string().max(4_000)]).optional(),
      licensedTexts: z
        .boolean()
        .optional()
        .describe('Prints the licensed texts of this machine beside the requirements. Off unless said.'),
      job: z.string().max(100).optional(),
    }),
    z.object({ files: z.array(reportFile), warnings: z.array(reportWarning), counts }),
  ),
  'reports.closingSheets': method(
    'Exports the sheets of the closing meeting as a Word document: one page per finding, with a line to acknowledge it. Without `findings` those that need follow-up.',
    z.strictObject({
      audit: auditKey,
      findings: z.array(z.string().max(200)).min(1).max(2_000).optional().describe('Ids or numbers.'),
      path: z.string().max(4_000).optional().describe('Where paths are allowed; else into the exports folder.'),
      job: z.string().max(100).optional(),
    }),
    z.object({ path: z.string(), name: z.string(), sha256: z.string(), size: z.int(), sheets: z.int() }),
  ),
  'reports.check': method(
    'What the report would warn of and what it counts, without making a file.',
    z.strictObject({ audit: auditKey }),
    z.object({ warnings: z.array(reportWarning), counts }),
  ),
  'reports.preview': method(
    'The report as it would be printed now, for the screen: elements without script and style, and the styles beside them. A picture carries the number of its evidence as `data-evidence`, the logo its hash as `data-content`.',
    z.strictObject({ audit: auditKey, job: z.string().max(100).optional() }),
    z.object({ title: z.string(), language: z.string(), html: z.string(), styles: z.string() }),
  ),
  'reports.release': method(
    'The reviewer lets the report go, or takes that back. Only the named reviewer can, in review, with every comment answered.',
    z.strictObject({ audit: auditKey, released: z.boolean().default(true), step }),
    auditRecord,
  ),
  'reports.issue': method(
    'Issues a version of the report: the gate has to pass, the documents are made (a PDF where something can print one), checked and kept in the vault with what they were printed from, and the audit is locked. Copies lie in the exports folder.',
    z.strictObject({ audit: auditKey, id: newId, job: z.string().max(100).optional(), step }),
    z.object({ issue: reportIssueRecord, files: z.array(reportFile), warnings: z.array(reportWarning), counts }),
  ),
  'reports.correct': method(
    'Opens an issued report again, with the reason. What is issued next is the next version, with the differences.',
    z.strictObject({
      audit: auditKey,
      reason: z.string().trim().min(1, 'A correction needs its reason.').max(10_000),
      step,
    }),
    auditRecord,
  ),
  'jobs.cancel': method(
    'Asks long work to stop; it leaves nothing half-done.',
    z.strictObject({ job: z.string() }),
    z.object({ cancelled: z.boolean() }),
  ),
} as const;
