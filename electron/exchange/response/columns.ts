// The columns of a corrective-action workbook: the one table that the writer, the reader and the instructions share.
import {
  type AnswerField,
  answeredPositions,
  answeredStatuses,
  answerFields,
} from '../../../shared/domain/response-rows.ts';

/** The sheets of the workbook. */
export const answersName = 'Corrective actions';
export const instructionsName = 'Instructions';

export const lockedFields = [
  'finding',
  'grade',
  'requirement',
  'nature',
  'correctionDue',
  'actionDue',
  'dueBasis',
  'state',
] as const;
export type LockedField = (typeof lockedFields)[number];
export type ColumnKey = LockedField | AnswerField | 'key' | 'seal';

export interface ResponseColumn {
  key: ColumnKey;
  heading: string;
  width: number;
  /** `locked` is what the auditor says and `hidden` what the program needs; the others are for the auditee. */
  kind: 'locked' | 'hidden' | 'text' | 'line' | 'day' | 'choice';
  /** What a choice offers, by the stored word. */
  choices?: Readonly<Record<string, string>>;
  /** What the auditee writes there. */
  about?: string;
}

/** The columns in their order. */
export const columns: readonly ResponseColumn[] = [
  { key: 'finding', heading: 'Finding', width: 11, kind: 'locked' },
  { key: 'grade', heading: 'Grade', width: 16, kind: 'locked' },
  { key: 'requirement', heading: 'Requirement', width: 36, kind: 'locked' },
  { key: 'nature', heading: 'What is not fulfilled', width: 36, kind: 'locked' },
  { key: 'correctionDue', heading: 'Correction due', width: 14, kind: 'locked' },
  { key: 'actionDue', heading: 'Action due', width: 14, kind: 'locked' },
  { key: 'dueBasis', heading: 'Basis of the due days', width: 28, kind: 'locked' },
  { key: 'state', heading: 'State', width: 13, kind: 'locked' },
  {
    key: 'correction',
    heading: 'Correction',
    width: 36,
    kind: 'text',
    about: 'What was or will be done about this very case, and about what already followed from it.',
  },
  { key: 'correctionOwner', heading: 'Correction: who', width: 18, kind: 'line', about: 'Who is responsible for it.' },
  {
    key: 'correctionPlanned',
    heading: 'Correction: planned for',
    width: 14,
    kind: 'day',
    about: 'The day by which it will be done, or was done. A day such as 2027-03-15.',
  },
  {
    key: 'correctionStatus',
    heading: 'Correction: status',
    width: 12,
    kind: 'choice',
    choices: answeredStatuses,
    about: 'Open, or Done once it is done.',
  },
  {
    key: 'extent',
    heading: 'Extent',
    width: 30,
    kind: 'text',
    about: 'Where else the same could be wrong, how you looked for it, and what you found.',
  },
  {
    key: 'cause',
    heading: 'Cause',
    width: 36,
    kind: 'text',
    about: 'Why it could happen: what in the system let it happen, not the finding in other words.',
  },
  {
    key: 'action',
    heading: 'Corrective action',
    width: 36,
    kind: 'text',
    about: 'What takes the cause away, so that it does not happen again, and how you will see that it worked.',
  },
  { key: 'actionOwner', heading: 'Action: who', width: 18, kind: 'line', about: 'Who is responsible for it.' },
  {
    key: 'actionPlanned',
    heading: 'Action: planned for',
    width: 14,
    kind: 'day',
    about: 'The day by which it will be done. Where it is later than the due day, say why under Comment.',
  },
  {
    key: 'actionStatus',
    heading: 'Action: status',
    width: 12,
    kind: 'choice',
    choices: answeredStatuses,
    about: 'Open, or Done once it is done.',
  },
  {
    key: 'position',
    heading: 'Your position',
    width: 14,
    kind: 'choice',
    choices: answeredPositions,
    about: 'Whether you agree with the finding. A disagreement that stays is printed in the report.',
  },
  {
    key: 'comment',
    heading: 'Comment',
    width: 34,
    kind: 'text',
    about: 'Why you disagree, or anything else the audit team should know.',
  },
  { key: 'statedBy', heading: 'Stated by', width: 18, kind: 'line', about: 'Who takes this position for you.' },
  // Nobody sees these. They are wide so that they make no row taller.
  { key: 'key', heading: 'Row key', width: 250, kind: 'hidden' },
  { key: 'seal', heading: 'Row seal', width: 250, kind: 'hidden' },
];

const byKey = new Map(columns.map((column, index) => [column.key, { column, index }]));
/** A column and its place, from 0. */
export const columnOf = (key: ColumnKey) => byKey.get(key)!;
/** Whether a column is one that the auditee fills in. */
export const isAnswer = (key: ColumnKey): key is AnswerField => (answerFields as readonly string[]).includes(key);

/** What the instructions call the facts that the program reads back. */
export const facts = {
  audit: 'Workbook key',
  madeAt: 'Made at',
  rows: 'Rows',
  seal: 'Workbook seal',
} as const;
