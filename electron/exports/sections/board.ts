import type { Verdict } from '../../../shared/domain/vocabulary.ts';
import type { Block, CoverageBlock, Run } from '../blocks.ts';
import type { ReportGovernance } from '../report-model.ts';
import { numberStrip, overallResult } from './board-result.ts';
import { type Composing, cell, heading, joinRuns, paragraph, row, sectionHeading, table, words } from './composing.ts';
import { countRows, countsTableName, resultTable } from './counts.ts';
import { verdictNames, weightyFindings } from './grading.ts';
import { counted } from './wording.ts';

/** The executive summary: the result in one sentence, numbers, the four questions of a board, coverage and themes. */
export function composeBoard(composing: Composing): Block[] {
  const { model } = composing;
  return [
    sectionHeading(composing, 'board'),
    paragraph(overallResult(composing)),
    numberStrip(model),
    ...model.governance.flatMap((question) => answerQuestion(composing, question)),
    heading(2, 'Coverage'),
    coverageMap(composing),
    heading(2, 'Themes'),
    paragraph('A requirement may belong to several themes, so the lines do not add up to the number of requirements.'),
    resultTable(
      composing,
      'Results by theme',
      'Theme',
      model.themes.map((theme) => ({ ...theme, title: `${theme.id} ${theme.title}` })),
      { sum: false, caption: 'Requirements by theme and result.' },
    ),
    heading(2, 'Counts'),
    composeCounts(composing),
  ];
}

const pair = ([label = '', count]: readonly [string?, number?, string?] = []) => [
  cell(label),
  cell(String(count ?? '')),
];

/** Every count beside its label, two pairs in a line. */
function composeCounts(composing: Composing): Block {
  const counts = countRows(composing.model);
  const half = Math.ceil(counts.length / 2);
  const label = { title: 'What is counted', width: 62 };
  const count = { title: 'Count', width: 16, align: 'right' as const };
  const rows = counts.slice(0, half).map((left, position) => {
    return row(...pair(left), cell(''), ...pair(counts[half + position]));
  });
  const columns = [label, count, { title: '', width: 10 }, label, count];
  const caption = 'Counts of this audit. The workbook shows the same.';
  return { ...table(composing, countsTableName, columns, rows, caption), together: true };
}

function answerQuestion(composing: Composing, question: ReportGovernance): Block[] {
  const { audit, conclusion } = composing.model;
  const blocks: Block[] = [paragraph(question.question, 'question')];
  if (question.answer.trim()) {
    for (const runs of composing.write(question.answer, audit.ref)) blocks.push(paragraph(runs, 'answer'));
  } else {
    if (conclusion.acceptedAt !== null) composing.warn(audit.ref, `There is no answer to “${question.question}”.`);
    blocks.push(paragraph('The lead auditor has not accepted an answer yet. The results so far:', 'answer'));
  }
  blocks.push(paragraph(factsLine(composing, question), 'small'));
  return blocks;
}

/** The results behind an answer: counts, every nonconformity with its requirements, everything not audited. */
function factsLine(composing: Composing, question: ReportGovernance) {
  const { requirements, byVerdict, notAudited } = question;
  const { audit, findings } = composing.model;
  const parts: [Verdict[], string][] = [
    [['conforms'], 'conform'],
    [['improvement'], 'with improvement'],
    [['nonconforming'], verdictNames(composing.model).nonconforming.word.toLowerCase()],
    [['not-applicable'], 'not applicable'],
    [['not-audited'], 'not audited'],
    [['not-started', 'in-progress'], 'open'],
  ];
  const counts = parts
    .map(([keys, label]) => [keys.reduce((sum, key) => sum + byVerdict[key], 0), label] as const)
    .filter(([count]) => count > 0)
    .map(([count, label]) => `${count} ${label}`);
  const facts = `${counted(requirements, 'requirement')}: ${counts.join(', ') || 'none'}.`;
  const cite = (number: string): Run[] => {
    const ids = findings.find((finding) => finding.number === number)?.requirements ?? [];
    const reference = composing.refer(number, audit.ref);
    return ids.length > 0 ? [reference, words(' ('), ...composing.referAll(ids, number), words(')')] : [reference];
  };
  return [
    words(facts, 'muted'),
    ...weightyFindings(composing.model, question).flatMap(({ title, none, numbers }) =>
      numbers.length > 0
        ? [words(` ${title}: `, 'muted'), ...joinRuns(numbers.map(cite), ', '), words('.', 'muted')]
        : [words(` ${none}.`, 'muted')],
    ),
    ...(notAudited.length > 0
      ? [words(' Not audited: ', 'muted'), ...composing.referAll(notAudited, audit.ref), words('.', 'muted')]
      : [words(' Nothing was left unaudited.', 'muted')]),
  ];
}

function coverageMap(composing: Composing): CoverageBlock {
  const { catalogue, requirements } = composing.model;
  const called = verdictNames(composing.model);
  const failing = `${called.nonconforming.letter} ${called.nonconforming.word.toLowerCase()}`;
  return {
    kind: 'coverage',
    name: 'Result of every requirement',
    rows: catalogue.groups.map(({ id, title }) => ({
      id,
      title,
      cells: requirements
        .filter(({ group }) => group === id)
        .map((each) => ({
          place: each.id,
          isLinked: composing.hasPlace(each.id),
          verdict: each.result.verdict,
          letter: called[each.result.verdict].letter,
        })),
    })),
    caption: {
      number: composing.nextTable(),
      text: `Result by requirement. C conforms, I improvement, ${failing}, – not applicable, / and hatched not audited, · not started, … in progress.`,
    },
  };
}
