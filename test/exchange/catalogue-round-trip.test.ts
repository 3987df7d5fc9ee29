import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCatalogueFile } from '../../electron/exchange/catalogue/read-catalogue.ts';
import { type CatalogueFormat, writeCatalogue } from '../../electron/exchange/catalogue/write-catalogue.ts';
import { disk } from '../../electron/files.ts';
import { hashCatalogue } from '../../electron/store/catalogues.ts';
import { catalogueFileSchema } from '../../shared/contract/catalogue-file.ts';
import { findInconsistencies } from '../../shared/domain/catalogue-consistency.ts';
import { type Catalogue, catalogueSchema } from '../../shared/domain/catalogue.ts';
import { aFolder } from '../support/workspace.ts';
import { anyCatalogue, shipped } from './catalogue-files.ts';

const formats: CatalogueFormat[] = ['xlsx', 'json'];

async function roundTrip(catalogue: Catalogue, format: CatalogueFormat, folder = aFolder()) {
  const file = path.join(folder, `catalogue.${format}`);
  await writeCatalogue(catalogue, format, file);
  return readCatalogueFile({ bytes: readFileSync(file), name: path.basename(file) }, [], { id: '', version: '' });
}

describe('a catalogue comes back as it was written', () => {
  test.each(formats)('the one that is shipped, as %s', async (format) => {
    const { catalogue, problems } = await roundTrip(shipped, format);
    expect(problems).toEqual([]);
    expect(catalogue).toEqual(shipped);
    expect(hashCatalogue(catalogue!)).toBe(hashCatalogue(shipped));
  });

  test.each(formats)('any one, as %s', { timeout: 120_000 }, async (format) => {
    const folder = aFolder();
    await fc.assert(
      fc.asyncProperty(anyCatalogue, async (given) => {
        expect(findInconsistencies(given)).toEqual([]);
        const { catalogue, problems } = await roundTrip(given, format, folder);
        expect(problems).toEqual([]);
        expect(catalogue).toEqual(given);
        expect(hashCatalogue(catalogue!)).toBe(hashCatalogue(given));
      }),
      { numRuns: 150 },
    );
  });

  test.each(formats)('the longest texts and lists, as %s', async (format) => {
    const [first, ...rest] = shipped.questions;
    const long = catalogueSchema.parse({
      ...shipped,
      questions: [
        {
          ...first!,
          question: 'ä'.repeat(4_000),
          intent: '\n'.repeat(4_000),
          redFlags: Array.from({ length: 30 }, () => '&'.repeat(990)),
          interviewees: Array.from({ length: 60 }, (_, at) => `Person ${at}`),
        },
        ...rest,
      ],
      interviewees: Array.from({ length: 500 }, (_, at) => `Person ${at}`),
      otherStandards: [{ name: 'Other', controls: Array.from({ length: 2_000 }, (_, at) => `C.${at}`) }],
    });
    const { catalogue, problems } = await roundTrip(long, format);
    expect(problems).toEqual([]);
    expect(catalogue).toEqual(long);
  });
});

test('a spreadsheet that another program opened and saved says the same', async () => {
  const file = path.join(aFolder(), 'catalogue.xlsx');
  await writeCatalogue(shipped, 'xlsx', file);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  expect(workbook.worksheets.slice(0, 3).map(({ name }) => name)).toEqual(['Read me', 'Questions', 'Catalogue']);
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  const { catalogue, problems } = readCatalogueFile({ bytes, name: 'saved.xlsx' }, [], { id: '', version: '' });
  expect(problems).toEqual([]);
  expect(hashCatalogue(catalogue!)).toBe(hashCatalogue(shipped));
});

describe('writing', () => {
  test.each(formats)('leaves no file when it is cancelled, as %s', async (format) => {
    const folder = aFolder();
    const controller = new AbortController();
    const work = writeCatalogue(shipped, format, path.join(folder, 'a'), controller.signal, () => controller.abort());
    await expect(work).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each(formats)('throws away a file that says something else, as %s', async (format) => {
    const folder = aFolder();
    const other = path.join(aFolder(), `other.${format}`);
    await writeCatalogue({ ...shipped, title: 'Other' }, format, other);
    const { readFile } = disk;
    disk.readFile = (() => readFile(other)) as unknown as typeof readFile;
    try {
      await expect(writeCatalogue(shipped, format, path.join(folder, 'a'))).rejects.toMatchObject({ code: 'damaged' });
    } finally {
      disk.readFile = readFile;
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  test('refuses more rows than a spreadsheet holds, and names the other form', async () => {
    const links = Array.from({ length: 200 }, (_, at) => ({ id: `L ${at}`, basis: 'judgement' as const }));
    const requirements = Array.from({ length: 1_000 }, (_, at) => ({ ...shipped.requirements[0]!, id: `R.${at}` }));
    const vast = {
      ...shipped,
      requirements,
      crosswalks: requirements.map(({ id }) => ({ id, nistAiRmf: links, euAiAct: [], iso27001: [] })),
    };
    await expect(writeCatalogue(vast, 'xlsx', path.join(aFolder(), 'a.xlsx'))).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('JSON'),
    });
  });
});

test('the JSON Schema in the assets is the one of the code', () => {
  const file = path.resolve(import.meta.dirname, '../../assets/catalogues/catalogue.schema.json');
  expect(readFileSync(file, 'utf8'), 'run node build/write-schema.ts').toBe(
    `${JSON.stringify(catalogueFileSchema(), null, 2)}\n`,
  );
});

test('what is shipped holds together', () => {
  expect(findInconsistencies(shipped)).toEqual([]);
});
