import { z } from 'zod';
import { instant, line, text } from './fields.ts';

const hash = () => z.union([z.literal(''), z.string().regex(/^[0-9a-f]{64}$/)]).default('');

/**
 * One issue of the report: which version, when, by whom, and the SHA-256 of the files that left. `model` is the vault
 * file that keeps what was printed, so that a later version can list its differences; `head` is the newest change that
 * the report contains. `differences` is printed in the version it stands in.
 */
export const reportIssueFields = z.strictObject({
  version: z.int().min(1).max(999),
  issuedAt: instant(),
  issuedBy: line(),
  reason: text(),
  differences: text(),
  word: hash(),
  excel: hash(),
  pdf: hash(),
  model: hash(),
  head: line(),
});
export type ReportIssueFields = z.output<typeof reportIssueFields>;
