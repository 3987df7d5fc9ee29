import { z } from 'zod';
import { count, day, flag, line, reference, text } from './fields.ts';

/** The auditee's Statement of Applicability as a document: which version, of when, approved by whom. */
export const soaFields = z.strictObject({
  version: line(),
  date: day(),
  approver: line(),
  sourceEvidence: reference(),
  sourceSheet: line(),
});
export type SoaFields = z.output<typeof soaFields>;

/**
 * One control of the statement. `stated` is false until the client's statement, or an auditor, has said something
 * about the control; until then it counts as applicable. `additional` marks the auditee's own controls.
 */
export const soaEntryFields = z.strictObject({
  control: z.string().trim().min(1).max(200),
  title: line(),
  applicable: flag(true),
  stated: flag(false),
  justification: text(),
  implementation: text(),
  sourceRow: count(),
  additional: flag(false),
});
export type SoaEntryFields = z.output<typeof soaEntryFields>;
