// What a finished Word document has to hold: everything that the sections of its layout show of the model.
import { frameworks } from '../../../shared/domain/crosswalks.ts';
import { sampleLine } from '../../../shared/domain/samples.ts';
import { keysOf, verdicts } from '../../../shared/domain/vocabulary.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ReportModel } from '../report-model.ts';
import {
  countRows,
  countsTableName,
  gradeTableName,
  groupTableNames,
  resultColumns,
  tallyVerdicts,
} from '../sections/counts.ts';
import { crosswalkRows, crosswalkTableName, frameworkIds } from '../sections/crosswalk-rows.ts';
import { gradeNames, gradesShown, verdictNames } from '../sections/grading.ts';
import { type Layout, numbersNamedIn, placesIn, sectionPlace, sectionTitle } from '../sections/layout.ts';
import { hashesOfHistory } from '../sections/control.ts';
import { hashesOfVersions } from '../sections/versions.ts';
import { bookmarkName } from './inline.ts';
import type { DocumentFacts } from './read-document.ts';
import { cleanText } from './xml-text.ts';

/** The error of a document that does not hold what it should. */
export const damaged = (why: string) =>
  new AppError(
    'damaged',
    `The Word report was made but did not pass its check: ${why}. No file was kept; please try again.`,
    { why },
  );

/**
 * Every reference leads somewhere; every section of the layout is there with its number, and in it everything that it
 * holds or has to name. What a layout has no section for is not looked for, but still found where another cites it.
 */
export function checkContent(facts: DocumentFacts, model: ReportModel, layout: Layout): void {
  const { bookmarks, targets, wordsByStyle, numbers } = facts;
  for (const target of targets)
    if (!bookmarks.has(target)) throw damaged(`a reference leads to ${target}, which is not there`);
  for (const place of placesIn(layout, model))
    if (bookmarks.get(bookmarkName(place)) !== place) throw damaged(`${nameOf(place, model)} is missing`);
  for (const [section, number] of layout) {
    const name = bookmarkName(sectionPlace(section));
    if (number && facts.counted.get(name) !== number)
      throw damaged(`the section “${sectionTitle(section, model)}” is missing or has another number than ${number}`);
    for (const named of numbersNamedIn(section, model))
      if (!numbers.get(name)?.has(named))
        throw damaged(`the section “${sectionTitle(section, model)}” does not name ${named}`);
  }
  const questions = layout.has('checklist') ? model.requirements.flatMap((requirement) => requirement.questions) : [];
  expectSame('questions', idsOf(questions), wordsByStyle.get('QuestionId') ?? []);
  const samples = questions.flatMap((question) => question.samples.map(sampleLine));
  expectSame('samples', samples.map(inOneLine), (wordsByStyle.get('Sample') ?? []).map(inOneLine));
  const control = [model.catalogue.hash, model.head?.hash ?? '', ...hashesOfHistory(model), ...hashesOfVersions(model)];
  const hashes = [
    ...(layout.has('control') ? control : []),
    ...(layout.has('evidence') ? model.evidence.map(({ sha256 }) => sha256) : []),
  ];
  expectSame('hashes', hashes.filter(Boolean), wordsByStyle.get('Hash') ?? []);
  if (layout.has('crosswalks')) checkCrosswalks(facts, model);
}

/** What a place is, for the message that it is missing. */
function nameOf(place: string, { findings, evidence }: ReportModel): string {
  if (findings.some(({ number }) => number === place)) return `the finding ${place}`;
  return evidence.some(({ number }) => number === place) ? `the evidence ${place}` : `the requirement ${place}`;
}

const idsOf = (records: readonly { id: string }[]) => records.map(({ id }) => id);

const inOneLine = (words: string) => cleanText(words).trim().replaceAll(/\s+/g, ' ');

/** Every link to another framework is there, with the result and the basis. */
function checkCrosswalks({ tables }: DocumentFacts, model: ReportModel): void {
  const rows = crosswalkRows(model);
  const called = verdictNames(model);
  for (const framework of frameworkIds) {
    const expected = rows[framework].map(({ reference, basis, requirements }) => {
      const results = requirements.map(({ id, result }) => `${called[result.verdict].letter} ${id}`);
      return [reference, results.join(' '), basis].map(inOneLine).join(' | ');
    });
    const found = (tables.get(crosswalkTableName(framework)) ?? []).slice(1);
    expectSame(
      `links to ${frameworks[framework]}`,
      expected,
      found.map((cells) => cells.map(inOneLine).join(' | ')),
    );
  }
}

function expectSame(what: string, expected: readonly string[], found: readonly string[]): void {
  if (expected.length !== found.length) throw damaged(`it has ${found.length} ${what} instead of ${expected.length}`);
  const left = found.toSorted();
  const wrong = expected.toSorted().find((value, position) => value !== left[position]);
  if (wrong !== undefined) throw damaged(`of its ${what}, ${wrong} is missing`);
}

/** The tables of counts say what the model counts, as far as the layout has them. */
export function checkCounts({ tables }: DocumentFacts, model: ReportModel, layout: Layout): void {
  const { counts, catalogue } = model;
  const pairs = new Map(
    (tables.get(countsTableName) ?? []).flatMap((cells): [string, string][] => [
      [cells[0] ?? '', cells[1] ?? ''],
      [cells[3] ?? '', cells[4] ?? ''],
    ]),
  );
  for (const [label, count] of layout.has('board') ? countRows(model) : []) {
    if (pairs.get(label) !== String(count)) throw damaged(`the count “${label}” is not ${count}`);
  }
  if (layout.has('findings') && counts.findings.total > 0) {
    const names = gradeNames(model);
    const found = tables.get(gradeTableName)?.slice(1) ?? [];
    const expected = gradesShown(model).map((grade) => `${names[grade]}: ${counts.findings.byGrade[grade]}`);
    if (found.map((cells) => `${cells[0]}: ${cells[1]}`).join('; ') !== expected.join('; '))
      throw damaged('the findings by grade are not those of the audit');
  }
  for (const kind of ['clause', 'control'] as const) {
    if (!layout.has(kind === 'clause' ? 'clauses' : 'controls')) continue;
    if (!catalogue.groups.some((group) => group.kind === kind)) continue;
    const last = tables.get(groupTableNames[kind])?.at(-1) ?? [];
    const tally = tallyVerdicts(model.requirements.filter((requirement) => requirement.kind === kind));
    const expected = resultColumns.map(({ count }) => count(tally));
    const found = resultColumns.map((_, position) => Number(last[position + 2]));
    if (found.join() !== expected.join()) throw damaged('the results by group do not add up to those of the audit');
  }
  const all = tallyVerdicts(model.requirements);
  for (const verdict of keysOf(verdicts))
    if (all[verdict] !== counts.requirements.byVerdict[verdict])
      throw damaged('the results by group do not add up to those of the audit');
  if (counts.findings.total !== model.findings.length) throw damaged('the count of findings is not that of the audit');
}
