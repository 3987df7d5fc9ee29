// A response that was broken anywhere, in its bytes or in its XML, is read or refused in words; it never breaks the reader.
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { composeResponse } from '../../electron/exchange/response/compose-response.ts';
import { readResponse } from '../../electron/exchange/response/read-response.ts';
import type { ResponseSource } from '../../electron/exchange/response/source.ts';
import { writeWorkbook } from '../../electron/exports/xlsx/write-workbook.ts';
import { type Answers, answerFields } from '../../shared/domain/response-rows.ts';
import { grades } from '../../shared/domain/vocabulary.ts';
import { isAppError } from '../../shared/errors.ts';

const audit = { id: '0199f3a0-52a7-7c31-9d1e-5b6c7d8e9f9f', ref: '2026-001' };
const nothing = Object.fromEntries(answerFields.map((field) => [field, ''])) as Answers;
const source: ResponseSource = {
  auditId: audit.id,
  ref: audit.ref,
  title: 'An invented audit',
  organization: 'Invented Ltd',
  dates: '12 to 16 October 2026',
  startsOn: '2026-10-12',
  auditors: 'Ada Auditor',
  madeBy: 'Ada Auditor',
  madeAt: '2026-10-16T12:00:00+02:00',
  product: 'Plumbline',
  gradeNames: grades,
  grades: [],
  rows: [1, 2, 3].map((at) => ({
    key: `f${at} c${at} -`,
    name: `F-00${at}`,
    grade: 'minor',
    requirement: `8.${at}\nRedo on change.`,
    nature: 'Not redone.',
    correctionDue: '2026-11-15',
    actionDue: null,
    dueBasis: '30 days',
    state: 'Response awaited',
    answers: { ...nothing, correction: `Words ${at}`, correctionStatus: 'open', correctionPlanned: '2026-11-01' },
    settled: [],
  })),
};
let sound = new Uint8Array();
beforeAll(async () => {
  const pieces: Uint8Array[] = [];
  await writeWorkbook(
    composeResponse(source),
    (bytes) => {
      pieces.push(bytes);
      return Promise.resolve();
    },
    () => undefined,
  );
  sound = new Uint8Array(Buffer.concat(pieces));
});

/** What came of reading: the rows, or the sentence of the refusal. Anything else is thrown. */
function read(bytes: Uint8Array): number | string {
  try {
    return readResponse({ bytes, name: 'response.xlsx' }, audit).rows.length;
  } catch (error) {
    if (isAppError(error) && error.code !== 'internal') return error.message;
    throw error;
  }
}

const isSaid = (outcome: number | string) => outcome === 3 || (typeof outcome === 'string' && /\w+ \w+/.test(outcome));

describe('a broken response', () => {
  it('is sound before it is broken', () => {
    expect(read(sound)).toBe(3);
  });

  it('is refused in words, whichever bytes changed', () => {
    const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = sound.slice();
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        expect(isSaid(read(bytes))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('is refused in words, whatever part of its XML is gone, doubled or written over', () => {
    const cut = fc.record({
      part: fc.nat(),
      from: fc.nat(),
      length: fc.integer({ min: 1, max: 120 }),
      how: fc.constantFrom('gone', 'doubled', 'over'),
      words: fc.constantFrom(
        '<c r="ZZ99999999"/>',
        '<v>-1</v>',
        'NaN',
        '&#0;',
        '</row><row r="2">',
        '1e999',
        ']]>',
        '"',
      ),
    });
    fc.assert(
      fc.property(cut, ({ part, from, length, how, words }) => {
        const parts = unzipSync(sound);
        const names = Object.keys(parts).filter((name) => !name.startsWith('docProps'));
        const name = names[part % names.length]!;
        const xml = strFromU8(parts[name]!);
        const start = from % xml.length;
        const piece = xml.slice(start, start + length);
        const put = how === 'gone' ? '' : how === 'doubled' ? piece + piece : words;
        parts[name] = strToU8(xml.slice(0, start) + put + xml.slice(start + length));
        expect(isSaid(read(zipSync(parts)))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
