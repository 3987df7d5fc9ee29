import { isNonconformity } from '../../../shared/domain/findings.ts';
import type { Block, FactsBlock, Run } from '../blocks.ts';
import type { ReportFinding } from '../report-model.ts';
import { sayActionFacts, sayClosure } from './action-words.ts';
import { type Composing, cell, heading, joinRuns, paragraph, row, sectionHeading, table, words } from './composing.ts';
import { gradeChart } from './charts.ts';
import { gradeTableName } from './counts.ts';
import { composeEarlier, composeEarlierFindings } from './earlier-findings.ts';
import { composeDecisions } from './grade-decisions.ts';
import { gradeNames, gradesShown, shortGrades, speaksOfNonconformities } from './grading.ts';
import { sectionPlace } from './layout.ts';
import { counted, formatDay, sayPosition } from './wording.ts';

/** How findings are graded, how many there are of each grade, and all of them, one block each. */
export function composeFindings(composing: Composing): Block[] {
  const { findings } = composing.model;
  return [
    sectionHeading(composing, 'findings'),
    ...(findings.length > 0 ? introduceFindings(composing) : [paragraph('No finding was raised.')]),
    ...composeGrading(composing),
    ...composeEarlierFindings(composing),
    ...findings.flatMap((finding) => composeFinding(composing, finding)),
  ];
}

function introduceFindings(composing: Composing): Block[] {
  const { model } = composing;
  const names = gradeNames(model);
  const earlier = model.findings.filter(({ earlierFinding }) => earlierFinding !== null).length;
  const raised = [
    model.findings.length === earlier
      ? 'No finding was raised'
      : `${counted(model.findings.length - earlier, 'finding was', 'findings were')} raised`,
    ...(earlier > 0
      ? [`${counted(earlier, 'finding of an earlier audit was', 'findings of earlier audits were')} followed up`]
      : []),
  ].join(', and ');
  const columns = [
    { title: 'Grade', width: 52 },
    { title: 'Count', width: 16, align: 'right' as const },
    { title: '', width: 6 },
    { title: 'Numbers', width: 92 },
  ];
  const rows = gradesShown(model).map((grade) => {
    const own = model.findings.filter((finding) => finding.grade === grade);
    const numbersOf = (isEarlier: boolean) =>
      composing.referAll(
        own.filter(({ earlierFinding }) => (earlierFinding !== null) === isEarlier).map(({ number }) => number),
        model.audit.ref,
      );
    const carried = after('from earlier audits', numbersOf(true));
    return row(
      cell(names[grade]),
      cell(String(own.length)),
      cell(''),
      cell(own.length > 0 ? joinRuns([numbersOf(false), carried], '; ') : [words('none', 'muted')]),
    );
  });
  return [
    paragraph(
      speaksOfNonconformities(model)
        ? `${raised}. A nonconformity is stated in three parts: what was required, what was seen, and what is ` +
            'not fulfilled and how far.'
        : `${raised}. Each is stated in three parts: what is asked for, what was seen, what follows.`,
    ),
    table(composing, gradeTableName, columns, rows, 'Findings by grade.'),
    gradeChart(composing),
  ];
}

/** The meaning of every grade as the template defines it. */
function composeGrading(composing: Composing): Block[] {
  const { model } = composing;
  const names = gradeNames(model);
  const definitions = new Map(model.template.grades.map(({ grade, definition }) => [grade, definition.trim()]));
  if ([...definitions.values()].every((definition) => definition === '')) return [];
  const columns = [
    { title: 'Grade', width: 46 },
    { title: 'Meaning', width: 120 },
  ];
  const rows = gradesShown(model).map((grade) => {
    const definition = definitions.get(grade);
    const other = 'Used although audits of this kind do not use it.';
    return row(cell([words(names[grade], 'bold')]), cell(definition ?? other));
  });
  return [
    heading(2, 'How findings are graded', sectionPlace('findings', 'grading')),
    table(composing, 'How findings are graded', columns, rows, 'Grades of findings and what they mean.'),
  ];
}

