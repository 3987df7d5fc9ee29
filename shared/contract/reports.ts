import { z } from 'zod';
import { method } from './method.ts';
import { auditKey } from './records.ts';

export const reportFile = z.object({
  path: z.string(),
  name: z.string(),
  kind: z.enum(['word', 'excel']),
  sha256: z.string(),
  size: z.int(),
});
export type ReportFile = z.output<typeof reportFile>;

export const reportWarning = z.object({ record: z.string(), message: z.string() });
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
  'jobs.cancel': method(
    'Asks long work to stop; it leaves nothing half-done.',
    z.strictObject({ job: z.string() }),
    z.object({ cancelled: z.boolean() }),
  ),
} as const;
