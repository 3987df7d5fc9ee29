// The own scale of an audit: declared from its template, changed here, carried to the next audit of the same kind.
import type { Handlers } from '../../shared/contract/contract.ts';
import type { AuditGradeRecord } from '../../shared/contract/records.ts';
import { templateOf } from '../../shared/domain/templates.ts';
import { grades, keysOf } from '../../shared/domain/vocabulary.ts';
import { AppError } from '../../shared/errors.ts';
import { readRecord, readRecords } from '../store/tables.ts';
import type { Step } from '../store/writer.ts';
import { catalogueOf, type Context, requireRecord, writeInAudit } from './context.ts';

const inOrder = ({ db }: Context, auditId: string): AuditGradeRecord[] =>
  readRecords(db, 'auditGrade', auditId).toSorted((one, other) => one.position - other.position);

function declare(context: Context, write: Step, auditId: string): AuditGradeRecord[] {
  const own = inOrder(context, auditId);
  const audit = readRecord(context.db, 'audit', auditId);
  if (own.length > 0 || !audit) return own;
  const template = templateOf(catalogueOf(context, auditId), audit);
  return template.grades.map((grade, position) => write.create('auditGrade', { ...grade, position }));
}

function choose(
  context: Context,
  write: Step,
  auditId: string,
  { grade, isUsed }: { grade: AuditGradeRecord['grade']; isUsed: boolean },
): AuditGradeRecord[] {
  const own = inOrder(context, auditId);
  const known = own.find((one) => one.grade === grade);
  if (own.length === 0)
    throw new AppError('refused', 'The audit has no scale of its own yet. Declare one first.', { grade });
  if (isUsed === (known !== undefined)) return own;
  if (!known) {
    // The stable grades stand gravest first, and so do those of a scale.
    const order = keysOf(grades);
    write.create('auditGrade', { grade, label: grades[grade], position: order.indexOf(grade) });
    const sorted = inOrder(context, auditId).toSorted(
      (one, other) => order.indexOf(one.grade) - order.indexOf(other.grade),
    );
    sorted.forEach(({ id, position }, at) => {
      if (position !== at) write.set('auditGrade', id, { position: at });
    });
    return inOrder(context, auditId);
  }
  const graded = readRecords(context.db, 'finding', auditId).filter((finding) => finding.grade === grade);
  if (graded.length > 0) {
    const numbers = graded.slice(0, 5).map(({ number }) => number);
    throw new AppError(
      'refused',
      `${known.label} is the grade of ${numbers.join(', ')}. Grade these otherwise first.`,
      {
        findings: graded.map(({ number }) => number),
      },
    );
  }
  if (own.length === 1) throw new AppError('refused', 'A scale needs at least one grade.', { grade });
  write.remove('auditGrade', known.id);
  return inOrder(context, auditId);
}

/** Gives a new audit the own scale of the newest earlier one of the same type and template, if that has one. */
export function inheritScale(
  context: Context,
  write: Step,
  audit: { id: string; type: string; template: string },
): void {
  const earlier = readRecords(context.db, 'audit')
    .filter((one) => one.id !== audit.id && one.type === audit.type && one.template === audit.template)
    .toSorted((one, other) => (one.ref < other.ref ? 1 : -1))[0];
  if (!earlier) return;
  for (const { grade, label, definition, position } of inOrder(context, earlier.id))
    write.create('auditGrade', { grade, label, definition, position });
}

type Names = 'auditGrades.declare' | 'auditGrades.update' | 'auditGrades.choose' | 'auditGrades.clear';

/** The calls about the own scale of an audit. */
export function auditGradeHandlers(context: Context): Pick<Handlers, Names> {
  return {
    'auditGrades.declare': ({ audit, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => declare(context, write, auditId)),
    'auditGrades.update': ({ audit, auditGrade, fields, base, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'auditGrade', auditGrade, auditId, 'Grade');
        return write.set('auditGrade', auditGrade, fields, base);
      }),
    'auditGrades.choose': ({ audit, grade, isUsed, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => choose(context, write, auditId, { grade, isUsed })),
    'auditGrades.clear': ({ audit, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        for (const { id } of inOrder(context, auditId)) write.remove('auditGrade', id);
        return [];
      }),
  };
}
