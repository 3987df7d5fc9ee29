import { z } from 'zod';
import { count, day, line, text } from './fields.ts';
import { auditStages, auditTypes, confidentialityLevels, keysOf } from './vocabulary.ts';

/** One audit. `catalogue` is the content hash of the catalogue it was made with; `ref` is given by the engine. */
export const auditFields = z.strictObject({
  ref: z.string().max(40).default(''),
  title: z.string().trim().min(1, 'The audit needs a title.').max(300),
  type: z.enum(keysOf(auditTypes)),
  status: z.enum(keysOf(auditStages)).default('planning'),
  organization: z.string().max(200).default(''),
  standard: line(),
  edition: line(),
  catalogue: z.string().max(64).default(''),
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
  retainUntil: day(),
  peopleInScope: count(),
});
export type AuditFields = z.output<typeof auditFields>;
