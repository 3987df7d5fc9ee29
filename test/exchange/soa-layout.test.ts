import { describe, expect, test } from 'vitest';
import { type CellValue, type ControlRow, controls, fullRows, headings, read } from './soa-sheets.ts';

type Reading = Awaited<ReturnType<typeof read>>;

const entryOf = (reading: Reading, control: string) => reading.entries.find((entry) => entry.control === control);
const issuesOf = (reading: Reading) => reading.issues.map(({ row, code, control }) => [row, code, control]);
const without = (id: string, row: ControlRow) => fullRows((control) => (control === id ? row : undefined));

describe('merged and hidden cells', () => {
  test('a control cell merged downwards covers its rows', async () => {
    const rows = fullRows().slice(1);
    const merged = [
      ['A.2.2', 'AI policy', 'Yes', 'First reason', 'Done'],
      [null, null, null, 'Second reason', ''],
      [null, null, 'Yes', null, 'Published'],
    ];
    const reading = await read({ rows: [headings, ...merged, ...rows], merges: ['A2:A4', 'B2:B4'] });
    expect(reading).toMatchObject({ read: 38, matched: 38, issues: [] });
    expect(entryOf(reading, 'A.2.2')).toMatchObject({
      justification: 'First reason\nSecond reason',
      implementation: 'Done\nPublished',
      applicable: true,
    });
  });

  test('answers and reasons merged over several controls count for each', async () => {
    const rows = fullRows();
    for (const row of rows.slice(1, 3)) row[2] = row[3] = null;
    const reading = await read({ rows: [headings, ...rows], merges: ['C2:C4', 'D2:D4'] });
    expect(reading).toMatchObject({ matched: 38, applicable: 38, issues: [] });
    expect(entryOf(reading, 'A.2.4')?.justification).toBe('Needed because of our risks (A.2.2).');
  });

  test('two columns under one heading', async () => {
    const rows = controls.map(({ id, title }, at) => [
      id,
      title,
      at % 2 ? null : 'x',
      at % 2 ? 'x' : null,
      'why',
      null,
    ]);
    const plan = {
      rows: [
        ['Control', 'Title', 'Applicability', null, 'Justification', null],
        [null, null, 'Yes', 'No', 'for inclusion', 'for exclusion'],
        ...rows.map((row, at) => (at % 2 ? [...row.slice(0, 4), null, 'we do not do that'] : row)),
      ],
      merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1'],
    };
    const reading = await read(plan);
    expect(reading).toMatchObject({ matched: 38, applicable: 19, excluded: 19, issues: [] });
    expect(reading.entries[1]).toMatchObject({ applicable: false, justification: 'we do not do that' });
  });

  test('reasons ticked under a common heading', async () => {
    const rows = controls.map(({ id }, at) => [id, 'Yes', at ? 'x' : null, 'x', at ? null : 'x']);
    const top = [
      ['Control', 'Applicable', 'Reason for selection', null, null],
      [null, null, 'Legal', 'Contract', 'Risk'],
    ];
    const reading = await read({ rows: [...top, ...rows], merges: ['A1:A2', 'B1:B2', 'C1:E1'] });
    expect(reading.issues).toEqual([]);
    expect(reading.entries.slice(0, 2).map(({ justification }) => justification)).toEqual([
      'Contract\nRisk',
      'Legal\nContract',
    ]);
  });

  test('hidden rows count, a hidden second column of answers does not', async () => {
    const rows = fullRows().map(([id, title, answer, ...rest]) => [id, title!, 'No', answer!, ...rest]);
    const reading = await read({
      rows: [['Control', 'Title', 'Applicable', 'Applicable', 'Justification', 'Implementation'], ...rows],
      finish: (sheet) => {
        sheet.getColumn(3).hidden = true;
        for (let row = 5; row < 10; row += 1) sheet.getRow(row).hidden = true;
      },
    });
    expect(reading).toMatchObject({ matched: 38, applicable: 38, issues: [] });
  });

  test('the sheet with most controls is chosen, a visible one before a hidden or an outdated one', async () => {
    const cover = { name: 'Cover', rows: [['Statement of Applicability'], ['Version', '3.0']] };
    const few = { name: 'Exceptions', rows: [headings, ...fullRows().slice(0, 4)] };
    const old = { name: 'SoA 2024 (old)', rows: [headings, ...fullRows()] };
    const hidden = { name: 'Copy', state: 'hidden' as const, rows: [headings, ...fullRows()] };
    const list = { name: 'Annex A', rows: [['Control', 'Title'], ...controls.map(({ id, title }) => [id, title])] };
    const current = { name: 'Controls', rows: [headings, ...fullRows().slice(1)] };
    const reading = await read(cover, few, old, hidden, list, current);
    expect(reading).toMatchObject({ sheet: 'Controls', version: '3.0', matched: 37 });
    const years = [2024, 2026, 2025].map((year, at) => ({
      name: `SoA ${year}`,
      rows: [headings, ...fullRows().slice(at === 1 ? 1 : 0)],
    }));
    expect(await read(...years)).toMatchObject({ sheet: 'SoA 2026', matched: 37 });
    expect(await read(cover, hidden)).toMatchObject({ sheet: 'Copy', matched: 38 });
  });
});

