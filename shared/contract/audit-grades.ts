import { z } from 'zod';
import { auditGradeFields } from '../domain/audit-grades.ts';
import { method } from './method.ts';
import { auditGradeRecord, auditKey, base, patchOf, step } from './records.ts';

export const auditGradesContract = {
  'auditGrades.declare': method(
    'Gives the audit a scale of its own to grade findings by, beginning with that of its template. One that it has stays.',
    z.strictObject({ audit: auditKey, step }),
    z.array(auditGradeRecord),
  ),
  'auditGrades.update': method(
    'Changes the name or the definition of a grade of the own scale.',
    z.strictObject({
      audit: auditKey,
      auditGrade: z.string(),
      fields: patchOf(auditGradeFields, ['grade', 'position']),
      base,
      step,
    }),
    auditGradeRecord,
  ),
  'auditGrades.choose': method(
    'Takes a grade into the own scale or out of it. Refused while findings have the grade, or where none would be left.',
    z.strictObject({ audit: auditKey, grade: auditGradeFields.shape.grade, isUsed: z.boolean(), step }),
    z.array(auditGradeRecord),
  ),
  'auditGrades.clear': method(
    'Takes the own scale away; the audit uses that of its template again.',
    z.strictObject({ audit: auditKey, step }),
    z.array(auditGradeRecord),
  ),
} as const;
