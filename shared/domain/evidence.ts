import { z } from 'zod';
import { count, instant, line, text } from './fields.ts';
import { confidentialityLevels, evidenceKinds, evidenceMethods, keysOf } from './vocabulary.ts';

/** One piece of evidence. The file is named by its SHA-256 in the vault; `originalName` is data, never a path. */
export const evidenceFields = z.strictObject({
  number: z.string().max(20).default(''),
  title: line(),
  kind: z.enum(keysOf(evidenceKinds)).default('document'),
  method: z.enum(keysOf(evidenceMethods)).default('examine'),
  source: line(),
  place: line(),
  collectedAt: instant(),
  collectedBy: line(),
  permittedBy: line(),
  confidentiality: z.enum(keysOf(confidentialityLevels)).default('confidential'),
  caption: text(),
  sha256: z.string().max(64).default(''),
  size: count(),
  originalName: line(),
  mediaType: line(),
});
export type EvidenceFields = z.output<typeof evidenceFields>;

/** The fields of evidence that say which file it is; set once, by the intake. */
export const evidenceFileFields = ['number', 'sha256', 'size', 'originalName', 'mediaType'] as const;
