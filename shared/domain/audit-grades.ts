// The scale of an audit where it is its own: what its findings are graded by, mapped onto the stable grades.
import { z } from 'zod';
import { keptText, keptWords } from './fields.ts';
import type { RecordOf } from './nouns.ts';
import type { Template } from './templates.ts';
import { grades, keysOf } from './vocabulary.ts';

/** Longest name of a grade: it stands on a chip and in headings. */
export const longestLabel = 80;
/** Longest definition of a grade, as in a template. */
export const longestDefinition = 2_000;

/**
 * One grade of an audit's own scale: which of the stable grades it is, what people call it, and when it is given. An
 * audit without any uses the scale of its template; one with some uses exactly these, in their order.
 */
export const auditGradeFields = z.strictObject({
  grade: z.enum(keysOf(grades)),
  label: keptWords(longestLabel),
  definition: keptText(longestDefinition).default(''),
  position: z.int().min(0).default(0),
});
export type AuditGradeFields = z.output<typeof auditGradeFields>;

/** The template of an audit with the audit's own scale in place of the usual one, where it has one. */
export function withScale<T extends Pick<Template, 'grades'>>(
  template: T,
  own: readonly Pick<RecordOf<'auditGrade'>, 'grade' | 'label' | 'definition' | 'position'>[],
): T {
  if (own.length === 0) return template;
  const inOrder = own.toSorted((one, other) => one.position - other.position);
  return { ...template, grades: inOrder.map(({ grade, label, definition }) => ({ grade, label, definition })) };
}
