// The corrective-action workbook: which findings have a row in it, and what the auditee answers there.
import type { ActionFields } from './actions.ts';
import { closureState, rankOf } from './closure.ts';
import { needsFollowUp } from './findings.ts';
import type { RecordOf } from './nouns.ts';
import { byNumber } from './numbering.ts';

type Finding = RecordOf<'finding'>;
type Action = RecordOf<'action'>;

/** What an auditee can say of an action; accepting, verifying and closing it is up to the auditor. */
export const answeredStatuses = { open: 'Open', done: 'Done' } as const;
/** The positions an auditee can take. */
export const answeredPositions = { agrees: 'Agrees', disagrees: 'Disagrees' } as const;

export const answerFields = [
  'correction',
  'correctionOwner',
  'correctionPlanned',
  'correctionStatus',
  'extent',
  'cause',
  'action',
  'actionOwner',
  'actionPlanned',
  'actionStatus',
  'position',
  'comment',
  'statedBy',
] as const;
export type AnswerField = (typeof answerFields)[number];

/** The answers of one row: days as ISO dates, the two statuses and the position as their keys, nothing as ''. */
export type Answers = Record<AnswerField, string>;

/** One row: a finding with one correction and one corrective action, as far as there are any. */
export interface ResponseRow {
  /** By which the row is known when the workbook comes back: the ids of the finding and of its actions. */
  key: string;
  /** By which a person knows the row: `F-003`; `F-003 (2)` where a finding has several actions of a kind. */
  name: string;
  finding: Finding;
  /** Whether the position of the auditee stands in this row. */
  isFirst: boolean;
  correction: Action | undefined;
  corrective: Action | undefined;
}

/** The key of a row. */
export const rowKey = (finding: string, correction: string | undefined, corrective: string | undefined): string =>
  [finding, correction ?? '-', corrective ?? '-'].join(' ');

const oldestFirst = (one: Action, other: Action) => (one.id < other.id ? -1 : 1);

/** The actions of a finding of one kind, oldest first. */
export function actionsOfKind(actions: readonly Action[], finding: string, kind: ActionFields['kind']): Action[] {
  return actions.filter((action) => action.finding === finding && action.kind === kind).toSorted(oldestFirst);
}

/** Whether a finding asks for a response that is not closed yet. */
function needsResponse(finding: Finding, actions: readonly Action[]): boolean {
  const own = actions.filter((action) => action.finding === finding.id);
  if (own.length === 0 && !needsFollowUp(finding.grade)) return false;
  return closureState(finding, own, '0000-00-00') !== 'closed';
}

/** The rows of a workbook: every finding that needs action, in the order of the numbers. */
export function responseRows(findings: readonly Finding[], actions: readonly Action[]): ResponseRow[] {
  const open = byNumber(findings).filter((finding) => needsResponse(finding, actions));
  return open.flatMap((finding) => {
    const corrections = actionsOfKind(actions, finding.id, 'correction');
    const corrective = actionsOfKind(actions, finding.id, 'corrective-action');
    return Array.from({ length: Math.max(1, corrections.length, corrective.length) }, (_, at) => ({
      key: rowKey(finding.id, corrections[at]?.id, corrective[at]?.id),
      name: at === 0 ? finding.number : `${finding.number} (${at + 1})`,
      finding,
      isFirst: at === 0,
      correction: corrections[at],
      corrective: corrective[at],
    }));
  });
}

/** Whether the auditor has looked at an action already, so that the auditee cannot change it any more. */
export const isSettled = (action: Action | undefined): boolean =>
  action !== undefined && rankOf(action.status) >= rankOf('verified');

const statusOf = (action: Action | undefined): string =>
  action === undefined ? '' : rankOf(action.status) >= rankOf('done') ? 'done' : 'open';

/** The action that says how far the matter reaches: the one that has words on it, the corrective action before the other. */
export function extentAction(row: Pick<ResponseRow, 'correction' | 'corrective'>): 'correction' | 'corrective' {
  return row.correction?.extent && !row.corrective?.extent ? 'correction' : 'corrective';
}

/** What a row says now. */
export function answersOf(row: Omit<ResponseRow, 'key' | 'name'>): Answers {
  const { correction, corrective, finding, isFirst } = row;
  return {
    correction: correction?.text ?? '',
    correctionOwner: correction?.owner ?? '',
    correctionPlanned: correction?.plannedOn ?? '',
    correctionStatus: statusOf(correction),
    extent: row[extentAction(row)]?.extent ?? '',
    cause: corrective?.cause ?? '',
    action: corrective?.text ?? '',
    actionOwner: corrective?.owner ?? '',
    actionPlanned: corrective?.plannedOn ?? '',
    actionStatus: statusOf(corrective),
    position: isFirst ? finding.auditeePosition : '',
    comment: isFirst ? finding.auditeeComment : '',
    statedBy: isFirst ? finding.auditeeBy : '',
  };
}

/** Which fields of a row nobody but the auditor may change. */
export function settledFields(row: Pick<ResponseRow, 'isFirst' | 'correction' | 'corrective'>): Set<AnswerField> {
  const fields: AnswerField[] = [];
  if (isSettled(row.correction)) fields.push('correction', 'correctionOwner', 'correctionPlanned', 'correctionStatus');
  if (isSettled(row.corrective)) fields.push('cause', 'action', 'actionOwner', 'actionPlanned', 'actionStatus');
  if (isSettled(row[extentAction(row)])) fields.push('extent');
  if (!row.isFirst) fields.push('position', 'comment', 'statedBy');
  return new Set(fields);
}
