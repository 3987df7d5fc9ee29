import { z } from 'zod';
import { catalogueSchema } from '../domain/catalogue.ts';

/** The JSON Schema (2020-12) of a catalogue as a JSON file. What refers to what is not in it; reading checks that. */
export function catalogueFileSchema(): Record<string, unknown> {
  const { $schema, properties, ...rest } = z.toJSONSchema(catalogueSchema, { io: 'input' });
  return {
    $schema,
    title: 'A catalogue of Plumbline',
    ...rest,
    properties: { $schema: { type: 'string', description: 'Names this schema; it is not read.' }, ...properties },
  };
}
