import { describe, expect, test } from 'vitest';
import { readCatalogueFile } from '../../electron/exchange/catalogue/read-catalogue.ts';
import { changeParts, makeWorkbook, type CellValue } from './soa-sheets.ts';
import { as, bases, placesOf, readPlans, sorted, shipped } from './catalogue-files.ts';

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

describe('what is wrong is named by sheet, row and column', () => {
  const date = new Date(Date.UTC(2026, 3, 8));
  const wide = (heading: string, ...values: CellValue[]) => [
    { name: 'Questions', rows: [[...head, heading], ...values.map((value) => ['8.4', 'x', value])] },
  ];

  test.each<[string, Parameters<typeof readPlans>[0], unknown[]]>([
    ['an unknown requirement', [questions(['8.4', 'x'], ['8.9', 'y'])], [['Questions', 3, 'Requirement']]],
    ['an empty question', [questions(['8.4', ''])], [['Questions', 2, 'Question']]],
    ['a date', [questions([date, 'x'])], [['Questions', 2, 'Requirement']]],
    ['a formula without a result', [questions(['8.4', { formula: 'A1' }])], [['Questions', 2, 'Question']]],
    [
      'an error',
      [questions(['8.4', { formula: 'A1', result: { error: '#N/A' } } as unknown as CellValue])],
      [['Questions', 2, 'Question']],
    ],
    ['merged cells', [{ ...questions(['8.4', 'x'], ['', 'y']), merges: ['A2:A3'] }], [['Questions', 2, 'Requirement']]],
    ['a column of another name', wide('Weight', '3'), [['Questions', 1, 'Weight']]],
    ['a column without a heading', wide('', '3'), [['Questions', 2, 'C']]],
    ['a heading that stands twice', wide('question ', '3'), [['Questions', 1, 'Question']]],
    ['a missing column', [{ name: 'Questions', rows: [['Question'], ['x']] }], [['Questions', 1, 'Requirement']]],
    ['a further sheet', [questions(), { name: 'Notes', rows: [['x']] }], [['Notes', null, '']]],
    ['no questions', [{ name: 'Themes', rows: [['Id', 'Title']] }], [['Questions', null, '']]],
    ['an unknown word', wide('Depth', 'exists', 'deep'), [['Questions', 3, 'Depth']]],
    ['an unknown word of several', wide('Audit types', 'internal, external'), [['Questions', 2, 'Audit types']]],
    ['neither yes nor no', wide('Per AI system', 'maybe'), [['Questions', 2, 'Per AI system']]],
    ['an unknown theme', wide('Themes', 'T1, T77'), [['Questions', 2, 'Themes']]],
    [
      'a list that is too long',
      wide('Red flags', Array.from({ length: 61 }, (_, at) => `f${at}`).join('\n')),
      [['Questions', 2, 'Red flags']],
    ],
    ['a text that is too long', [questions(['8.4', 'x'.repeat(4_001)])], [['Questions', 2, 'Question']]],
    [
      'an id that stands twice',
      [
        {
          name: 'Questions',
          rows: [
            ['Id', ...head],
            ['a', '8.4', 'x'],
            ['a', '8.4', 'y'],
          ],
        },
      ],
      [['Questions', 3, 'Id']],
    ],
    [
      'two questions about exclusions',
      [questions(), { name: 'Exclusion question', rows: [head, ['8.4', 'x'], ['8.4', 'y']] }],
      [['Exclusion question', 3, '']],
    ],
    [
      'a whole number that is none',
      [
        questions(),
        {
          name: 'Template slots',
          rows: [
            ['Template', 'Title', 'Day', 'Minutes'],
            ['internal', 'x', '0', '1.5'],
          ],
        },
      ],
      [
        ['Template slots', 2, 'Minutes'],
        ['Template slots', 2, 'Day'],
      ],
    ],
    [
      'a template that is not there',
      [
        questions(),
        {
          name: 'Template slots',
          rows: [
            ['Template', 'Title'],
            ['intern', 'x'],
          ],
        },
      ],
      [['Template slots', 2, 'Template']],
    ],
    [
      'a template without grades',
      [questions(), { name: 'Template grades', rows: [['Template', 'Grade', 'Label']] }],
      shipped.templates.map(() => ['Templates', null, 'Id']).slice(0, 1),
    ],
    [
      'half a link',
      [
        questions(),
        {
          name: 'Crosswalks',
          rows: [
            ['Requirement', 'Framework', 'Reference', 'Basis'],
            ['4.1', '', 'x', ''],
            ['4.1', 'nist ai rmf', '', ''],
          ],
        },
      ],
      [
        ['Crosswalks', 2, 'Framework'],
        ['Crosswalks', 3, 'Reference'],
        ['Crosswalks', 3, 'Basis'],
      ],
    ],
    [
      'a key that stands twice',
      [
        questions(),
        {
          name: 'Crosswalk sources',
          rows: [
            ['Key', 'Text'],
            ['a', 'x'],
            ['a', 'y'],
            ['__proto__', 'z'],
          ],
        },
      ],
      [
        ['Crosswalk sources', 3, 'Key'],
        ['Crosswalk sources', 4, 'Key'],
      ],
    ],
    [
      'sheets that do not fit those of the base',
      [
        questions(),
        {
          name: 'Themes',
          rows: [
            ['Id', 'Title'],
            ['T1', 'One'],
          ],
        },
      ],
      [
        ['Requirements', null, 'Themes'],
        ['Benefits', null, 'Themes'],
        ['Governance', null, 'Themes'],
        ['Exclusion question', null, 'Themes'],
      ],
    ],
    ['a sheet without anything', [questions(), { name: 'Themes', rows: [] }], [['Themes', null, '']]],
    [
      'an unknown catalogue to start from',
      [
        questions(),
        {
          name: 'Catalogue',
          rows: [
            ['Field', 'Value'],
            ['Made from', 'other'],
          ],
        },
      ],
      [['Catalogue', 2, 'Value']],
    ],
    [
      'a field that is not known or stands twice',
      [
        questions(),
        {
          name: 'Catalogue',
          rows: [
            ['Field', 'Value'],
            ['Owner', 'x'],
            ['Title', 'x'],
            ['Title', 'y'],
          ],
        },
      ],
      [
        ['Catalogue', 2, 'Field'],
        ['Catalogue', 4, 'Field'],
      ],
    ],
  ])('%s', async (_, plans, places) => {
    const reading = await readPlans(plans);
    expect(reading.catalogue).toBeNull();
    expect(sorted(placesOf(reading)), JSON.stringify(reading.problems)).toEqual(sorted(places));
    for (const { message } of reading.problems) expect(message).toMatch(/^\P{Ll}.*\.$/su);
  });

  test('a sentence names the value and what is allowed', async () => {
    const { problems } = await readPlans([
      {
        name: 'Questions',
        rows: [
          [...head, 'Depth'],
          ['8.9', 'x', `deep ${'er'.repeat(60)}`],
        ],
      },
    ]);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^“deep [er]+…” is not one of exists, design, implemented, effective\.$/),
      expect.stringMatching(/^There is no requirement “8\.9” in this catalogue\. There are 4\.1, .* and 58 more\.$/),
    ]);
  });

  test('at most 200 problems are named, and how many more there are', async () => {
    const { problems } = await readPlans([questions(...Array.from({ length: 257 }, (): CellValue[] => ['8.4', '']))]);
    expect(problems).toHaveLength(201);
    expect(problems[200]).toEqual({
      sheet: '',
      row: null,
      column: '',
      message: 'There are 57 more problems in this file.',
    });
  });

  test('an own catalogue without id and version', async () => {
    const given = { id: '', version: '' };
    expect(placesOf(await readPlans([questions()], given))).toEqual([
      ['Catalogue', null, 'Id'],
      ['Catalogue', null, 'Version'],
    ]);
    expect(await readPlans([questions()], as, [])).toMatchObject({
      catalogue: null,
      problems: [{ message: expect.stringContaining('missing') }],
    });
  });
});
