import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readStatement } from '../../electron/exchange/soa/read-statement.ts';
import { isAppError } from '../../shared/errors.ts';
import { catalogue } from './soa-sheets.ts';

interface ExpectedEntry {
  control: string;
  applicable: boolean | null;
  justification: string;
  implementation: string;
  row: number;
  additional?: boolean;
}

interface Expected {
  about: string;
  refused: { code: string; alsoFine?: string[] } | null;
  sheet: string | null;
  headerRow: number | null;
  version: string | null;
  date: string | null;
  approver: string | null;
  read: number;
  matched: number;
  applicable: number;
  excluded: number;
  entries: ExpectedEntry[];
  issues: { row: number | null; code: string }[];
}

const folder = path.resolve(import.meta.dirname, '../fixtures/soa');
const suffix = '.expected.json';
const sentence: unknown = expect.stringMatching(/\.$/);

const orNull = (text: string) => (text === '' ? null : text);
const sortIssues = (issues: { row: number | null; code: string }[]) =>
  issues.map(({ row, code }) => `${row ?? '–'} ${code}`).toSorted();

async function readFixture(file: string) {
  try {
    const reading = await readStatement({ bytes: readFileSync(file), name: path.basename(file) }, catalogue);
    return {
      refused: null,
      ...reading,
      version: orNull(reading.version),
      approver: orNull(reading.approver),
      issues: sortIssues(reading.issues),
    };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { refused: (error.details as { reason: string }).reason, message: error.message };
  }
}

describe('statements as clients send them', () => {
  const expectations = readdirSync(folder).filter((name) => name.endsWith(suffix));

  test('there are at least twenty', () => expect(expectations.length).toBeGreaterThanOrEqual(20));

  test.each(expectations)('%s', async (name) => {
    const expected = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Expected;
    const stem = name.slice(0, -suffix.length);
    const file = readdirSync(folder).find((other) => path.parse(other).name === stem && !other.endsWith('.json'));
    const start = performance.now();
    const found = await readFixture(path.join(folder, file ?? `${stem}.xlsx`));
    expect(performance.now() - start).toBeLessThan(10_000);
    const { refused, about: _, issues, entries, ...facts } = expected;
    const reasons = refused && [refused.code, ...(refused.alsoFine ?? [])];
    const right = reasons
      ? { refused: reasons.find((reason) => reason === found.refused) ?? refused.code, message: sentence }
      : {
          refused,
          ...facts,
          entries: entries.map((entry) => ({ additional: false, ...entry })),
          issues: sortIssues(issues),
        };
    expect(found).toMatchObject(right);
  });
});
