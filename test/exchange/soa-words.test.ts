import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideAnswer, learnHabit, readAnswer } from '../../electron/exchange/soa/answers.ts';
import { readCellIds, readOwnId } from '../../electron/exchange/soa/control-ids.ts';
import { indexCatalogue } from '../../electron/exchange/soa/control-index.ts';
import { findDate, readDate } from '../../electron/exchange/soa/dates.ts';
import { roleOfHeading } from '../../electron/exchange/soa/headings.ts';
import { dateOfSerial, readNumberFormat, textOfNumber } from '../../electron/exchange/xlsx/number-text.ts';
import { catalogue, controls } from './soa-sheets.ts';

const index = indexCatalogue(catalogue);
const idsIn = (text: string, bare = false) =>
  readCellIds(text, index, bare)?.ids.map(({ kind, id }) => `${kind} ${id}`);

describe('ids of controls', () => {
  test('any spelling of any control reads as that control', () => {
    const spelling = fc.record({
      id: fc.constantFrom(...controls.map(({ id }) => id)),
      before: fc.constantFrom(
        '',
        'Annex ',
        'ANNEX ',
        'Annexe ',
        'Anhang ',
        'Anexo ',
        'Control ',
        'Ref. ',
        '(',
        ' ',
        '[',
        'Annex A, ',
        'ISO/IEC 42001:2023 ',
        'ISO 42001 – Annex ',
      ),
      letter: fc.constantFrom('A', 'a', 'B'),
      afterLetter: fc.constantFrom('.', '', ' ', '. ', '-', '_'),
      between: fc.constantFrom('.', ' . ', '-', '_', ',', '. '),
      padded: fc.boolean(),
      after: fc.constantFrom(
        '',
        '.',
        ')',
        ' ',
        ':',
        '\n',
        '\u00A0',
        ' AI something',
        ' – Title of it',
        ': title',
        '\nTitle',
      ),
    });
    fc.assert(
      fc.property(spelling, ({ id, before, letter, afterLetter, between, padded, after }) => {
        const [, ...numbers] = id.split('.');
        const text = numbers.map((part) => (padded ? part.padStart(2, '0') : part)).join(between);
        expect(idsIn(before + letter + afterLetter + text + after)).toEqual([`control ${id}`]);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['A 6 2 4', ['control A.6.2.4']],
    ['Ａ．６．２．４', ['control A.6.2.4']],
    ['A.6', ['group A.6']],
    ['A.6.2', ['group A.6.2']],
    ['A.2.1', ['group A.2.1']],
    ['A.6.2.1 Objective', ['group A.6.2.1']],
    ['B.6', ['group A.6']],
    ['A.6.9.9', ['unknown A.6.9.9']],
    ['A.6.2.4a', ['unknown A.6.2.4a']],
    ['27001:2022 A.5.2', ['unknown A.5.2']],
    ['6.2.4', ['number 6.2.4']],
    ['6.1.2', ['clause 6.1.2']],
    ['A.6.2.4, A.6.2.5 and A.6.2.6', ['control A.6.2.4', 'control A.6.2.5', 'control A.6.2.6']],
    ['A.6.2.4 / B.6.2.4', ['control A.6.2.4']],
    ['A.7.2–A.7.4', ['control A.7.2', 'control A.7.3', 'control A.7.4']],
    ['A.7.2 bis A.7.4', ['control A.7.2', 'control A.7.3', 'control A.7.4']],
    ['AI policy (A.2.2)', ['control A.2.2']],
    ['Annex A, control A.2.2', ['control A.2.2']],
    ['Annex A – Control No. 2.2', ['control A.2.2']],
    ['C.2.3', ['own C.2.3']],
  ])('%s', (text, expected) => expect(idsIn(text)).toEqual(expected));

  test.each(['30.09.2026', '2026-09-30', 'Annex A', 'Control', '', '12', 'Version 2.1', 'Page 1 of 3'])(
    '%s names none',
    (text) => expect(idsIn(text)).toBeUndefined(),
  );

  test('numbers without a letter count where they are controls', () => {
    expect(idsIn('6.2.4', true)).toEqual(['control A.6.2.4']);
    expect(idsIn('06.02.04 Verification', true)).toEqual(['control A.6.2.4']);
  });

  test('own ids', () => {
    expect(readOwnId('C-01')).toEqual({ id: 'C-01', rest: '' });
    expect(readOwnId('ORG-AI-7')).toEqual({ id: 'ORG-AI-7', rest: '' });
    expect(readOwnId('OC-1 Prompt review')).toEqual({ id: 'OC-1', rest: 'Prompt review' });
    for (const text of ['Additional controls', '12', 'Prepared in 2026 by the AI board of the company'])
      expect(readOwnId(text)).toBeUndefined();
  });
});

describe('titles', () => {
  test.each([
    ['AI POLICY', 'A.2.2'],
    ['Alignment with other organisational policies', 'A.2.3'],
    ['Processes for responsible design and development of AI systems', 'A.6.1.3'],
    ['Assessing AI system impact on individuals and groups of individuals', 'A.5.4'],
    ['AI system verifcation & validation', 'A.6.2.4'],
    ['Customer', 'A.10.4'],
    ['Data provenence', 'A.7.5'],
  ])('%s', (text, id) => expect(index.titles.near(text)).toBe(id));

  test('what is not near enough, or near to two, finds nothing', () => {
    for (const text of ['Policy', 'Data', 'AI system', 'Information security roles', 'Custody'])
      expect(index.titles.near(text)).toBeUndefined();
  });

  test('every title finds its own control, with one letter changed too', () => {
    fc.assert(
      fc.property(fc.constantFrom(...controls), fc.nat(), ({ id, title }, at) => {
        expect(index.titles.near(title)).toBe(id);
        const place = at % title.length;
        const changed = `${title.slice(0, place)}q${title.slice(place + 1)}`;
        expect([id, undefined]).toContain(index.titles.near(changed));
      }),
    );
  });
});

const alone = (text: string) => {
  const { said } = readAnswer(text);
  return decideAnswer(said, learnHabit([said]), false);
};

describe('answers', () => {
  test.each([
    'Yes',
    'y',
    'YES',
    'x',
    'X',
    '✓',
    '✔️',
    '☑',
    'applicable',
    'Applicable.',
    'TRUE',
    '1',
    '1.0',
    'oui',
    'Ja',
    'J',
    'sí',
    'Si',
    'wahr',
    'anwendbar',
    'Included',
    'Applicable – see policy',
    'Yes (all systems)',
    'Aplica',
    'Retenue',
    '☒',
    'Applicable to HR only',
    'Applicable: yes',
    '☑ Yes ☐ No',
    '[x]',
    'Not applicable: No',
  ])('%s is yes', (text) => expect(alone(text)).toBe(true));

  test.each([
    'No',
    'n',
    'N/A',
    'n.a.',
    'NA',
    'not applicable',
    'Not Applicable',
    'FALSE',
    '0',
    'non',
    'Nein',
    'nicht anwendbar',
    'Entfällt',
    'Excluded',
    'no aplica',
    'sans objet',
    'Non applicable',
    '✗',
    '☐',
    'No – we do not build models',
    'Not applicable because we buy',
    'Excluded: no own development',
    'falsch',
    'Non-applicable',
    'N.A. see scope',
    'Applicable: No',
    '☐ Applicable ☒ Not applicable',
    '[ ]',
  ])('%s is no', (text) => expect(alone(text)).toBe(false));

  test.each([
    '',
    '-',
    'maybe',
    'TBD',
    'Partially',
    'Yes – not applicable',
    '☐ Yes ☐ No',
    'In progress',
    'Yes/No',
    'Applicable / not applicable',
    '#N/A',
    '#REF!',
    '?',
    '2',
    'Not yet decided',
  ])('“%s” does not say', (text) => expect(alone(text)).toBeNull());

  test('an x beside ticks is no, and what is not ticked in a column of ticks is no', () => {
    const column = ['✓', 'x', '✓'].map((text) => readAnswer(text).said);
    expect(column.map((said) => decideAnswer(said, learnHabit(column), false))).toEqual([true, false, true]);
    const ticked = ['x', '', 'x', '-'].map((text) => readAnswer(text).said);
    expect(ticked.map((said) => decideAnswer(said, learnHabit(ticked), false))).toEqual([true, false, true, false]);
    expect(ticked.map((said) => decideAnswer(said, learnHabit(ticked), true))).toEqual([false, true, false, true]);
  });

  test('an x beside plain words is not guessed', () => {
    const column = ['Yes', 'x', 'Yes'].map((text) => readAnswer(text).said);
    expect(column.map((said) => decideAnswer(said, learnHabit(column), false))).toEqual([true, null, true]);
  });
});

describe('headings', () => {
  test.each([
    ['Control', 'id'],
    ['Control ID', 'id'],
    ['Nr.', 'id'],
    ['Annex A ref.', 'id'],
    ['Maßnahme', 'id'],
    ['Control title', 'title'],
    ['Titel', 'title'],
    ['Intitulé', 'title'],
    ['Título', 'title'],
    ['Applicable?', 'applicable'],
    ['Applicable (Yes/No)', 'applicable'],
    ['Applicability', 'applicable'],
    ['Anwendbar (J/N)', 'applicable'],
    ['Applicable / Not applicable', 'applicable'],
    ['¿Aplica?', 'applicable'],
    ['Retenue', 'applicable'],
    ['Not applicable', 'not-applicable'],
    ['Excluded', 'not-applicable'],
    ['Nicht anwendbar', 'not-applicable'],
    ['Justification', 'reason'],
    ['Justification for inclusion / exclusion', 'reason'],
    ['Begründung', 'reason'],
    ['Justificación', 'reason'],
    ['Justification for inclusion', 'inclusion-reason'],
    ['Reason for selection', 'inclusion-reason'],
    ['Reason for exclusion', 'exclusion-reason'],
    ['Begründung für den Ausschluss', 'exclusion-reason'],
    ['Implementation status', 'implementation'],
    ['Umsetzung', 'implementation'],
    ['Mise en œuvre', 'implementation'],
    ['Implementación', 'implementation'],
    ['Evidence', 'evidence'],
    ['Status', 'evidence'],
    ['Comments', 'remarks'],
    ['In/Out of scope', 'applicable'],
    ['Status (Applicable / Not applicable)', 'applicable'],
    ['Begründung Ein-/Ausschluss', 'reason'],
    ['Date implemented', 'evidence'],
    ['Arrangements (implementation)', 'implementation'],
  ])('%s is %s', (text, role) => expect(roleOfHeading(text)).toBe(role));

  test.each(['Statement of Applicability', 'Owner', 'Control owner', 'ACME Ltd', 'x'.repeat(200), ''])(
    '%s has no role',
    (text) => expect(roleOfHeading(text)).toBeUndefined(),
  );
});

describe('days and numbers', () => {
  test.each([
    ['2026-09-30', '2026-09-30'],
    ['30.09.2026', '2026-09-30'],
    ['30/09/2026', '2026-09-30'],
    ['30.9.26', '2026-09-30'],
    ['30 September 2026', '2026-09-30'],
    ['30. September 2026', '2026-09-30'],
    ['30 septembre 2026', '2026-09-30'],
    ['1er mars 2026', '2026-03-01'],
    ['30 de septiembre de 2026', '2026-09-30'],
    ['September 30, 2026', '2026-09-30'],
    ['30-Sep-2026', '2026-09-30'],
    ['3. März 2026', '2026-03-03'],
    ['12th of March 2026', '2026-03-12'],
    ['09/30/2026', '2026-09-30'],
    ['approved on 30.09.2026 in Berlin', '2026-09-30'],
    ['46295', '2026-09-30'],
  ])('%s', (text, day) => expect(readDate(text)).toBe(day));

  test.each(['31.02.2026', 'September 2026', '1.2.3.4', 'soon', '2.1', '99.99.2026'])('%s is no day', (text) =>
    expect(findDate(text)).toBeUndefined(),
  );

  test('serial numbers and formats', () => {
    expect(dateOfSerial(46295, false)).toBe('2026-09-30');
    expect(dateOfSerial(46295 - 1462, true)).toBe('2026-09-30');
    expect(dateOfSerial(1, false)).toBe('1900-01-01');
    expect(readNumberFormat(14, undefined)).toEqual({ kind: 'date' });
    expect(readNumberFormat(170, '[$-407]d/ mmmm yyyy;@')).toEqual({ kind: 'date' });
    expect(readNumberFormat(171, '[h]:mm:ss')).toEqual({ kind: 'time' });
    expect(readNumberFormat(46, undefined)).toEqual({ kind: 'time' });
    expect(textOfNumber('0.5', { kind: 'time' }, false)).toBe('0.5');
    expect(readNumberFormat(172, '"day" 0.0')).toEqual({ kind: 'fixed', decimals: 1, percent: false });
    expect(textOfNumber('2', readNumberFormat(172, '0.0'), false)).toBe('2.0');
    expect(textOfNumber('6.2000000000000002', { kind: 'general' }, false)).toBe('6.2');
  });
});
