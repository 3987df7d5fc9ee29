// The result of an audit at one glance: two sentences and a strip of numbers, in the words of the template.
import { isNonconformity, stands } from '../../../shared/domain/findings.ts';
import { type Grade, grades } from '../../../shared/domain/vocabulary.ts';
import type { Run, StripBlock } from '../blocks.ts';
import type { ReportFinding, ReportModel } from '../report-model.ts';
import { type Composing, joinRuns, referToSection, words } from './composing.ts';
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
  return [...runs, words('. '), ...weightySentence(composing), ...earlierSentence(composing)];
}

const isEarlier = ({ earlierFinding }: ReportFinding) => earlierFinding !== null;

/** The numbers of the findings of a grade that this audit raised itself. */
const raisedAs = ({ findings }: ReportModel, grade: Grade): string[] =>
  findings.filter((finding) => finding.grade === grade && !isEarlier(finding)).map(({ number }) => number);

/** What became of the findings of earlier audits, with their numbers; nothing where none was carried over. */
function earlierSentence(composing: Composing): Run[] {
  const { findings } = composing.model;
  const earlier = findings.filter(isEarlier);
  if (earlier.length === 0) return [];
  const part = (state: string, own: readonly ReportFinding[]): Run[][] =>
    own.length === 0
      ? []
      : [
          [
            words(`${inWords(own.length)} ${own.length === 1 ? 'is' : 'are'} ${state}`),
            ...cite(
              composing,
              own.map(({ number }) => number),
            ),
          ],
        ];
  const unknown = earlier.filter(({ earlierStatus }) => earlierStatus === '' || earlierStatus === 'not-verified');
  return [
    words(` Of ${counted(earlier.length, 'finding')} of earlier audits, `),
    ...joinRuns(
      [
        ...part(
          'closed',
          earlier.filter((finding) => !stands(finding)),
        ),
        ...part(
          'open',
          earlier.filter((finding) => stands(finding) && !unknown.includes(finding)),
        ),
        ...part('not verified', unknown),
      ],
      ', ',
    ),
    words('.'),
  ];
}

/** What was raised that asks for action, grade by grade in the template's words, with the numbers. */
function weightySentence(composing: Composing): Run[] {
  const { model } = composing;
  const speaks = speaksOfNonconformities(model);
  const count = raisedAs(model, 'concern').length;
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
  const [major, minor] = [raisedAs(composing.model, 'major').length, raisedAs(composing.model, 'minor').length];
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

const citeGrade = (composing: Composing, grade: Grade): Run[] => cite(composing, raisedAs(composing.model, grade));

function cite(composing: Composing, numbers: readonly string[]): Run[] {
  const { audit } = composing.model;
  if (numbers.length === 0) return [];
  if (numbers.length > mostCited) return [words(' (listed in '), ...referToSection(composing, 'findings'), words(')')];
  return [words(' ('), ...composing.referAll(numbers, audit.ref), words(')')];
}

/** How many grades the strip has room for beside the two counts that always stand in it. */
const stripGrades = 3;

/** The counts that a reader looks for first, the weightiest grades among them. */
export function numberStrip(model: ReportModel): StripBlock {
  const { requirements, findings, evidence } = model.counts;
  const open = model.findings.filter((finding) => isEarlier(finding) && stands(finding)).length;
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
          const count = raisedAs(model, grade).length;
          const label = gradePhrase(grade, short[grade], count);
          return { value: String(count), label, ...(count > 0 && { tone: grade }) };
        }),
      ...(findings.earlier > 0
        ? [
            {
              value: String(open),
              label: `of ${findings.earlier} earlier ${findings.earlier === 1 ? 'finding' : 'findings'} open`,
            },
          ]
        : []),
      { value: String(evidence), label: evidence === 1 ? 'piece of evidence' : 'pieces of evidence' },
    ],
  };
}