function composeFinding(composing: Composing, finding: ReportFinding): Block[] {
  const { number, grade } = finding;
  const nonconformity = isNonconformity(grade);
  const short = shortGrades(composing.model)[grade];
  const blocks: Block[] = [
    { kind: 'heading', level: 2, number, text: finding.heading || short, place: number },
    paragraph(factsLine(composing, finding), 'lead'),
    threeParts(composing, finding),
    ...composeEarlier(composing, finding),
  ];
  if (finding.gradeReason.trim() || nonconformity) {
    const reason = finding.gradeReason.trim() || 'The reason for the grade is not recorded.';
    const [first = [], ...more] = composing.write(reason, number);
    const startsWithGrade = reason.toLowerCase().startsWith(short.toLowerCase());
    blocks.push(heading(3, 'Grade decision'), paragraph(startsWithGrade ? first : [words(`${short}: `), ...first]));
    blocks.push(...more.map((runs) => paragraph(runs)));
  }
  blocks.push(...composeDecisions(composing, finding));
  // What the auditee said about an earlier finding, and what it did, stands with that one unless it was taken up again.
  const isNew = finding.earlierFinding === null;
  if ((nonconformity && isNew) || finding.auditeePosition || finding.auditeeComment.trim()) {
    const comment = finding.auditeeComment.trim();
    const position = `${sayPosition(finding)}.`;
    blocks.push(heading(3, "Auditee's position"), paragraph(position));
    if (comment) blocks.push(...composing.write(comment, number).map((runs) => paragraph(runs)));
  }
  if ((nonconformity && isNew) || finding.actions.length > 0) {
    blocks.push(heading(3, 'Response'), composeResponse(composing, finding));
  }
  return blocks;
}

const after = (label: string, runs: Run[]) => (runs.length > 0 ? [words(`${label} `), ...runs] : []);

function factsLine(composing: Composing, finding: ReportFinding): Run[] {
  const { number, grade } = finding;
  const raised = [formatDay(finding.raisedAt), finding.raisedBy && `by ${finding.raisedBy}`].filter(Boolean).join(' ');
  const dueDays = finding.actions.flatMap(({ dueOn }) => dueOn ?? []).toSorted();
  const due = dueDays[0];
  return [
    { kind: 'chip', text: shortGrades(composing.model)[grade], tone: grade },
    words('   '),
    ...joinRuns([
      after(
        finding.requirements.length > 1 ? 'Requirements' : 'Requirement',
        composing.referAll(finding.requirements, number),
      ),
      after(
        finding.systemNames.length > 1 ? 'Systems' : 'System',
        finding.systemNames.length > 0 ? [words(finding.systemNames.join(', '))] : [],
      ),
      after('Evidence', composing.referAll(finding.evidenceNumbers, number)),
      raised ? [words(`Raised ${raised}`)] : [],
      due ? [words(`Response due ${formatDay(due)}`)] : [],
    ]),
  ];
}

function threeParts(composing: Composing, finding: ReportFinding): FactsBlock {
  const parts = [
    ['Requirement', finding.requirement],
    ['Evidence', finding.evidence],
    ['Nature', finding.nature],
  ] as const;
  return {
    kind: 'facts',
    name: `${finding.number} in three parts`,
    labelWidth: 30,
    tone: finding.grade,
    rows: parts.map(([label, text]) => ({
      label,
      paragraphs: composing.write(text.trim() || 'Not written yet.', finding.number),
    })),
  };
}

function composeResponse(composing: Composing, finding: ReportFinding): FactsBlock {
  const rows: FactsBlock['rows'] = [];
  const add = (label: string, texts: Run[][]) => {
    rows.push({ label, paragraphs: texts.length > 0 ? texts : [[words('open')]] });
  };
  const texts = (field: 'extent' | 'cause' | 'verification' | 'effectiveness') =>
    finding.actions.flatMap((action) => (action[field].trim() ? composing.write(action[field], finding.number) : []));
  const actions = (kind: string) =>
    finding.actions
      .filter((action) => action.kind === kind)
      .flatMap((action): Run[][] => {
        return [
          ...composing.write(action.text.trim() || 'Not written yet.', finding.number),
          [words(sayActionFacts(action), 'muted')],
          ...sayClosure(action).map((line) => [words(line, 'muted')]),
          ...(action.evidenceNumbers.length > 0
            ? [[words('Verified with ', 'muted'), ...composing.referAll(action.evidenceNumbers, finding.number)]]
            : []),
        ];
      });
  add('Correction', actions('correction'));
  add('Extent', texts('extent'));
  add('Cause', texts('cause'));
  add('Corrective action', actions('corrective-action'));
  add('Verification', texts('verification'));
  add('Effectiveness', texts('effectiveness'));
  return { kind: 'facts', name: `${finding.number}, response`, labelWidth: 34, rows };
}
