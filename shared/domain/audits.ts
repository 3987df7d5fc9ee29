import { z } from 'zod';
import { count, day, flag, instant, line, list, reference, text } from './fields.ts';
import { auditStages, auditTypes, confidentialityLevels, keysOf, systemRoles } from './vocabulary.ts';

/**
 * One audit. `template` names the one of its catalogue that it was made with, `aiRoles` the auditee's roles in scope,
 * `leftOut` the requirements outside its scope; `guideline` is the edition of the auditing guidance it follows.
 * `previousAudit` is the audit of the same organisation whose findings were carried over.
 * `reviewer` is who looks at the report before it is issued; only internal audits can go without (`reviewStep`), and
 * `released…` says who let it go. `correctionReason` stands while an issued report is being corrected.
 * `fileNamePattern` names the issued files; empty means the usual one.
 * `representative` speaks for the client; `combined` says with which other audits this one is combined, joint or
 * integrated; `withheld` what evidence was not shown, why, and what that does to the conclusions; `deviations` where the
 * audit left its plan, and why.
 * `houseLayout` is the layout of the house that its reports are made with; nothing leaves the usual look.
 * `catalogue` is the content hash of the catalogue it refers to; `ref` is given by the engine.
 */
export const auditFields = z.strictObject({
  ref: z.string().max(40).default(''),
  title: z.string().trim().min(1, 'The audit needs a title.').max(300),
  type: z.enum(keysOf(auditTypes)),
  status: z.enum(keysOf(auditStages)).default('planning'),
  organization: z.string().max(200).default(''),
  standard: line(),
  edition: line(),
  catalogue: z.string().max(64).default(''),
  template: line(),
  guideline: line(),
  aiRoles: z
    .array(z.enum(keysOf(systemRoles)))
    .max(10)
    .default([]),
  leftOut: list(),
  leftOutReason: text(),
  objectives: text(),
  scope: text(),
  criteria: text(),
  startsOn: day(),
  endsOn: day(),
  sites: text(),
  remoteShare: z.int().min(0).max(100).nullable().default(null),
  language: line(),
  confidentiality: z.enum(keysOf(confidentialityLevels)).default('confidential'),
  distribution: text(),
  limits: text(),
  changesSinceLast: text(),
  representative: line(),
  combined: text(),
  legalContext: text(),
  withheld: text(),
  deviations: text(),
  retainUntil: day(),
  peopleInScope: count(),
  previousAudit: reference(),
  reviewer: line(),
  reviewStep: flag(true),
  releasedAt: instant(),
  releasedBy: line(),
  correctionReason: text(),
  fileNamePattern: line(),
  houseLayout: reference(),
});
export type AuditFields = z.output<typeof auditFields>;
