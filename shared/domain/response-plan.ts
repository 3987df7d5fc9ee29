// What a filled corrective-action workbook changes. Pure: the cells were read and checked before.
import { longestLine } from './fields.ts';
import type { RecordOf } from './nouns.ts';
import { changeOf, type RowChange } from './response-changes.ts';
import {
  actionsOfKind,
  answerFields,
  type AnswerField,
  type Answers,
  answersOf,
  type ResponseRow,
  settledFields,
} from './response-rows.ts';

type Finding = RecordOf<'finding'>;
type Action = RecordOf<'action'>;

/** One row as it came back: `row` as the spreadsheet counts, and the answers that are not as they were sent, if any. */
export interface GivenRow {
  row: number;
  key: string;
  name: string;
  answers: Partial<Answers>;
}

/** Something about one answer, or about a whole row, in words. */
export interface RowRemark {
  row: number;
  name: string;
  field: AnswerField | null;
  message: string;
}

/** How one answer differs from what the audit has. */
export interface AnswerDifference {
  row: number;
  name: string;
  finding: string;
  title: string;
  field: AnswerField;
  before: string;
  after: string;
  /** Whether it was changed in the audit as well since the workbook was made. */
  isChangedHere: boolean;
}

export interface ResponsePlan {
  differences: AnswerDifference[];
  changes: RowChange[];
  /** Why the workbook cannot be taken in. */
  problems: RowRemark[];
  /** What the auditor should know. */
  notices: RowRemark[];
  /** The findings that were answered. */
  answered: string[];
}

/** Whether the auditee wrote into a row. */
export const isAnswered = ({ answers }: Pick<GivenRow, 'answers'>): boolean => Object.keys(answers).length > 0;

interface Facts {
  findings: readonly Finding[];
  actions: readonly Action[];
  /** The first day of the audit, or what comes next to it; null where none is known. */
  auditStart: string | null;
  /** Longest text of one cell, in UTF-16 units. */
  longestCell: number;
  /** The day by which an action that is not there yet would be due. */
  dueOf: (finding: Finding, kind: Action['kind']) => string | null;
  /** Whether what the audit has now is what was sent in a cell. */
  isAsSent: (row: number, field: AnswerField, now: string) => boolean;
}

/** The row that a key means now: actions that were added since the workbook was made count where it had none. */
function rowOf({ key, name }: GivenRow, facts: Facts, taken: Set<string>): ResponseRow | undefined {
  const [findingId, ...ids] = key.split(' ');
  const finding = facts.findings.find(({ id }) => id === findingId);
  if (!finding) return undefined;
  const kinds = ['correction', 'corrective-action'] as const;
  const [correction, corrective] = kinds.map((kind, at) => {
    const all = actionsOfKind(facts.actions, finding.id, kind);
    const found = all.find(({ id }) => id === ids[at]) ?? all.find(({ id }) => !taken.has(id));
    if (found) taken.add(found.id);
    return found;
  });
  return { key, name, finding, isFirst: !name.includes('('), correction, corrective };
}

const lineFields: readonly AnswerField[] = ['correctionOwner', 'actionOwner', 'statedBy'];
const dayFields: readonly AnswerField[] = ['correctionPlanned', 'actionPlanned'];

/** What is wrong with one answer, if anything. */
function problemOf(field: AnswerField, after: string, before: string, row: ResponseRow, facts: Facts): string {
  if (settledFields(row).has(field))
    return row.isFirst || !['position', 'comment', 'statedBy'].includes(field)
      ? 'This was verified or closed by the auditor already and cannot be changed by a response.'
      : `The position on ${row.finding.number} belongs into its first row.`;
  if (before.length > facts.longestCell)
    return 'The text here is longer than a cell, so a workbook cannot change it. Change it in the audit.';
  if (lineFields.includes(field) && after.length > longestLine)
    return `The name is longer than ${longestLine.toLocaleString('en-GB')} characters.`;
  if (dayFields.includes(field) && after !== '' && facts.auditStart !== null && after < facts.auditStart)
    return `The day ${after} lies before the audit, which began on ${facts.auditStart}.`;
  return '';
}

function noticesOf(row: number, target: ResponseRow, answers: Answers, facts: Facts): RowRemark[] {
  const { name, finding } = target;
  const notices: RowRemark[] = [];
  const notice = (field: AnswerField, message: string) => notices.push({ row, name, field, message });
  const late = (field: AnswerField, kind: Action['kind'], action: Action | undefined) => {
    const dueOn = action ? action.dueOn : facts.dueOf(finding, kind);
    if (dueOn !== null && answers[field] > dueOn)
      notice(field, `The planned day ${answers[field]} is after the due day ${dueOn}.`);
  };
  late('correctionPlanned', 'correction', target.correction);
  late('actionPlanned', 'corrective-action', target.corrective);
  if (answers.correctionStatus === 'done' && answers.correction.trim() === '')
    notice('correctionStatus', 'The correction is said to be done, but not what it is.');
  if (answers.actionStatus === 'done' && answers.action.trim() === '')
    notice('actionStatus', 'The corrective action is said to be done, but not what it is.');
  if (answers.action.trim() !== '' && answers.cause.trim() === '')
    notice('cause', 'There is a corrective action without a cause.');
  if (answers.position === 'disagrees' && answers.comment.trim() === '')
    notice('position', 'The auditee disagrees without saying why.');
  return notices;
}

/** Compares the rows that came back with the audit, and says what to write, what is wrong and what to know. */
export function planResponse(given: readonly GivenRow[], facts: Facts): ResponsePlan {
  const plan: ResponsePlan = { differences: [], changes: [], problems: [], notices: [], answered: [] };
  const taken = new Set(given.flatMap(({ key }) => key.split(' ').slice(1)));
  for (const one of given) {
    const { row, name } = one;
    const target = rowOf(one, facts, taken);
    if (!target) {
      if (isAnswered(one))
        plan.problems.push({ row, name, field: null, message: `${name} is no longer a finding of this audit.` });
      continue;
    }
    const now = answersOf(target);
    const changed: Partial<Answers> = {};
    for (const field of answerFields) {
      const after = one.answers[field];
      const before = now[field];
      if (after === undefined || after === before) continue;
      // To say nothing about an action that was not begun, and to call it open, is the same.
      if (field.endsWith('Status') && before === '' && after === 'open') continue;
      if (field.endsWith('Status') && before === 'open' && after === '') continue;
      const message = problemOf(field, after, before, target, facts);
      if (message) plan.problems.push({ row, name, field, message });
      changed[field] = after;
      plan.differences.push({
        row,
        name,
        finding: target.finding.number,
        title: target.finding.title,
        field,
        before,
        after,
        isChangedHere: !facts.isAsSent(row, field, before),
      });
    }
    if (isAnswered(one) && !plan.answered.includes(target.finding.id)) plan.answered.push(target.finding.id);
    if (Object.keys(changed).length === 0) continue;
    plan.changes.push(changeOf(target, changed));
    plan.notices.push(...noticesOf(row, target, { ...now, ...changed }, facts));
  }
  return plan;
}
