import { describe, expect, test } from 'vitest';
import type { CellValue } from './soa-sheets.ts';
import { as, placesOf, readPlans, sorted, shipped } from './catalogue-files.ts';

const head = ['Requirement', 'Question'];
const questions = (...rows: CellValue[][]) => ({ name: 'Questions', rows: [head, ...rows] });

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

  test('a number that may have lost its last zero', async () => {
    const requirements = ['3.1', '3.10', '3.2'].map((id) => [id, 'A title', '4', 'clause', 'T1']);
    const [first, ...rest] = await Promise.all(
      [
        [3.1, 3.2],
        ['3.1', 3.2],
      ].map(([one, two]) =>
        readPlans([
          { name: 'Questions', rows: [head, [one!, 'x'], [two!, 'y']] },
          { name: 'Requirements', rows: [['Id', 'Title', 'Group', 'Kind', 'Themes'], ...requirements] },
          { name: 'Guidance', rows: [['Requirement']] },
          { name: 'Crosswalks', rows: [['Requirement']] },
          { name: 'Exclusion question', rows: [head] },
          { name: 'Templates', rows: [['Id', 'Type', 'Title', 'Report title']] },
          { name: 'Template grades', rows: [['Template', 'Grade', 'Label']] },
          { name: 'Template meetings', rows: [['Template', 'Kind', 'Title']] },
          { name: 'Template slots', rows: [['Template', 'Title']] },
        ]),
      ),
    );
    expect(placesOf(first!)).toEqual([['Questions', 2, 'Requirement']]);
    expect(rest.map(({ problems }) => problems)).toEqual([[]]);
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
