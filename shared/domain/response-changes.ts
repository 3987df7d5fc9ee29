// What the answers of one row write: to the finding, its correction, its corrective action. Pure.
import { rankOf } from './closure.ts';
import type { PartialFieldsOf, RecordOf } from './nouns.ts';
import { answerFields, type AnswerField, type Answers, extentAction, type ResponseRow } from './response-rows.ts';

type Finding = RecordOf<'finding'>;
type Action = RecordOf<'action'>;

/** What has to be written for one row; an action without an id is a new one. */
export interface RowChange {
  finding: string;
  findingFields: PartialFieldsOf<'finding'>;
  correction: { id: string | undefined; fields: PartialFieldsOf<'action'> };
  corrective: { id: string | undefined; fields: PartialFieldsOf<'action'> };
}

/** The stored status that an answer stands for: what the auditor accepted stays accepted. */
function statusAfter(answer: string, action: Action | undefined): Action['status'] {
  if (answer === 'done') return 'done';
  if (!action || rankOf(action.status) < rankOf('done')) return action?.status ?? 'open';
  return action.acceptedOn === null ? 'open' : 'accepted';
}

/** What a row's changed answers write. */
export function changeOf(target: ResponseRow, answers: Partial<Answers>): RowChange {
  const { finding, correction, corrective } = target;
  const change: RowChange = {
    finding: finding.id,
    findingFields: {},
    correction: { id: correction?.id, fields: {} },
    corrective: { id: corrective?.id, fields: {} },
  };
  const extentOf = extentAction(target) === 'correction' ? change.correction : change.corrective;
  const set: Record<AnswerField, (text: string) => void> = {
    correction: (text) => (change.correction.fields.text = text),
    correctionOwner: (owner) => (change.correction.fields.owner = owner),
    correctionPlanned: (day) => (change.correction.fields.plannedOn = day || null),
    correctionStatus: (answer) => (change.correction.fields.status = statusAfter(answer, correction)),
    extent: (extent) => (extentOf.fields.extent = extent),
    cause: (cause) => (change.corrective.fields.cause = cause),
    action: (text) => (change.corrective.fields.text = text),
    actionOwner: (owner) => (change.corrective.fields.owner = owner),
    actionPlanned: (day) => (change.corrective.fields.plannedOn = day || null),
    actionStatus: (answer) => (change.corrective.fields.status = statusAfter(answer, corrective)),
    position: (position) => (change.findingFields.auditeePosition = position as Finding['auditeePosition']),
    comment: (comment) => (change.findingFields.auditeeComment = comment),
    statedBy: (by) => (change.findingFields.auditeeBy = by),
  };
  for (const field of answerFields) {
    const answer = answers[field];
    if (answer !== undefined) set[field](answer);
  }
  return change;
}
