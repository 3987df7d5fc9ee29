import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readInventory } from '../../electron/exchange/ai-systems/read-inventory.ts';
import { isAppError } from '../../shared/errors.ts';

interface Expected {
  file: string;
  about: string;
  refused?: { reason: string; sheet?: string; row?: number };
  sheet?: string;
  headerRow?: number;
  systems?: Record<string, unknown>[];
  issues?: { row: number; column: string; code: string }[];
}

const folder = path.resolve(import.meta.dirname, '../fixtures/ai-systems');

async function readFixture(file: string) {
  try {
    const bytes = readFileSync(path.join(folder, file));
    const { sheet, headerRow, systems, issues } = await readInventory({ bytes, name: file });
    return {
      sheet,
      headerRow,
      systems: systems.map(({ row, fields }) => ({ row, ...fields })),
      issues: issues.map(({ row, column, code }) => ({ row, column, code })),
    };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { refused: error.details, message: error.message };
  }
}

describe('lists of AI systems as clients send them', () => {
  const expectations = readdirSync(folder).filter((name) => name.endsWith('.expected.json'));

  test('there are at least forty', () => expect(expectations.length).toBeGreaterThanOrEqual(40));

  test.each(expectations)('%s', async (name) => {
    const {
      file,
      refused,
      issues = [],
      about: _,
      ...rest
    } = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Expected;
    const found = await readFixture(file);
    const sentence: unknown = expect.stringMatching(/\.$/);
    if (refused) expect(found).toMatchObject({ refused, message: sentence });
    else expect(found).toEqual({ ...rest, issues });
  });
});
