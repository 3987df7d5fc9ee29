// What a corrective-action workbook is made of, as plain objects.
import type { AnswerField, Answers } from '../../../shared/domain/response-rows.ts';
import type { Grade } from '../../../shared/domain/vocabulary.ts';

export interface SourceRow {
  key: string;
  name: string;
  grade: Grade;
  requirement: string;
  nature: string;
  correctionDue: string | null;
  actionDue: string | null;
  dueBasis: string;
  state: string;
  answers: Answers;
  /** Answers that the auditee cannot change any more. */
  settled: AnswerField[];
}

export interface ResponseSource {
  auditId: string;
  ref: string;
  title: string;
  organization: string;
  /** When the audit took place, in words. */
  dates: string;
  /** First day of the audit, or null. */
  startsOn: string | null;
  /** Who gets the answers. */
  auditors: string;
  madeBy: string;
  /** Instant with offset. */
  madeAt: string;
  product: string;
  /** Names of the grades, and the definitions of those that occur. */
  gradeNames: Record<Grade, string>;
  grades: { name: string; definition: string }[];
  rows: SourceRow[];
}
