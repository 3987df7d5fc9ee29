import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCatalogueFile } from '../../electron/exchange/catalogue/read-catalogue.ts';
import type { CatalogueProblem } from '../../shared/contract/catalogues.ts';
import { catalogueSchema } from '../../shared/domain/catalogue.ts';
import { isAppError } from '../../shared/errors.ts';
import type { Expected, Problem } from '../fixtures/catalogue-files/make/fixture.ts';
import { hugeCases } from '../fixtures/catalogue-files/make/huge.ts';
import { bases, shipped } from './catalogue-files.ts';

const folder = path.resolve(import.meta.dirname, '../fixtures/catalogue-files');
const suffix = '.expected.json';
const names = new Set(readdirSync(folder));

/** The code of the error for a file that cannot be read at all. */
const codes: Record<string, string[]> = {
  'not a workbook': ['unsupported-file'],
  encrypted: ['unsupported-file'],
  damaged: ['damaged'],
  'not JSON': ['damaged'],
  'not UTF-8': ['damaged'],
  empty: ['refused'],
  // One whose sizes lie is stopped where it lies.
  'too large': ['too-large', 'damaged'],
};

type Place = [sheet: string | null, row: number | null, column: string | null];
const lists = Object.keys(catalogueSchema.shape).filter((key) => !['id', 'version', 'title', 'standard'].includes(key));

/** A path in JSON as a problem names it: the part, the entry from 1, and the rest in words. */
function placeOf({ sheet = null, row = null, column = null, path: keys }: Problem): Place {
  if (keys === undefined) return [sheet, row, column];
  const [part = '', entry = '', ...rest] = keys.split('.');
  const words = (all: string[]) =>
    all
      .filter((key) => key !== '')
      .map((key) => (/^\d+$/.test(key) ? `entry ${Number(key) + 1}` : key))
      .join(', ');
  if (!lists.includes(part)) return ['catalogue', null, words([part, entry, ...rest])];
  return /^\d+$/.test(entry) ? [part, Number(entry) + 1, words(rest)] : [part, null, words([entry, ...rest])];
}

/** Whether a problem stands where one is expected; null is not compared, save for rows of JSON. */
const fits = (expected: Problem, found: CatalogueProblem) => {
  const [sheet, row, column] = placeOf(expected);
  const same = <T>(one: T | null, other: T | null) => (one === null && expected.path === undefined) || one === other;
  return same(sheet, found.sheet) && same(row, found.row) && same(column, found.column);
};

const valueAt = (object: unknown, keys: string) =>
  keys.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], object);

function read(name: string, bytes: Uint8Array, expected: Expected) {
  try {
    return readCatalogueFile({ bytes, name }, bases, expected.given ?? { id: '', version: '' });
  } catch (error) {
    if (isAppError(error)) return { code: error.code, message: error.message };
    throw error;
  }
}

function judge(name: string, bytes: Uint8Array, expected: Expected): void {
  const reading = read(name, bytes, expected);
  if (expected.file !== undefined) {
    expect(reading).toMatchObject({ message: expect.stringMatching(/\.$/) });
    expect(codes[expected.file]).toContain('code' in reading ? reading.code : reading);
    return;
  }
  if ('code' in reading) throw new Error(reading.message);
  const { catalogue, problems } = reading;
  for (const { message } of problems) expect(message).toMatch(/\.$/);
  if (expected.accepted) {
    expect(problems).toEqual([]);
    expect(catalogue?.questions).toHaveLength(expected.questions ?? -1);
    for (const [id, fields] of Object.entries(expected.check ?? {}))
      expect(catalogue?.questions.find((question) => question.id === id)).toMatchObject(fields);
    for (const [keys, value] of Object.entries(expected.paths ?? {}))
      expect(valueAt(catalogue, keys), keys).toEqual(value);
    return;
  }
  expect(catalogue).toBeNull();
  const wanted = expected.problems ?? [];
  expect(wanted.filter((one) => !problems.some((found) => fits(one, found)))).toEqual([]);
  const fine = [...wanted, ...(expected.alsoFine ?? [])];
  // The last line may say how many more there are.
  const named = problems.filter(({ sheet }) => sheet !== '');
  const others = named.filter((found) => !fine.some((one) => fits(one, found)));
  if (expected.count === undefined) expect(others).toEqual([]);
  else expect(named.length).toBeGreaterThanOrEqual(expected.count.least);
  expect(named.length).toBeLessThanOrEqual(expected.count?.most ?? 200);
}

describe('catalogue files as people and programs make them', () => {
  const expectations = [...names].filter((name) => name.endsWith(suffix)).toSorted();

  test('there are many, and the catalogue they start from is the one they were written for', () => {
    expect(expectations.length).toBeGreaterThan(150);
    expect(shipped.requirements).toHaveLength(70);
  });

  test.each(expectations.map((name) => name.slice(0, -suffix.length)))('%s', (stem) => {
    const file = ['xlsx', 'json'].map((ending) => `${stem}.${ending}`).find((name) => names.has(name)) ?? stem;
    const expected = JSON.parse(readFileSync(path.join(folder, `${stem}${suffix}`), 'utf8')) as Expected;
    judge(file, readFileSync(path.join(folder, file)), expected);
  });
});

describe('files that are too big to keep', () => {
  test.each(hugeCases.map((make, at) => [901 + at, make] as const))('%d', { timeout: 60_000 }, async (_, make) => {
    const { name, ending, bytes, expected } = await make();
    const start = performance.now();
    judge(`${name}.${ending}`, bytes, expected);
    expect(performance.now() - start, name).toBeLessThan(20_000);
  });
});
