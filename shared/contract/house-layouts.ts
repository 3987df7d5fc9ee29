import { z } from 'zod';
import { houseLayoutFields, houseSection } from '../domain/house-layouts.ts';
import { incomingFile } from './files.ts';
import { method } from './method.ts';
import { newId, patchOf, step } from './records.ts';

const sections = z.array(houseSection).max(houseLayoutFields.shape.sections.unwrap().element.options.length);

/** What is said about a layout. Logo and base come as files. */
export const houseLayoutInput = houseLayoutFields
  .omit({
    logo: true,
    logoType: true,
    logoPixelsWide: true,
    logoPixelsHigh: true,
    base: true,
    baseName: true,
    headings: true,
    introductions: true,
  })
  .extend({
    sections: sections.default([]).describe('In their order; none leaves the order of the audit type.'),
  });

/** A layout with what it is used by. `warnings` say what of it will not look as it was meant. */
export const houseLayoutRecord = houseLayoutFields.omit({ headings: true, introductions: true }).extend({
  id: z.string(),
  sections,
  audits: z.array(z.string()).describe('References of the audits that use it.'),
  warnings: z.array(z.string()),
});
export type HouseLayoutRecord = z.output<typeof houseLayoutRecord>;

/** One thing that is said about a base document: what was taken from it, or what could not be. */
export const baseRemark = z.object({
  kind: z.enum(['taken', 'left', 'wrong']).describe('taken: used; left: not used; wrong: used, but look at it.'),
  message: z.string(),
});
export type BaseRemark = z.output<typeof baseRemark>;

const layout = z.string().min(1).max(200).describe('The id of a layout.');
const withBase = z.object({ layout: houseLayoutRecord, remarks: z.array(baseRemark) });

export const houseLayoutsContract = {
  'houseLayouts.list': method(
    'The layouts of the house: logo, colours, fonts, cover, order of sections and own texts for reports.',
    z.strictObject({}),
    z.array(houseLayoutRecord),
  ),
  'houseLayouts.create': method(
    'Makes a layout. A colour that cannot be read on white is made darker.',
    z.strictObject({ id: newId, fields: houseLayoutInput, step }),
    houseLayoutRecord,
  ),
  'houseLayouts.update': method(
    'Changes a layout. Issued reports keep the one they were printed with.',
    z.strictObject({ layout, fields: patchOf(houseLayoutInput), step }),
    houseLayoutRecord,
  ),
  'houseLayouts.remove': method(
    'Removes a layout that no audit uses.',
    z.strictObject({ layout, step }),
    z.object({ id: z.string() }),
  ),
  'houseLayouts.setLogo': method(
    'Takes a PNG or JPEG picture in as the logo of a layout, or takes the logo away.',
    z.strictObject({ layout, file: incomingFile.nullable(), step }),
    houseLayoutRecord,
  ),
  'houseLayouts.setBase': method(
    'Takes a Word document (.docx) in as the base of a layout, for styles, header and footer, or takes the base away. Says what is taken from it and what is not.',
    z.strictObject({ layout, file: incomingFile.nullable(), step }),
    withBase,
  ),
  'houseLayouts.checkBase': method(
    'What is taken from the base document of a layout and what is not.',
    z.strictObject({ layout }),
    z.array(baseRemark),
  ),
  'houseLayouts.preview': method(
    'A small page in the look of a layout, for the screen: elements without script and style, and the styles beside them. A picture carries its hash as `data-content`.',
    z.strictObject({ layout }),
    z.object({ html: z.string(), styles: z.string() }),
  ),
  'houseLayouts.export': method(
    'Writes a layout as one file with its logo and its base document.',
    z.strictObject({
      layout,
      path: z.string().max(4_000).optional().describe('Where paths are allowed; else into the exports folder.'),
    }),
    z.object({ path: z.string(), name: z.string(), sha256: z.string(), size: z.int() }),
  ),
  'houseLayouts.import': method(
    'Takes a layout in from a file, as one step. Refused as a whole, with the field that is wrong.',
    z.strictObject({ file: incomingFile, id: newId, step }),
    withBase,
  ),
  'houseLayouts.undo': method(
    'Takes a step back that changed layouts and nothing else.',
    z.strictObject({ undone: z.string().max(200).describe('The step to take back.'), step }),
    z.array(houseLayoutRecord),
  ),
} as const;
