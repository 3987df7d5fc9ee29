// The words about what goes to the auditee and comes back: closing-meeting sheets, workbook, response.
import type { AnswerField } from '../../../shared/domain/response-rows.ts';

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

export const auditeeTexts = {
  menu: 'For the auditee',
  sheets: 'Print sheets for the closing meeting',
  sheetsPdf: 'The same as PDF',
  sheet: (number: string) => `Print the sheet of ${number}`,
  sheetPdf: (number: string) => `The sheet of ${number} as PDF`,
  workbook: 'Export the corrective-action workbook',
  response: 'Take in a response',
  unsaved: 'Not all of what was typed is stored yet, so nothing was exported. It is kept; try again once it is saved.',
  cancelled: 'Cancelled. No file was left behind.',
  failed: (sentence: string) => sentence,
  made: {
    sheets: (count: number) => `${counted(count, 'sheet')} for the closing meeting`,
    sheetsPdf: (count: number) => `${counted(count, 'sheet')} for the closing meeting, PDF`,
    workbook: (count: number) => `Workbook with ${counted(count, 'row')}`,
  },
  files: 'For the auditee',
  dismiss: 'Put away',

  importTitle: 'Take in a response',
  drop: 'Drop the workbook that the auditee filled in here, or click to choose it.',
  label: (name: string) => `response ${name}`,
  imported: (fields: number, findings: number, evidence: string) =>
    fields === 0
      ? `Nothing was new. The workbook is ${evidence}.`
      : `Taken in: ${counted(fields, 'answer')} on ${counted(findings, 'finding')}. The workbook is ${evidence}.`,
  facts: { file: 'File', madeAt: 'Workbook made', takenIn: 'Taken in before' },
  notBefore: 'no',
  numbers: {
    rows: 'rows',
    answered: 'findings answered',
    changes: 'answers would change',
    conflicts: 'changed here as well',
  },
  notices: 'Worth a look before you take it in',
  noticeKind: 'Notices',
  wholeFile: 'File',
  differences: (count: number) => (count === 0 ? 'What would change' : `${counted(count, 'answer')} would change`),
  noDifference: 'Nothing: the audit says all of this already. The workbook would be kept as evidence.',
  columns: { finding: 'Finding', field: 'What', before: 'Now', after: 'Answer' },
  nothing: 'nothing yet',
  takenBack: 'taken back',
  changedHere: 'Changed here after the workbook was made.',
  fields: {
    correction: 'Correction',
    correctionOwner: 'Correction: who',
    correctionPlanned: 'Correction: planned for',
    correctionStatus: 'Correction: status',
    extent: 'Extent',
    cause: 'Cause',
    action: 'Corrective action',
    actionOwner: 'Action: who',
    actionPlanned: 'Action: planned for',
    actionStatus: 'Action: status',
    position: 'Position',
    comment: 'Comment',
    statedBy: 'Stated by',
  } satisfies Record<AnswerField, string>,
} as const;
