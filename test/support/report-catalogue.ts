// The catalogue of the product as the models of reports use it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { catalogueFrameSchema, crosswalkSchema, questionSchema } from '../../shared/domain/catalogue.ts';
import { type Template, templateSchema } from '../../shared/domain/templates.ts';

const catalogueFolder = fileURLToPath(new URL('../../assets/catalogues/iso-42001-2023/', import.meta.url));
const readJson = (file: string): unknown => JSON.parse(readFileSync(path.join(catalogueFolder, file), 'utf8'));
const crosswalkFile = z.object({ sources: z.record(z.string(), z.string()), items: z.array(crosswalkSchema) });
let known:
  | {
      frame: z.output<typeof catalogueFrameSchema>;
      bank: z.output<typeof questionSchema>[];
      sources: Record<string, string>;
      crosswalks: Map<string, z.output<typeof crosswalkSchema>>;
    }
  | undefined;

/** The frame, the questions and the crosswalks; read once. */
export function readCatalogue() {
  if (known) return known;
  const { sources, items } = crosswalkFile.parse(readJson('crosswalks.json'));
  known = {
    sources,
    crosswalks: new Map(items.map((item) => [item.id, item])),
    frame: catalogueFrameSchema.parse(readJson('catalogue.json')),
    bank: readdirSync(path.join(catalogueFolder, 'questions')).flatMap((file) =>
      z.array(questionSchema).parse(readJson(`questions/${file}`)),
    ),
  };
  return known;
}

/** A template of the catalogue. */
export function readTemplate(id: string): Template {
  return templateSchema.parse(readJson(`templates/${id}.json`));
}
