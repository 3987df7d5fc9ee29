import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameOf, patternParts, unknownParts } from '../../shared/domain/file-names.ts';

const report = { ref: '2026-003', org: 'Northwind Claims', type: 'Stage 2 audit', version: 2, date: '2026-11-23' };

describe('the name of an issued file', () => {
  it('is filled from the pattern of the audit, or from the usual one', () => {
    expect(fileNameOf('', report)).toBe('2026-003 Northwind Claims audit report v2');
    expect(fileNameOf('{date}_{type} ({org}) {version}', report)).toBe('2026-11-23_Stage 2 audit (Northwind Claims) 2');
    expect(unknownParts('{ref} {title} {version}')).toEqual(['title']);
  });

  it('keeps letters of every script and drops what Windows forbids', () => {
    expect(fileNameOf('{org}', { ...report, org: 'Ärzte & Söhne: "Ω" <保険>/..\\x' })).toBe(
      'Ärzte & Söhne Ω 保険 .. x',
    );
    for (const name of ['con', 'NUL', 'com1', 'Lpt9.report', 'aux .x'])
      expect(fileNameOf('{org}', { ...report, org: name })).toMatch(/^report /);
    expect(fileNameOf('..', report)).toBe('report v2');
  });

  it('is accepted by Windows whatever the pattern and the names are', () => {
    const words = fc.string({ unit: 'binary', maxLength: 200 });
    const pattern = fc
      .array(fc.oneof(words, fc.constantFrom(...patternParts.map((part) => `{${part}}`))), { maxLength: 6 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(pattern, words, words, (given, org, type) => {
        const name = fileNameOf(given, { ...report, org, type });
        expect(name).not.toBe('');
        expect(name.length).toBeLessThanOrEqual(128);
        expect(name).toBe(name.toWellFormed());
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}]/u);
        expect(name).not.toMatch(/^[ .]|[ .]$/);
        expect(name.split('.')[0]?.trim()).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)$/i);
      }),
    );
  });
});
