import { describe, expect, test } from 'vitest';
import { readCatalogueFile } from '../../electron/exchange/catalogue/read-catalogue.ts';
import { isAppError } from '../../shared/errors.ts';
import { as, bases, placesOf, shipped, sorted } from './catalogue-files.ts';

describe('JSON', () => {
  const readText = (text: string | Uint8Array, name = 'own.json') =>
    readCatalogueFile({ bytes: typeof text === 'string' ? Buffer.from(text) : text, name }, bases, as);
  const reasonOf = (text: string | Uint8Array, name?: string) => {
    try {
      readText(text, name);
    } catch (error) {
      if (isAppError(error)) return [error.code, error.message];
      throw error;
    }
    return undefined;
  };
  const own = (change: (catalogue: typeof shipped) => unknown) => JSON.stringify(change(structuredClone(shipped)));

  test('is read with a mark in front, with a $schema, and in UTF-16', () => {
    const text = JSON.stringify({ $schema: 'x', ...shipped });
    expect(readText(`\uFEFF${text}`)).toEqual({ catalogue: shipped, problems: [], base: null });
    expect(readText(Buffer.from(`\uFEFF \n${text}`, 'utf16le'), 'x').catalogue).toEqual(shipped);
  });

  test.each<[string, string, unknown[]]>([
    [
      'a word',
      own((one) => ({ ...one, questions: one.questions.map((q, at) => (at === 11 ? { ...q, depth: 'deep' } : q)) })),
      [['questions', 12, 'depth']],
    ],
    ['a missing field', own((one) => ({ ...one, standard: undefined })), [['catalogue', null, 'standard']]],
    [
      'another field',
      own((one) => ({ ...one, more: 1, themes: [{ ...one.themes[0]!, x: 1 }, ...one.themes.slice(1)] })),
      [
        ['catalogue', null, 'more'],
        ['themes', 1, 'x'],
      ],
    ],
    [
      'a reference',
      own((one) => ({ ...one, items: [...one.items, { ...one.items[0]!, id: 'Z' }] })),
      [['items', 71, 'id']],
    ],
    [
      'deep inside',
      own((one) => {
        one.templates[0]!.slots[1]!.title = '';
        return one;
      }),
      [['templates', 1, 'slots, entry 2, title']],
    ],
    ['a list', '[]', [['catalogue', null, '']]],
    ['a field twice', `{"id":"a",${own((one) => one).slice(1)}`, [['catalogue', null, 'id']]],
    ['a forbidden field', `{"__proto__":{"x":1},${own((one) => one).slice(1)}`, [['catalogue', null, '__proto__']]],
    ['a control character', own((one) => ({ ...one, title: 'a\u0000b' })), [['catalogue', null, 'title']]],
    [
      'a broken character',
      own((one) => ({ ...one, title: 'a' })).replace('"title":"a"', '"title":"\\ud800"'),
      [['catalogue', null, 'title']],
    ],
  ])('names %s', (_, text, places) => {
    const reading = readText(text);
    expect(reading.catalogue).toBeNull();
    expect(sorted(placesOf(reading)), JSON.stringify(reading.problems)).toEqual(sorted(places));
  });

  test('that is none is refused in a sentence', () => {
    expect(reasonOf(`{"id": \n\n x, "version": "${'1'.repeat(60)}"}`)).toEqual([
      'damaged',
      expect.stringContaining('near “{"id": x, "versi'),
    ]);
    expect(reasonOf('{"id": ')).toEqual(['damaged', expect.stringContaining('breaks off')]);
    expect(reasonOf('hello')).toEqual(['damaged', expect.stringContaining('own.json')]);
    expect(reasonOf(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]))).toEqual([
      'damaged',
      expect.stringContaining('UTF-8'),
    ]);
    expect(reasonOf('['.repeat(5_000_000))).toEqual(['damaged', expect.stringContaining('nested')]);
    expect(reasonOf(`"${'x'.repeat(21_000_000)}"`)).toEqual(['too-large', expect.stringContaining('20 MB')]);
    expect(reasonOf('')).toEqual(['refused', expect.stringContaining('empty')]);
    expect(reasonOf('a,b\n', 'own.csv')).toEqual(['unsupported-file', expect.stringContaining('catalogue')]);
  });
});
