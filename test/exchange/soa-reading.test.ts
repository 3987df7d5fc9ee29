import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CellValue,
  type ControlRow,
  controls,
  fullRows,
  headings,
  makeWorkbook,
  read,
  readBytes,
  refusalOf,
} from './soa-sheets.ts';

type Reading = Awaited<ReturnType<typeof read>>;

const entryOf = (reading: Reading, control: string) => reading.entries.find((entry) => entry.control === control);
const issuesOf = (reading: Reading) => reading.issues.map(({ row, code, control }) => [row, code, control]);
const without = (id: string, row: ControlRow) => fullRows((control) => (control === id ? row : undefined));
const answers = (reading: Reading) => new Map(reading.entries.map(({ control, applicable }) => [control, applicable]));

describe('a plain statement', () => {
  test('is read whole', async () => {
    const reading = await read({ name: 'SoA', rows: [headings, ...fullRows()] });
    expect(reading).toMatchObject({
      sheet: 'SoA',
      headerRow: 1,
      read: 38,
      matched: 38,
      applicable: 38,
      excluded: 0,
      issues: [],
    });
    expect(reading.entries.map(({ control }) => control)).toEqual(controls.map(({ id }) => id));
    expect(reading.entries[0]).toEqual({
      control: 'A.2.2',
      title: 'AI policy',
      applicable: true,
      justification: 'Needed because of our risks (A.2.2).',
      implementation: 'Implemented',
      row: 2,
      additional: false,
    });
  });

  test('below a logo, title and empty rows, its heading row is found down to row 30', async () => {
    const top: CellValue[][] = Array.from({ length: 29 }, (_, at) =>
      at === 2 ? ['ACME – Statement of Applicability'] : [],
    );
    const reading = await read({ rows: [...top, headings, ...fullRows()], merges: ['A3:E3'] });
    expect(reading).toMatchObject({ headerRow: 30, matched: 38, issues: [] });
  });

  test.each([
    ['German', ['Maßnahme', 'Titel', 'Anwendbar', 'Begründung', 'Umsetzung'], 'Ja', 'Nein'],
    ['French', ['N°', 'Intitulé', 'Applicable', 'Justification', 'Mise en œuvre'], 'Oui', 'Non'],
    ['Spanish', ['Control', 'Título', '¿Aplica?', 'Justificación', 'Implementación'], 'Sí', 'No'],
    ['mixed signs', ['Ref', 'Control', 'In scope', 'Rationale', 'Status'], '✓', '✗'],
  ])('%s headings and answers', async (_, row, yes, no) => {
    const rows = controls.map(({ id, title }, at) => [id, title, at % 4 === 0 ? no : yes, `Weil ${id}`, 'erledigt']);
    const reading = await read({ rows: [row, ...rows] });
    expect(reading).toMatchObject({ matched: 38, applicable: 28, excluded: 10, issues: [] });
    expect(reading.entries[1]).toMatchObject({ justification: 'Weil A.2.3', implementation: 'erledigt' });
  });

  test('columns in any order and rows in any order give the same reading', async () => {
    const base = controls.map(({ id, title }, at) => [
      id,
      title,
      at % 3 ? 'Yes' : 'No',
      `Reason of ${id}`,
      `State of ${id}`,
    ]);
    const plainReading = answers(await read({ rows: [headings, ...base] }));
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        fc.shuffledSubarray(base, { minLength: 38 }),
        fc.nat(3),
        async (columns, rows, gap) => {
          const arrange = (row: CellValue[]) => [
            ...Array<null>(gap).fill(null),
            ...columns.map((column) => row[column]!),
          ];
          const reading = await read({ rows: [headings, ...rows].map(arrange) });
          expect(reading.issues).toEqual([]);
          expect(answers(reading)).toEqual(new Map([...plainReading].toSorted(byRow(rows))));
          for (const { control, justification, implementation } of reading.entries)
            expect([justification, implementation]).toEqual([`Reason of ${control}`, `State of ${control}`]);
        },
      ),
      { numRuns: 25 },
    );
  });
});

const byRow = (rows: CellValue[][]) => {
  const places = new Map(rows.map((row, at) => [row[0], at]));
  return ([a]: [string, unknown], [b]: [string, unknown]) => places.get(a)! - places.get(b)!;
};

