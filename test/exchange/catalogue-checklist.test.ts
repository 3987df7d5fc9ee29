import { describe, expect, test } from 'vitest';
import { readCatalogueFile } from '../../electron/exchange/catalogue/read-catalogue.ts';
import { as, bases, readPlans, shipped } from './catalogue-files.ts';
import { type CellValue, changeParts, makeWorkbook } from './soa-sheets.ts';

const head = ['Requirement', 'Question'];
const questions = (...rows: CellValue[][]) => ({ name: 'Questions', rows: [head, ...rows] });

describe('an own checklist', () => {
  test('needs two columns only, and takes the rest from the newest catalogue', async () => {
    const { catalogue, problems } = await readPlans([
      { name: 'My list', rows: [head, ['8.4', 'How?'], ['A.6.2.4', 'Why?']] },
    ]);
    expect(problems).toEqual([]);
    expect(catalogue).toEqual({
      ...shipped,
      id: 'own',
      version: '1',
      questions: [
        expect.objectContaining({
          id: 'Q-8.4-01',
          requirement: '8.4',
          question: 'How?',
          depth: 'implemented',
          perSystem: false,
          aiRoles: [],
          themes: [],
        }),
        expect.objectContaining({ id: 'Q-A.6.2.4-01', auditTypes: expect.arrayContaining(['internal', 'follow-up']) }),
      ],
    });
  });

  test('of 300 rows comes in row by row, with its ids', async () => {
    const rows = Array.from({ length: 300 }, (_, at) => [
      shipped.requirements[at % 70]!.id,
      `Question ${at}?`,
      `T${1 + (at % 9)}`,
    ]);
    const { catalogue, problems } = await readPlans([{ name: 'Questions', rows: [[...head, 'Themes'], ...rows] }]);
    expect(problems).toEqual([]);
    expect(catalogue?.questions).toHaveLength(300);
    expect(new Set(catalogue?.questions.map(({ id }) => id)).size).toBe(300);
    expect(catalogue?.questions[299]).toMatchObject({ question: 'Question 299?', themes: ['T3'], id: 'Q-7.5.3-05' });
  });

  test('may have its columns in any order, its headings in any case, and begin further down', async () => {
    const { catalogue, problems } = await readPlans([
      {
        name: ' QUESTIONS ',
        rows: [
          [],
          [],
          ['', ' depth ', 'QUESTION', 'requirement', 'Red Flags', 'audit types'],
          [],
          ['', ' Exists', ' Kept  as it is\n', ' 8.4 ', 'one\n\n two \n', 'internal; STAGE-1,special'],
        ],
      },
      { name: 'read ME', rows: [['Anything', 'at all']] },
      { name: 'Sheet2', rows: [] },
    ]);
    expect(problems).toEqual([]);
    expect(catalogue?.questions).toMatchObject([
      {
        depth: 'exists',
        question: ' Kept  as it is\n',
        requirement: '8.4',
        redFlags: ['one', 'two'],
        auditTypes: ['internal', 'stage-1', 'special'],
      },
    ]);
  });

  test('numbers its questions around the ids that are given', async () => {
    const { catalogue } = await readPlans([
      {
        name: 'Questions',
        rows: [
          ['Id', ...head],
          ['', '8.4', 'a'],
          ['Q-8.4-01', '8.4', 'b'],
          ['', '8.4', 'c'],
          ['mine', '8.4', 'd'],
          ['', '8.3', 'e'],
        ],
      },
    ]);
    expect(catalogue?.questions.map(({ id }) => id)).toEqual(['Q-8.4-02', 'Q-8.4-01', 'Q-8.4-03', 'mine', 'Q-8.3-01']);
  });

  test('takes numbers as they are written', async () => {
    const bytes = changeParts(
      await makeWorkbook({ name: 'Q', rows: [head, ['8.1', 'x'], ['8.2', 'x']] }),
      (name, part) =>
        name === 'xl/worksheets/sheet1.xml'
          ? part
              .replace(/<c r="A2"[^>]*><v>\d+<\/v>/, '<c r="A2"><v>4.0999999999999996</v>')
              .replace(/<c r="A3"[^>]*><v>\d+<\/v>/, '<c r="A3"><v>8.4</v>')
              .replace(/<c r="B3"[^>]*><v>\d+<\/v>/, '<c r="B3"><v>12345678901234567890</v>')
          : part,
    );
    const { catalogue, problems } = readCatalogueFile({ bytes, name: 'q.xlsx' }, bases, as);
    expect(problems).toEqual([]);
    expect(catalogue?.questions).toMatchObject([
      { requirement: '4.1' },
      { requirement: '8.4', question: '12345678901234567890' },
    ]);
  });

  test('may have a catalogue sheet, empty sheets and other sheets of its own', async () => {
    const { catalogue, problems } = await readPlans(
      [
        {
          name: 'Catalogue',
          rows: [
            ['Value', 'Field'],
            ['mine', 'ID'],
            ['2.0', 'version'],
            [' Mine ', 'Title'],
            [shipped.id, 'Made from'],
          ],
        },
        questions(['8.4', 'How?']),
        { name: 'Templates', rows: [['Id', 'Type', 'Title', 'Report title']] },
        { name: 'Template grades', rows: [['Template', 'Grade', 'Label']] },
        { name: 'Template meetings', rows: [['Template', 'Kind', 'Title']] },
        { name: 'Template slots', rows: [['Template', 'Title']] },
        { name: 'Interviewees', rows: [['Name'], ['Anybody']] },
        {
          name: 'Other standards',
          rows: [
            ['Name', 'Control'],
            ['One', 'A.1'],
            ['Two', ''],
            ['One', 'A.2'],
          ],
        },
      ],
      { id: '', version: '' },
    );
    expect(problems).toEqual([]);
    expect(catalogue).toMatchObject({
      id: 'mine',
      version: '2.0',
      title: ' Mine ',
      standard: shipped.standard,
      templates: [],
      interviewees: ['Anybody'],
      otherStandards: [
        { name: 'One', controls: ['A.1', 'A.2'] },
        { name: 'Two', controls: [] },
      ],
    });
  });
});
