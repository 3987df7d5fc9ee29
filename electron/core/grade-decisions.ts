// Decisions on the grade of a finding: written once, never changed.
import type { Output, Parsed } from '../../shared/contract/contract.ts';
import type { FindingRecord, GradeDecisionRecord } from '../../shared/contract/records.ts';
import type { Grade } from '../../shared/domain/vocabulary.ts';
import { AppError } from '../../shared/errors.ts';
import { dependentsOf } from '../store/links.ts';
import { readRecord } from '../store/tables.ts';
import type { Step } from '../store/writer.ts';
import { alreadyCreated, type Context, requireRecord } from './context.ts';

type Given = Parsed<'findings.grade'>['decision'] | { grade: Grade; reason: string };

/** Records a decision on a finding as it was before. The first that keeps the grade it was raised with is no regrade. */
export function decide(
  context: Context,
  write: Step,
  before: FindingRecord,
  given: Given,
  id?: string,
): GradeDecisionRecord {
  const isFirst = !dependentsOf(context.db, before.id).some(({ noun }) => noun === 'gradeDecision');
  const from = isFirst && given.grade === before.grade ? '' : before.grade;
  return write.create(
    'gradeDecision',
    { ...given, finding: before.id, from, decidedAt: write.at, decidedBy: context.actor() },
    id,
  );
}

/** Decides the grade of a finding: the decision and what it changes in the finding, in one step. */
export function gradeFinding(
  context: Context,
  write: Step,
  auditId: string,
  { finding: id, id: decisionId, decision: given, base }: Parsed<'findings.grade'>,
): Output<'findings.grade'> {
  requireRecord(context, 'finding', id, auditId, 'Finding');
  const before = readRecord(context.db, 'finding', id) as FindingRecord;
  const known = alreadyCreated(context, 'gradeDecision', decisionId, auditId);
  if (known) return { finding: before, decision: known };
  const { affected, examined } = given;
  if (affected !== null && examined !== null && affected > examined)
    throw new AppError('invalid-input', `${affected} of ${examined}: more cases are affected than were examined.`, {
      field: 'affected',
    });
  const finding = write.set('finding', id, { grade: given.grade, gradeReason: given.reason }, base);
  return { finding, decision: decide(context, write, before, given, decisionId) };
}