describe('columns', () => {
  test('applicable and not applicable with an x', async () => {
    const rows = controls.map(({ id, title }, at) => [id, title, at % 2 ? '' : 'x', at % 2 ? 'X' : '', 'r']);
    rows[0]![3] = 'x';
    rows[1]![3] = '';
    const reading = await read({ rows: [['ID', 'Title', 'Applicable', 'Not applicable', 'Reason'], ...rows] });
    expect(reading).toMatchObject({ applicable: 18, excluded: 18 });
    expect(issuesOf(reading)).toEqual([
      [2, 'unreadable-applicability', 'A.2.2'],
      [3, 'unreadable-applicability', 'A.2.3'],
    ]);
  });

  test('one column of exclusions', async () => {
    const rows = controls.map(({ id, title }, at) => [id, title, at < 3 ? 'Yes' : 'No', 'r']);
    expect(await read({ rows: [['ID', 'Title', 'Excluded', 'Reason'], ...rows] })).toMatchObject({
      applicable: 35,
      excluded: 3,
    });
  });

  test('inclusion and exclusion as reasons only', async () => {
    const rows = controls.map(({ id, title }, at) => [
      id,
      title,
      at < 3 ? '' : 'Because of risk',
      at < 3 ? 'Not done here' : '',
    ]);
    const reading = await read({
      rows: [['ID', 'Title', 'Justification for inclusion', 'Justification for exclusion'], ...rows],
    });
    expect(reading).toMatchObject({ applicable: 35, excluded: 3, issues: [] });
  });

  test('odd or missing headings', async () => {
    const odd = await read({ rows: [['Was', 'Wie', 'Gilt hier', 'Weshalb'], ...fullRows()] });
    expect(odd).toMatchObject({ headerRow: 1, matched: 38, applicable: 38 });
    const none = await read({ rows: [['ACME'], ...fullRows()] });
    expect(none).toMatchObject({ headerRow: 0, matched: 38, applicable: 38 });
  });

  test('an answer with its reason in the same cell', async () => {
    const rows = without('A.10.4', ['A.10.4', 'Customers', 'No – we have no customers of our own', '', '']);
    const reading = await read({ rows: [headings, ...rows] });
    expect(entryOf(reading, 'A.10.4')).toMatchObject({
      applicable: false,
      justification: 'we have no customers of our own',
    });
    expect(reading.issues).toEqual([]);
  });

  test('true values, numbers, rich texts and formulas by their stored result', async () => {
    const rows = fullRows();
    rows[0]![2] = true;
    rows[1]![2] = false;
    rows[2]![2] = 1;
    rows[3]![2] = { richText: [{ text: 'N' }, { text: 'o', font: { bold: true } }] };
    rows[4]![2] = { formula: 'IF(1=1,"Yes","No")', result: 'Yes' };
    rows[5]![2] = { formula: 'B1' };
    const calculated: CellValue[][] = [...rows];
    calculated[5] = [{ formula: '"A.4."&2', result: 'A.4.2' }, ...rows[5]!.slice(1)];
    const reading = await read({ rows: [headings, ...calculated] });
    expect(reading.entries.slice(0, 6).map(({ applicable }) => applicable)).toEqual([
      true,
      false,
      true,
      false,
      true,
      null,
    ]);
    expect(issuesOf(reading)).toEqual([[7, 'unreadable-applicability', 'A.4.2']]);
  });
});
