import { z } from 'zod';
import { catalogueSchema } from '../domain/catalogue.ts';
import { keptId, keptText } from '../domain/fields.ts';
import { guidelineSchema } from '../domain/guidelines.ts';
import { incomingFile } from './files.ts';
import { method } from './method.ts';
import { auditKey, step } from './records.ts';

/** A catalogue as lists show it. `isNewest` says that no later version of the same id is here. */
export const catalogueRow = z.object({
  hash: z.string(),
  id: z.string(),
  version: z.string(),
  title: z.string(),
  standard: z.string(),
  edition: z.string(),
  origin: z.enum(['shipped', 'own']),
  isRetired: z.boolean().describe('Put away: no longer offered for new audits.'),
  isNewest: z.boolean(),
  requirements: z.int(),
  questions: z.int(),
  templates: z.int(),
  audits: z.int().describe('How many audits of the workspace refer to it.'),
});
export type CatalogueRow = z.output<typeof catalogueRow>;

/** What is wrong with a catalogue from outside, and where. `row` counts from 1; null where it concerns the whole. */
export const catalogueProblem = z.object({
  sheet: z.string().describe('The sheet of the workbook, or the part of the JSON file.'),
  row: z.int().nullable(),
  column: z.string(),
  message: z.string(),
});
export type CatalogueProblem = z.output<typeof catalogueProblem>;

export const catalogueDifference = z.object({
  kind: z.enum(['requirement', 'question', 'guidance', 'template', 'crosswalk']),
  change: z.enum(['added', 'removed', 'changed']),
  id: z.string(),
  text: z.string(),
  fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
});

/** The name under which an imported catalogue is kept, where it shall differ from what the file says. */
const keepAs = z.strictObject({
  id: z.string().trim().pipe(keptId(80)).optional(),
  version: z.string().trim().pipe(keptId(40)).optional(),
  title: z.string().trim().pipe(keptText(300)).optional(),
});

const catalogueReading = z.object({
  name: z.string().describe('The name of the file.'),
  problems: z.array(catalogueProblem).describe('Where there is one, nothing of the file can be taken in.'),
  catalogue: catalogueRow.nullable().describe('The catalogue as it would be kept; null where the file is refused.'),
  isKnown: z.boolean().describe('This very content is here already.'),
  notices: z.array(z.string()),
  differences: z
    .array(catalogueDifference)
    .describe('Against the newest version of the same id, or against the catalogue it was made from.'),
});
export type CatalogueReading = z.output<typeof catalogueReading>;

const audit = z.object({ audit: auditKey });

export const cataloguesContract = {
  'catalogues.list': method(
    'The catalogues of the product and of this workspace, newest first.',
    z.strictObject({}),
    z.array(catalogueRow),
  ),
  'catalogues.read': method('A catalogue by its content hash.', z.strictObject({ hash: z.string() }), catalogueSchema),
  'catalogues.preview': method(
    'Reads a catalogue from a spreadsheet or a JSON file and shows what importing it would do; writes nothing.',
    z.strictObject({ file: incomingFile, as: keepAs.optional() }),
    catalogueReading,
  ),
  'catalogues.import': method(
    'Keeps a catalogue from a spreadsheet or a JSON file beside those of the product. Refused as a whole, by row.',
    z.strictObject({ file: incomingFile, as: keepAs.optional() }),
    catalogueRow,
  ),
  'catalogues.export': method(
    'Writes a catalogue as a spreadsheet or as JSON, reopens it and compares before the file gets its name.',
    z.strictObject({
      hash: z.string(),
      format: z.enum(['xlsx', 'json']),
      path: z.string().max(4_000).optional().describe('Where paths are allowed; else into the exports folder.'),
      job: z.string().max(100).optional(),
    }),
    z.object({ path: z.string(), name: z.string(), sha256: z.string(), size: z.int() }),
  ),
  'catalogues.schema': method(
    'The JSON Schema of a catalogue file.',
    z.strictObject({}),
    z.record(z.string(), z.unknown()),
  ),
  'catalogues.compare': method(
    'What differs between two catalogues.',
    z.strictObject({ from: z.string(), to: z.string() }),
    z.array(catalogueDifference),
  ),
  'catalogues.retire': method(
    'Puts an own catalogue away, or offers it again. Audits that use it keep it.',
    z.strictObject({ hash: z.string(), retired: z.boolean() }),
    catalogueRow,
  ),
  'audits.catalogueUpdate': method(
    'The newest version of the catalogue of an audit with what it changes; null where the audit has the newest.',
    z.strictObject({ audit: auditKey }),
    z.object({ catalogue: catalogueRow, differences: z.array(catalogueDifference) }).nullable(),
  ),
  'audits.takeCatalogue': method(
    'Takes another version of its catalogue into an audit, as one step. Answers are kept. Only a lead auditor may.',
    z.strictObject({ ...audit.shape, hash: z.string(), step }),
    z.object({
      added: z.int().describe('Questions that came in.'),
      removed: z.int().describe('Questions without an answer that went.'),
      kept: z.int().describe('Answered questions that the newer version no longer has, kept in their own words.'),
      reworded: z.int().describe('Answered questions whose wording changed, kept as they were asked.'),
    }),
  ),
  'guidelines.list': method(
    'The editions of the guidance on auditing that an audit may follow, current ones first.',
    z.strictObject({}),
    z.array(guidelineSchema),
  ),
} as const;
