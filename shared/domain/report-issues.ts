import { z } from 'zod';
import { instant, line, text } from './fields.ts';

const hash = () => z.union([z.literal(''), z.string().regex(/^[0-9a-f]{64}$/)]).default('');

/**
 * One issued version of the report, never changed afterwards. `word`, `excel`, `pdf` and `model` are SHA-256 of files in
 * the vault: the documents, and what they were printed from as canonical JSON. `head` is the hash of the newest change
 * that they contain. `differences` are those from the version before, one per line, and `reason` says why there are any.
 */
export const reportIssueFields = z.strictObject({
  version: z.int().min(1),
  issuedAt: instant(),
  issuedBy: line(),
  releasedBy: line(),
  reason: text(),
  differences: text(),
  fileName: line(),
  word: hash(),
  excel: hash(),
  pdf: hash(),
  model: hash(),
  head: hash(),
});
export type ReportIssueFields = z.output<typeof reportIssueFields>;

/** The version that the next issue of a report gets. */
export function nextVersion(issues: readonly Pick<ReportIssueFields, 'version'>[]): number {
  return Math.max(0, ...issues.map(({ version }) => version)) + 1;
}

/** The newest issued version, or undefined as long as none was issued. */
export function newestIssue<T extends Pick<ReportIssueFields, 'version'>>(issues: readonly T[]): T | undefined {
  return issues.toSorted((one, other) => one.version - other.version).at(-1);
}
