import path from 'node:path';
import * as fc from 'fast-check';
import { loadCatalogue } from '../../electron/core/catalogue-files.ts';
import { readCatalogueFile } from '../../electron/exchange/catalogue/read-catalogue.ts';
import { type Catalogue, catalogueSchema } from '../../shared/domain/catalogue.ts';
import { reportSections } from '../../shared/domain/templates.ts';
import { auditTypes, depths, grades, keysOf, meetingKinds, systemRoles } from '../../shared/domain/vocabulary.ts';
import { makeWorkbook, type SheetPlan } from './soa-sheets.ts';

export const shipped = loadCatalogue(path.resolve(import.meta.dirname, '../../assets/catalogues/iso-42001-2023'));
export const bases = [{ id: shipped.id, catalogue: shipped }];
export const as = { id: 'own', version: '1' };

/** Reads a catalogue from a workbook of these sheets. */
export const readPlans = async (plans: SheetPlan[], given = as, from = bases) =>
  readCatalogueFile({ bytes: await makeWorkbook(...plans), name: 'own.xlsx' }, from, given);

/** Where the problems of a reading are: sheet, row and column. */
export const placesOf = ({ problems }: { problems: { sheet: string; row: number | null; column: string }[] }) =>
  problems.map(({ sheet, row, column }) => [sheet, row, column]);

/** Places in an order of their own, to compare them without regard to it. */
export const sorted = (places: readonly unknown[]) =>
  places.map((place) => JSON.stringify(place)).toSorted((a, b) => (a < b ? -1 : 1));

const isKeepable = (words: string) => words.isWellFormed() && !/[^\P{Cc}\t\n]|[\ufffe\uffff]/u.test(words);
const odd = fc.constantFrom(
  '_x0041_',
  '_x000D_',
  '_x005F_x0041_',
  ' leading',
  'trailing ',
  '\ttab\t',
  'one\n\ntwo\n',
  '\n',
  ' ',
  '=1+1',
  "'quoted",
  '@at',
  '-8.4',
  '8.4',
  '1e5',
  'TRUE',
  '#N/A',
  '2026-04-08',
  '<a href="x">&amp;',
  ']]>',
  'שלום עולם \u200f',
  '👩‍👩‍👧‍👦 👍🏽',
  'می‌خواهم',
  'e\u0301 é',
  '\u00a0',
  '\u2028',
  '\ufeff',
  'yes',
  'a, b; c',
);

const text = (most = 60) =>
  fc.oneof(
    odd,
    fc.string({ unit: 'binary', maxLength: most }).filter(isKeepable),
    fc.string({ unit: 'grapheme', maxLength: most }).filter(isKeepable),
    fc.constant(''),
  );
const words = (most = 60) => text(most).filter((value) => value.trim() !== '' && value.length <= 40);
const entry = words()
  .map((value) => value.replaceAll('\n', ' ').trim())
  .filter((value) => value !== '');
const list = (most = 4) => fc.array(entry, { maxLength: most });
const id = entry
  .map((value) => value.replaceAll(/[,;\t]/g, '').trim())
  .filter((value) => value !== '' && value !== '__proto__' && value.length <= 20);
const ids = (min: number, max: number) => fc.uniqueArray(id, { minLength: min, maxLength: max });
const someOf = <T extends string>(all: readonly T[], min = 0) => fc.shuffledSubarray([...all], { minLength: min });

interface Known {
  requirements: string[];
  groups: string[];
  themes: string[];
  evidenceTypes: string[];
}

const titled = (names: string[]) => fc.tuple(...names.map((one) => words().map((title) => ({ id: one, title }))));

function question(known: Known) {
  return fc.record({
    requirement: fc.constantFrom(...known.requirements),
    question: words(),
    intent: text(),
    lookAt: text(),
    sampling: text(),
    interviewees: list(),
    evidenceTypes: someOf(known.evidenceTypes),
    depth: fc.constantFrom(...keysOf(depths)),
    themes: someOf(known.themes),
    redFlags: list(),
    pitfall: text(),
  });
}

const ofBank = fc.record({
  perSystem: fc.boolean(),
  auditTypes: someOf(keysOf(auditTypes), 1),
  aiRoles: someOf(keysOf(systemRoles)),
});

