import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readCatalogueFile } from '../../electron/exchange/catalogue/read-catalogue.ts';
import { writeCatalogue } from '../../electron/exchange/catalogue/write-catalogue.ts';
import { isAppError } from '../../shared/errors.ts';
import { aFolder } from '../support/workspace.ts';
import { as, bases, shipped } from './catalogue-files.ts';
import { changeParts } from './soa-sheets.ts';

/** Reads a file; whatever is wrong with it has to be said in sentences, and in time. */
function readSafely(bytes: Uint8Array): void {
  const start = performance.now();
  try {
    const { catalogue, problems } = readCatalogueFile({ bytes, name: 'file' }, bases, as);
    expect(catalogue === null).toBe(problems.length > 0);
    expect(problems.length).toBeLessThanOrEqual(201);
    for (const { message } of problems) expect(message).toMatch(/\.$/);
  } catch (error) {
    if (!isAppError(error)) throw error;
    expect(error.message).toMatch(/\.$/);
  }
  expect(performance.now() - start).toBeLessThan(5_000);
}

async function written(format: 'xlsx' | 'json'): Promise<Uint8Array> {
  const file = path.join(aFolder(), `a.${format}`);
  const small = { ...shipped, questions: shipped.questions.slice(0, 5), items: [], crosswalks: [], otherStandards: [] };
  await writeCatalogue({ ...small, templates: shipped.templates.slice(0, 1) }, format, file);
  return new Uint8Array(readFileSync(file));
}

const pieces = fc.oneof(
  fc.constantFrom('', '<', '>', '"', '&', '</row>', ' r="-5"', ' t="s"', ' t="e"', ' s="3"', '<f/>', '<v>1e999</v>'),
  fc.constantFrom('\u0000', 'NaN', '99999999999', '{', '}', '[', ']', ',', ':', 'null', '"__proto__":{},', '\\ud800'),
  fc.string({ maxLength: 10 }),
);
const edit = fc.record({ at: fc.nat(60_000), cut: fc.nat(40), put: pieces });
const change = (text: string, { at, cut, put }: { at: number; cut: number; put: string }) => {
  const place = at % (text.length + 1);
  return text.slice(0, place) + put + text.slice(place + cut);
};

describe('a file is read or refused, never an accident', { timeout: 60_000 }, () => {
  test('with random bytes', () => {
    const starts = fc.constantFrom([], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0], [0x7b], [0xff, 0xfe, 0x7b, 0]);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), starts, (bytes, start) =>
        readSafely(new Uint8Array([...start, ...bytes])),
      ),
      { numRuns: 300 },
    );
  });

  test('with damaged parts of a workbook', async () => {
    const whole = await written('xlsx');
    const names = Object.keys(unzipSync(whole)).filter((name) => /sheet\d|workbook|sharedStrings|styles/.test(name));
    const edits = fc.array(fc.tuple(fc.constantFrom(...names), edit), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(edits, (some) =>
        readSafely(
          changeParts(whole, (name, text) =>
            some.filter(([part]) => part === name).reduce((part, [, one]) => change(part, one), text),
          ),
        ),
      ),
      { numRuns: 300 },
    );
  });

  test('with damaged JSON', async () => {
    const text = Buffer.from(await written('json')).toString();
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (some) =>
        readSafely(Buffer.from(some.reduce(change, text))),
      ),
      { numRuns: 300 },
    );
  });

  test('with other values anywhere in JSON', async () => {
    const whole = JSON.parse(Buffer.from(await written('json')).toString()) as object;
    const steps = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(steps, fc.jsonValue(), (way, value) => {
        const copy = structuredClone(whole);
        let inner = copy as Record<string, unknown>;
        for (const [at, step] of way.entries()) {
          const keys = Object.keys(inner);
          const key = keys[step % Math.max(1, keys.length)];
          if (key === undefined) break;
          const next = inner[key];
          if (at === way.length - 1 || typeof next !== 'object' || next === null) {
            inner[key] = value;
            break;
          }
          inner = next as Record<string, unknown>;
        }
        readSafely(Buffer.from(JSON.stringify(copy)));
      }),
      { numRuns: 500 },
    );
  });
});
