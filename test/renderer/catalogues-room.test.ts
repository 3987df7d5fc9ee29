import { describe, expect, it } from 'vitest';
import type { CatalogueRow } from '../../shared/contract/catalogues.ts';
import { compareCatalogues } from '../../shared/domain/catalogue-difference.ts';
import { questionSchema } from '../../shared/domain/catalogue.ts';
import { plainTemplate } from '../../shared/domain/templates.ts';
import { formatAddress, parseAddress } from '../../renderer/api/addresses.ts';
import { comparable, countQuestions, findCatalogue, keyOf } from '../../renderer/features/catalogues/catalogue-rows.ts';
import {
  compareTexts,
  countKinds,
  type Difference,
  listDifferences,
  readable,
  summarise,
} from '../../renderer/features/catalogues/difference-rows.ts';
import { listProblems, problemsAsText } from '../../renderer/features/catalogues/problem-rows.ts';
import { isNameless, proposeName } from '../../renderer/features/catalogues/proposed-name.ts';
import { listQuestions } from '../../renderer/features/catalogues/question-rows.ts';
import { texts } from '../../renderer/features/catalogues/texts.ts';
import { smallCatalogue } from '../support/open-audit.ts';

const aQuestion = (id: string, requirement: string, question: string, more: object = {}) =>
  questionSchema.parse({
    id,
    requirement,
    question,
    intent: '',
    lookAt: '',
    sampling: '',
    interviewees: [],
    evidenceTypes: [],
    depth: 'implemented',
    auditTypes: ['internal'],
    aiRoles: [],
    themes: [],
    redFlags: [],
    pitfall: '',
    ...more,
  });

const first = {
  ...smallCatalogue,
  questions: [
    aQuestion('Q-8.1-01', '8.1', 'Who plans it?'),
    aQuestion('Q-8.4-01', '8.4', 'Was impact looked at before the first release?'),
    aQuestion('Q-A.10.3-01', 'A.10.3', 'Which suppliers are there?'),
  ],
};
const second = {
  ...first,
  version: '2',
  templates: [plainTemplate('internal')],
  questions: [
    aQuestion('Q-8.1-01', '8.1', 'Who plans it?', { intent: 'Somebody answers for it.' }),
    aQuestion('Q-8.4-01', '8.4', 'Was impact looked at again before the first release?'),
    aQuestion('Q-8.4-02', '8.4', 'What did it change?'),
    aQuestion('Q-A.2.2-01', 'A.2.2', 'Where is the policy?'),
  ],
};
const differences = compareCatalogues(first, second);

describe('the differences between two catalogues', () => {
  it('are said in half a sentence', () => {
    expect(summarise(differences)).toBe('2 questions added, 1 removed, 1 reworded, and 2 other changes');
    expect(summarise(differences.filter(({ change, kind }) => kind === 'question' && change === 'removed'))).toBe(
      '1 question removed',
    );
    expect(summarise(differences.filter(({ kind }) => kind === 'template'))).toBe('1 change');
    expect(summarise([])).toBe('only its name differs');
  });

  it('stand under their kind, questions first, new ones before those that went and those that changed', () => {
    expect(countKinds(differences)).toEqual([
      { kind: 'question', count: 5 },
      { kind: 'template', count: 1 },
    ]);
    const shown = (only?: Difference['kind']) =>
      listDifferences(differences, only).map((row) => (row.row === 'kind' ? row.kind : `${row.change} ${row.id}`));
    expect(shown()).toEqual([
      'question',
      'added Q-8.4-02',
      'added Q-A.2.2-01',
      'removed Q-A.10.3-01',
      'changed Q-8.1-01',
      'changed Q-8.4-01',
      'template',
      'added internal',
    ]);
    expect(shown('template')).toEqual(['template', 'added internal']);
  });

  it('mark the words that differ, and only those', () => {
    expect(compareTexts('looked at before release', 'looked at again before release')).toEqual({
      start: 'looked at ',
      old: '',
      new: 'again ',
      end: 'before release',
    });
    expect(compareTexts('', 'new')).toMatchObject({ old: '', new: 'new' });
    expect(compareTexts('a a a', 'a a')).toMatchObject({ start: 'a a', old: ' a', new: '', end: '' });
    const both = compareTexts('one two\nthree', 'one 2\nthree');
    expect(both.start + both.new + both.end).toBe('one 2\nthree');
  });

  it('read as words where a field holds a table or a yes', () => {
    const [template] = compareCatalogues(
      { ...second, templates: [{ ...plainTemplate('internal'), slots: [] }] },
      {
        ...second,
        templates: [
          {
            ...plainTemplate('internal'),
            slots: [{ title: 'Context', day: 1, minutes: 60, requirements: ['4.1', '4.2'], auditee: 'Lead' }],
          },
        ],
      },
    );
    expect(template?.fields.map(({ before, after }) => [readable(before), readable(after)])).toEqual([
      ['', 'Context · 1 · 60 · 4.1, 4.2 · Lead'],
    ]);
    expect([readable('true'), readable('plain'), readable('[{broken')]).toEqual(['yes', 'plain', '[{broken']);
  });

  it('have a word for every field of a catalogue', () => {
    const [requirement] = first.requirements;
    const [question] = first.questions;
    const fields = [requirement, question, plainTemplate('internal')].flatMap((one) => Object.keys(one ?? {}));
    expect(fields.filter((field) => field !== 'id' && texts.fields[field] === undefined)).toEqual([]);
  });
});