describe('how controls are named', () => {
  test('id and title in one cell', async () => {
    const rows = controls.map(({ id, title }) => [`${id} – ${title}`, 'Yes', 'because', 'done']);
    const reading = await read({ rows: [['Control', 'Applicable', 'Justification', 'Implementation'], ...rows] });
    expect(reading).toMatchObject({ matched: 38, issues: [] });
    expect(reading.entries[0]?.title).toBe('AI policy');
  });

  test('titles only, with headings of groups between', async () => {
    const rows = controls.flatMap(({ title, group }, at) => [
      ...(controls[at - 1]?.group === group ? [] : [[group === 'A.2' ? 'Policies related to AI' : 'Section']]),
      [title.toUpperCase(), 'yes', 'because'],
    ]);
    const reading = await read({ rows: [['Control', 'Applicable', 'Justification'], ...rows] });
    expect(reading).toMatchObject({ read: 38, matched: 38, issues: [] });
  });

  test('numbers without a letter', async () => {
    const rows = fullRows().map(([id, ...rest]) => {
      const bare = id.slice(2);
      return [bare.split('.').length === 2 ? Number(bare) : bare, ...rest];
    });
    expect(await read({ rows: [headings, ...rows] })).toMatchObject({ matched: 38, issues: [] });
  });

  test('clauses before the controls are passed over', async () => {
    const clauses = [
      ['4.1', 'Context', 'Yes', 'Required'],
      ['6.1.2', 'AI risk assessment', 'Yes', 'Required'],
    ];
    expect(await read({ rows: [headings, ...clauses, ...fullRows()] })).toMatchObject({
      read: 38,
      matched: 38,
      issues: [],
    });
  });

  test('a list of clauses is no statement', async () => {
    const rows = ['4.1', '4.2', '4.3', '4.4', '5.1', '5.2', '5.3', '6.1.1', '6.1.2', '6.1.3'].map((id) => [
      id,
      'x',
      'Yes',
      'y',
      'z',
    ]);
    expect(await refusalOf(await makeWorkbook({ rows: [headings, ...rows] }))).toMatchObject({ reason: 'no-table' });
  });

  test('groups and objectives are headings', async () => {
    const groups = [
      ['A.2', 'Policies related to AI'],
      ['A.2.1', 'Objective'],
      ['A.6.1', 'Management guidance'],
      ['Annex A'],
    ];
    const reading = await read({ rows: [headings, ...groups, ...fullRows()] });
    expect(reading).toMatchObject({ read: 38, matched: 38, issues: [] });
  });

  test('a heading with an answer is an issue, and its answer is not spread', async () => {
    const rows = without('A.9.2', ['A.9.2', 'Processes', '', 'r']);
    const reading = await read({ rows: [headings, ['A.9', 'Use of AI systems', 'No', 'We do not use AI'], ...rows] });
    const row = entryOf(reading, 'A.9.2')!.row;
    expect(issuesOf(reading)).toEqual([
      [2, 'group-row-with-answer', 'A.9'],
      [row, 'unreadable-applicability', 'A.9.2'],
    ]);
  });

  test('one row for several controls', async () => {
    const rows = fullRows().filter(([id]) => !['A.7.2', 'A.7.3', 'A.7.4', 'A.10.3'].includes(id));
    const more = [
      ['A.7.2 – A.7.4', 'Data', 'No', 'No data of ours'],
      ['A.10.3, A.10.2', '', 'Yes', 'short'],
    ];
    const reading = await read({ rows: [headings, ...rows, ...more] });
    expect(reading).toMatchObject({ read: 36, matched: 38, excluded: 3 });
    expect(issuesOf(reading)).toEqual([[37, 'duplicate', 'A.10.2']]);
    expect(entryOf(reading, 'A.7.3')).toMatchObject({ applicable: false, row: 36, title: 'Acquisition of data' });
  });

  test('unknown ids are named, own controls become additional entries', async () => {
    const more = [
      ['A.6.9.9', 'AI policy', 'Yes', 'r'],
      ['A.8.24', 'Use of cryptography', 'Yes', 'r'],
      ['C-01', 'Prompt library review', 'Yes', 'Own risk', 'Monthly'],
      ['C-02', 'Model register', 'No', ''],
      ['Legend 1'],
      ['', 'Red team exercise', 'Yes', 'Own risk'],
    ];
    const reading = await read({ rows: [headings, ...fullRows(), ...more] });
    expect(reading).toMatchObject({ read: 43, matched: 38, applicable: 38, excluded: 0 });
    expect(issuesOf(reading)).toEqual([
      [40, 'unknown-control', 'A.6.9.9'],
      [41, 'unknown-control', 'A.8.24'],
      [42, 'additional-control', 'C-01'],
      [43, 'additional-control', 'C-02'],
      [43, 'exclusion-without-justification', 'C-02'],
      [45, 'additional-control', 'Red team exercise'],
    ]);
    expect(entryOf(reading, 'C-01')).toEqual({
      control: 'C-01',
      title: 'Prompt library review',
      applicable: true,
      justification: 'Own risk',
      implementation: 'Monthly',
      row: 42,
      additional: true,
    });
    expect(reading.issues[0]?.message).toContain('A.2.2');
    expect(reading.issues[1]?.message).toContain('ISO/IEC 27001:2022');
  });
});

