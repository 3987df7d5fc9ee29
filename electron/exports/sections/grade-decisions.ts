// What was decided on the grade of a finding: the answers to the questions, and every regrade.
import { isAnswered } from '../../../shared/domain/grade-decisions.ts';
import { decisionAnswers } from '../../../shared/domain/vocabulary.ts';
import type { GradeDecisionRecord } from '../../../shared/contract/records.ts';
import type { Block } from '../blocks.ts';
import type { ReportFinding } from '../report-model.ts';
import { type Composing, cell, paragraph, row, table } from './composing.ts';
import { shortGrades } from './grading.ts';
import { formatDay } from './wording.ts';

/** How many cases a failure was found in: `in 2 of 9`; nothing where it was not counted. */
export function sayExtent({ affected, examined }: Pick<GradeDecisionRecord, 'affected' | 'examined'>): string {
  if (affected === null) return '';
  return examined === null ? `in ${affected}` : `in ${affected} of ${examined}`;
}

/** The answers of a decision in one line. */
export function sayAnswers(decision: GradeDecisionRecord): string {
  const say = (answer: GradeDecisionRecord['systemic']) => decisionAnswers[answer].toLowerCase();
  const extent = sayExtent(decision);
  return [
    `Requirement not fulfilled: ${say(decision.unfulfilled)}.`,
    `Capability to reach the intended results in doubt: ${say(decision.capabilityInDoubt)}.`,
    `Systemic: ${[say(decision.systemic), extent].filter(Boolean).join(', ')}.`,
  ].join(' ');
}

const sayWho = ({ decidedAt, decidedBy }: GradeDecisionRecord) =>
  ['Decided', formatDay(decidedAt), decidedBy && `by ${decidedBy}`].filter(Boolean).join(' ');

/** The newest answers and who decided, and a table of all decisions once there is more than one. */
export function composeDecisions(composing: Composing, { number, decisions }: ReportFinding): Block[] {
  const last = decisions.at(-1);
  if (!last) return [];
  const names = shortGrades(composing.model);
  const answered = decisions.findLast(isAnswered);
  const blocks: Block[] = [];
  if (answered) blocks.push(paragraph(sayAnswers(answered)));
  if (decisions.length === 1 && last.from === '') return [...blocks, paragraph(`${sayWho(last)}.`, 'small')];
  const columns = [
    { title: 'Decided', width: 44 },
    { title: 'Grade', width: 42 },
    { title: 'Reason', width: 80 },
  ];
  const rows = decisions.map((decision) => {
    const { from, grade, reason } = decision;
    const regrade = from === '' || from === grade ? names[grade] : `${names[from]} → ${names[grade]}`;
    return row(
      cell(sayWho(decision).replace('Decided ', '')),
      cell(regrade),
      cell(composing.write(reason.trim() || 'No reason was recorded.', number)),
    );
  });
  return [...blocks, table(composing, `${number}, decisions on the grade`, columns, rows)];
}
