// The result of an audit at one glance: two sentences and a strip of numbers, in the words of the template.
import { isNonconformity } from '../../../shared/domain/findings.ts';
import { type Grade, grades } from '../../../shared/domain/vocabulary.ts';
import type { Run, StripBlock } from '../blocks.ts';
import type { ReportModel } from '../report-model.ts';
import { type Composing, referToSection, words } from './composing.ts';
import { standardName } from './cover.ts';
import { gradeNames, gradePhrase, gradesShown, shortGrades, speaksOfNonconformities } from './grading.ts';
import { capitalise, counted, inWords } from './wording.ts';

/** The result in two sentences; both cite what asks for action. */
export function overallResult(composing: Composing): Run[] {
  const { model } = composing;
  const { requirements } = model.counts;
  const fulfilled = requirements.byVerdict.conforms + requirements.byVerdict.improvement;
  const open = requirements.byVerdict['not-started'] + requirements.byVerdict['in-progress'];
  const runs = speaksOfNonconformities(model)
    ? [
        words(
          `The AI management system meets the requirements of ${standardName(model)} in ${fulfilled} of ` +
            `${requirements.audited} audited items; ${requirements.audited} of ${requirements.total} were audited`,
        ),
      ]
    : [
        words(
          `${requirements.audited} of ${counted(requirements.total, 'requirement')} of ${standardName(model)} were ` +
            `looked at; ${fulfilled} of them stand as they should`,
        ),
      ];
  if (open > 0) runs.push(words(` and ${open} ${open === 1 ? 'is' : 'are'} still open`));
  return [...runs, words('. '), ...weightySentence(composing)];
}

/** What was raised that asks for action, grade by grade in the template's words, with the numbers. */
function weightySentence(composing: Composing): Run[] {
  const { model } = composing;
  const speaks = speaksOfNonconformities(model);
  const count = model.counts.findings.byGrade.concern;
  const runs = speaks ? nonconformitySentence(composing) : [];
  if (count === 0 && speaks) return runs;
  const name = gradeNames(model).concern;
  const phrase = gradePhrase('concern', name, count);
  if (count === 0) return [words(`No ${phrase} was raised.`)];
  return [
    ...runs,
    words(`${speaks ? ' ' : ''}${capitalise(inWords(count))} ${phrase}`),
    ...citeGrade(composing, 'concern'),
    words(count === 1 ? ' was raised.' : ' were raised.'),
  ];
}

function nonconformitySentence(composing: Composing): Run[] {
  const { major, minor } = composing.model.counts.findings.byGrade;
  const names = gradeNames(composing.model);
  if (major + minor === 0) return [words('No nonconformity was raised.')];
  if (names.major === grades.major && names.minor === grades.minor) {
    return [
      words(`${capitalise(inWords(major))} major`),
      ...citeGrade(composing, 'major'),
      words(` and ${inWords(minor)} minor`),
      ...citeGrade(composing, 'minor'),
      words(` ${major + minor === 1 ? 'nonconformity was' : 'nonconformities were'} raised.`),
    ];
  }
  return [
    words(
      `${capitalise(inWords(major + minor))} ${major + minor === 1 ? 'nonconformity was' : 'nonconformities were'}`,
    ),
    words(` raised: ${inWords(major)} as “${names.major}”`),
    ...citeGrade(composing, 'major'),
    words(`, ${inWords(minor)} as “${names.minor}”`),
    ...citeGrade(composing, 'minor'),
    words('.'),
  ];
}

/** Most findings that a sentence names one by one; all of them stand in the lines below and in their section. */
const mostCited = 12;

function citeGrade(composing: Composing, grade: Grade): Run[] {
  const { findings, audit } = composing.model;
  const numbers = findings.filter((finding) => finding.grade === grade).map(({ number }) => number);
  if (numbers.length === 0) return [];
  if (numbers.length > mostCited) return [words(' (listed in '), ...referToSection(composing, 'findings'), words(')')];
  return [words(' ('), ...composing.referAll(numbers, audit.ref), words(')')];
}

/** How many grades the strip has room for beside the two counts that always stand in it. */
const stripGrades = 3;

/** The counts that a reader looks for first, the weightiest grades among them. */
export function numberStrip(model: ReportModel): StripBlock {
  const { requirements, findings, evidence } = model.counts;
  const short = shortGrades(model);
  const shown = gradesShown(model);
  const speaks = speaksOfNonconformities(model);
  const weight = (grade: Grade) => {
    if (isNonconformity(grade) || (grade === 'concern' && !speaks)) return 0;
    return grade === 'improvement' || grade === 'concern' ? 1 : 2;
  };
  const chosen = shown.toSorted((one, other) => weight(one) - weight(other)).slice(0, stripGrades);
  return {
    kind: 'strip',
    name: 'The audit in numbers',
    items: [
      { value: String(requirements.audited), label: `of ${requirements.total} items audited` },
      ...shown
        .filter((grade) => chosen.includes(grade))
        .map((grade) => {
          const count = findings.byGrade[grade];
          const label = gradePhrase(grade, short[grade], count);
          return { value: String(count), label, ...(count > 0 && { tone: grade }) };
        }),
      { value: String(evidence), label: evidence === 1 ? 'piece of evidence' : 'pieces of evidence' },
    ],
  };
}