describe('issues', () => {
  test('missing controls, unjustified answers, unreadable answers', async () => {
    const rows = fullRows((id) => {
      if (id === 'A.4.3') return [id, '', 'No', ' - ', ''];
      if (id === 'A.4.4') return [id, '', 'Yes', 'n/a', ''];
      return id === 'A.4.5' ? [id, '', 'to be discussed', 'r', ''] : undefined;
    }).filter(([id]) => id !== 'A.2.2' && id !== 'A.10.4');
    const reading = await read({ rows: [headings, ...rows] });
    expect(issuesOf(reading)).toEqual([
      [7, 'exclusion-without-justification', 'A.4.3'],
      [8, 'inclusion-without-justification', 'A.4.4'],
      [9, 'unreadable-applicability', 'A.4.5'],
      [null, 'missing-control', 'A.2.2'],
      [null, 'missing-control', 'A.10.4'],
    ]);
    expect(reading).toMatchObject({ read: 36, matched: 36, applicable: 34, excluded: 1 });
    for (const { message, row } of reading.issues) {
      expect(message.endsWith('.')).toBe(true);
      expect(message).toContain(row === null ? 'The statement' : `Row ${row}`);
    }
  });

  test('duplicates that agree and that contradict each other', async () => {
    const more = [
      ['A.2.2', 'AI policy', 'Yes', 'A much longer justification than the one that was given above.', ''],
      ['A.2.3', '', 'No', 'Not us', ''],
      ['A.2.3', '', 'No', 'Not us', ''],
    ];
    const reading = await read({ rows: [headings, ...fullRows(), ...more] });
    expect(issuesOf(reading)).toEqual([
      [40, 'duplicate', 'A.2.2'],
      [41, 'contradicting-duplicate', 'A.2.3'],
      [42, 'contradicting-duplicate', 'A.2.3'],
    ]);
    expect(entryOf(reading, 'A.2.2')).toMatchObject({ applicable: true, row: 2, justification: more[0]![3] });
    expect(entryOf(reading, 'A.2.3')).toMatchObject({ applicable: null, row: 3 });
    expect(reading).toMatchObject({ read: 41, matched: 38, applicable: 37, excluded: 0 });
  });
});

test('a workbook read twice gives the same', async () => {
  const bytes = await makeWorkbook({ rows: [headings, ...fullRows()] });
  expect(await readBytes(bytes)).toEqual(await readBytes(bytes));
});

describe('an x', () => {
  const columnOf = (...said: string[]) =>
    fullRows((control) => [
      control,
      '',
      said[controls.findIndex(({ id }) => id === control) % said.length] ?? '',
      'Because.',
      'Done.',
    ]);

  test('says yes where words say no, also beside ticks', async () => {
    const reading = await read({ name: 'SoA', rows: [headings, ...columnOf('x', '✓', 'Yes', 'No')] });
    expect(reading.entries.slice(0, 4).map(({ applicable }) => applicable)).toEqual([true, true, true, false]);
  });

  test('is the opposite of a tick where nothing else says no', async () => {
    const reading = await read({ name: 'SoA', rows: [headings, ...columnOf('x', '✓')] });
    expect(reading.entries.slice(0, 2).map(({ applicable }) => applicable)).toEqual([false, true]);
  });
});