function template(known: Known) {
  return fc.record({
    type: fc.constantFrom(...keysOf(auditTypes)),
    title: words(),
    purpose: text(),
    basis: list(),
    depths: someOf(keysOf(depths), 1),
    requirements: someOf(known.requirements),
    leftOutReason: text(),
    reportTitle: words(),
    sections: someOf(keysOf(reportSections), 1),
    grades: someOf(keysOf(grades), 1).chain((some) =>
      fc.tuple(...some.map((grade) => fc.record({ grade: fc.constant(grade), label: words(), definition: text() }))),
    ),
    meetings: fc.array(
      fc.record({
        kind: fc.constantFrom(...keysOf(meetingKinds)),
        title: words(),
        minutes: fc.nat(1_440),
        agenda: list(),
      }),
      { maxLength: 3 },
    ),
    slots: fc.array(
      fc.record({
        title: words(),
        day: fc.integer({ min: 1, max: 60 }),
        minutes: fc.nat(1_440),
        requirements: someOf(known.requirements),
        auditee: text(),
      }),
      { maxLength: 3 },
    ),
  });
}

const link = fc
  .record({ id, basis: fc.constantFrom('published', 'judgement'), strength: fc.option(words(), { nil: undefined }) })
  .map(({ strength, ...rest }) => (strength === undefined ? rest : { ...rest, strength }));
const links = fc.array(link, { maxLength: 3 });

function withId<T extends object>(one: fc.Arbitrary<T>, names: string[]): fc.Arbitrary<(T & { id: string })[]> {
  return fc.tuple(...names.map((name) => one.map((value) => ({ ...value, id: name }))));
}

function body(known: Known) {
  const requirement = fc
    .record({
      title: words(),
      group: fc.constantFrom(...known.groups),
      kind: fc.constantFrom('clause', 'control'),
      guidance: fc.option(words(), { nil: undefined }),
      documented: fc.boolean(),
      themes: someOf(known.themes, 1),
    })
    .map(({ guidance, ...rest }) => (guidance === undefined ? rest : { ...rest, guidance }));
  const guidance = fc.record({
    explanation: text(),
    documentedInformation: text(),
    typicalEvidence: list(),
    natureExamples: list(),
  });
  const some = someOf(known.requirements);
  return fc.record({
    groups: withId(fc.record({ title: words(), kind: fc.constantFrom('clause', 'control') }), known.groups),
    requirements: withId(requirement, known.requirements),
    themes: titled(known.themes),
    evidenceTypes: titled(known.evidenceTypes),
    depths: someOf(keysOf(depths)).chain(titled),
    governance: someOf(['governs', 'accountable', 'risks', 'oversight']).chain((names) =>
      withId(fc.record({ question: words(), themes: someOf(known.themes) }), names),
    ),
    benefits: ids(0, 3).chain((names) => withId(fc.record({ title: words(), themes: someOf(known.themes) }), names)),
    exclusionQuestion: fc.option(fc.tuple(id, question(known)).map(([own, fields]) => ({ ...fields, id: own }))),
    templates: ids(0, 3).chain((names) => withId(template(known), names)),
    questions: ids(0, 4).chain((names) =>
      withId(
        fc.tuple(question(known), ofBank).map(([one, more]) => ({ ...one, ...more })),
        names,
      ),
    ),
    items: some.chain((names) => withId(guidance, names)),
    crosswalks: some.chain((names) => withId(fc.record({ nistAiRmf: links, euAiAct: links, iso27001: links }), names)),
  });
}

const known = fc.record({ requirements: ids(1, 4), groups: ids(1, 3), themes: ids(1, 3), evidenceTypes: ids(0, 3) });

/** Any catalogue that holds together. */
export const anyCatalogue: fc.Arbitrary<Catalogue> = fc
  .tuple(
    fc.record({
      id,
      version: id,
      title: text(),
      standard: fc.record({ name: words(), edition: id, title: words() }),
      interviewees: fc.uniqueArray(entry, { maxLength: 4 }),
      crosswalkSources: fc.dictionary(id, text(), { maxKeys: 3, noNullPrototype: true }),
      otherStandards: fc.uniqueArray(fc.record({ name: words(), controls: fc.array(id, { maxLength: 3 }) }), {
        maxLength: 3,
        selector: ({ name }) => name,
      }),
    }),
    known.chain(body),
  )
  .map(([facts, rest]) => catalogueSchema.parse({ ...facts, ...rest }));
