// Writes assets/catalogues/catalogue.schema.json from the schema that catalogues are read with.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { catalogueFileSchema } from '../shared/contract/catalogue-file.ts';

const file = path.resolve(import.meta.dirname, '../assets/catalogues/catalogue.schema.json');
writeFileSync(file, `${JSON.stringify(catalogueFileSchema(), null, 2)}\n`);