describe('the problems of a file', () => {
  const problems = [
    { sheet: 'Questions', row: 9, column: 'Depth', message: 'Not a depth.' },
    { sheet: 'Templates', row: 2, column: 'Type', message: 'Not a type.' },
    { sheet: 'Questions', row: 3, column: 'Requirement', message: 'There is no 8.9.' },
    { sheet: 'Questions', row: null, column: '', message: 'A column is missing.' },
  ];

  it('stand by sheet and row', () => {
    expect(listProblems(problems).map(([sheet, row]) => [sheet, row])).toEqual([
      ['Questions', texts.whole],
      ['Questions', '3'],
      ['Questions', '9'],
      ['Templates', '2'],
    ]);
  });

  it('can be handed to whoever wrote the file', () => {
    expect(problemsAsText(problems).split('\n')[2]).toBe('Questions\t3\tRequirement\tThere is no 8.9.');
  });
});

describe('a file that does not say what it is called', () => {
  const nameless = { sheet: 'Catalogue', row: null, column: 'Id', message: 'The id of the catalogue is missing.' };

  it('is told from one whose id is wrong or whose version is taken', () => {
    expect(isNameless([{ ...nameless, sheet: 'Questions' }, nameless])).toBe(true);
    expect(
      isNameless([
        { ...nameless, row: 2 },
        { ...nameless, column: 'Version' },
      ]),
    ).toBe(false);
  });

  it('is called after the file, as the next version where that is here', () => {
    expect(proposeName('our_own-Questions (v2).xlsx', [])).toEqual({
      title: 'Our own Questions (v2)',
      id: 'our-own-questions-v2',
      version: '1',
    });
    const here = [
      { id: 'own', version: '1.10', isNewest: true },
      { id: 'own', version: '1.9', isNewest: false },
    ];
    expect(proposeName('Own.xlsx', here)).toMatchObject({ id: 'own', version: '1.11' });
    expect(proposeName('own.xlsx', [{ id: 'own', version: 'draft', isNewest: true }]).version).toBe('draft.1');
    expect(proposeName('—.xlsx', [])).toMatchObject({ id: 'own', version: '1' });
  });
});

describe('the questions of a catalogue', () => {
  it('stand under their requirements and are found by words of either', () => {
    const shown = (text: string) =>
      listQuestions(first, text).rows.map((row) => (row.kind === 'question' ? row.question.id : row.requirement.id));
    expect(shown('')).toEqual(['8.1', 'Q-8.1-01', '8.4', 'Q-8.4-01', 'A.10.3', 'Q-A.10.3-01']);
    expect(shown('SUPPLIERS which')).toEqual(['A.10.3', 'Q-A.10.3-01']);
    expect(shown('impact assessment')).toEqual(['8.4', 'Q-8.4-01']);
    expect(listQuestions(first, 'nothing such')).toEqual({ rows: [], count: 0 });
  });

  it('are counted by template', () => {
    expect([...countQuestions(second)]).toEqual([['internal', 4]]);
  });
});

describe('the list of catalogues', () => {
  const row = (hash: string, id: string, more: Partial<CatalogueRow> = {}): CatalogueRow => ({
    hash: hash.padEnd(64, '0'),
    id,
    version: '1',
    title: id,
    standard: 'S',
    edition: '1',
    origin: 'own',
    isRetired: false,
    isNewest: true,
    requirements: 1,
    questions: 1,
    templates: 1,
    audits: 0,
    ...more,
  });
  const [ours, old, newer, away] = [
    row('a1b2c3d4', 'ours', { origin: 'shipped' }),
    row('b1b2c3d4', 'mine', { isNewest: false }),
    row('c1b2c3d4', 'mine', { version: '2' }),
    row('d1b2c3d4', 'away', { isRetired: true, isNewest: false }),
  ];
  const rows = [ours, newer, old, away];

  it('finds a catalogue by its address, by its id, and shows the first one without either', () => {
    expect(findCatalogue(rows, keyOf(old))).toBe(old);
    expect(findCatalogue(rows, 'mine')).toBe(newer);
    expect(findCatalogue([away, ours], undefined)).toBe(ours);
    expect(findCatalogue(rows, 'gone')).toBeUndefined();
    expect(parseAddress(formatAddress({ place: 'catalogues', record: keyOf(old) }))).toEqual({
      place: 'catalogues',
      record: keyOf(old),
    });
    expect(parseAddress('/catalogues')).toEqual({ place: 'catalogues', record: undefined });
  });

  it('offers versions of the same id first to compare with', () => {
    expect(comparable(rows, newer)).toEqual([old, ours, away]);
  });
});
