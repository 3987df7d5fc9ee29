import { describe, expect, test } from 'vitest';
import { type CellValue, fullRows, headings, read } from './soa-sheets.ts';

const facts = async (...rows: CellValue[][]) => {
  const { version, date, approver } = await read({ rows: [...rows, [], headings, ...fullRows()] });
  return [version, date, approver];
};

describe('version, date and approver', () => {
  test.each<[string, CellValue[][], unknown[]]>([
    [
      'labels to the left',
      [
        ['Version', 'v2.1', null, 'Date', new Date('2026-09-30')],
        ['Approved by', null, 'Dr Ada Example'],
      ],
      ['2.1', '2026-09-30', 'Dr Ada Example'],
    ],
    [
      'labels above',
      [
        ['Version', 'Date', 'Approved by'],
        ['1.4', '30/09/2026', 'A. Example'],
      ],
      ['1.4', '2026-09-30', 'A. Example'],
    ],
    [
      'in one cell',
      [['Version: 3.0 | Date: 30 September 2026 | Approved by: Ada Example, CEO']],
      ['3.0', '2026-09-30', 'Ada Example, CEO'],
    ],
    ['in a title', [['Statement of Applicability v1.2 – 30.09.2026']], ['1.2', '2026-09-30', '']],
    [
      'German',
      [
        ['Version:', '4'],
        ['Stand:', '30.09.2026'],
        ['Freigegeben durch:', 'Eva Muster (GF)'],
      ],
      ['4', '2026-09-30', 'Eva Muster (GF)'],
    ],
    [
      'French',
      [['Version : 1.0'], ['Date d’approbation : 30 septembre 2026'], ['Approuvé par : Luc Exemple']],
      ['1.0', '2026-09-30', 'Luc Exemple'],
    ],
    [
      'Spanish',
      [
        ['Versión', 2],
        ['Fecha de aprobación', '30 de septiembre de 2026'],
        ['Aprobado por', 'Ana Ejemplo'],
      ],
      ['2', '2026-09-30', 'Ana Ejemplo'],
    ],
    ['with the approver', [['Approved by: Ada Example, 30.09.2026']], ['', '2026-09-30', 'Ada Example']],
    [
      'other dates beside',
      [
        ['Next review', '01.01.2030', 'Date', '30.09.2026'],
        ['Reviewed by', 'Bo Other', 'Approved by', 'Ada Example'],
      ],
      ['', '2026-09-30', 'Ada Example'],
    ],
    [
      'a history',
      [
        ['Version', 'Date', 'Author', 'Approved by'],
        ['1.0', '01.01.2025', 'X. Writer', 'Old Boss'],
        ['1.1', '30.09.2026', 'Y. Writer', 'New Boss'],
        ['0.9', '01.12.2024', 'X. Writer', ''],
      ],
      ['1.1', '2026-09-30', 'New Boss'],
    ],
    ['none', [['ACME Ltd']], ['', null, '']],
  ])('%s', async (_, rows, expected) => expect(await facts(...rows)).toEqual(expected));

  test('on a cover sheet, or below the table', async () => {
    const cover = {
      name: 'Cover',
      rows: [['Document properties'], ['Version', '5.0'], ['Approval date', '2026-09-30']],
    };
    const table = { name: 'SoA', rows: [headings, ...fullRows(), [], ['Approved by', 'Ada Example']] };
    expect(await read(cover, table)).toMatchObject({
      version: '5.0',
      date: '2026-09-30',
      approver: 'Ada Example',
      matched: 38,
    });
  });
});
