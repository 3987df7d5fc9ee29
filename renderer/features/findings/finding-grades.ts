// Which grades a finding of this audit may get, in the words of its template. Pure.
import type { Template } from '../../../shared/domain/templates.ts';
import { type Grade, grades, keysOf } from '../../../shared/domain/vocabulary.ts';
import { texts } from './texts.ts';

export interface GradeToChoose {
  grade: Grade;
  label: string;
  definition: string;
  /** Not of the template: a finding keeps it until somebody decides again. */
  isForeign: boolean;
}

/** The grades of a template in its order, with the grade that a finding has already wherever it comes from. */
export function gradesToChoose(template: Pick<Template, 'grades'>, chosen: Grade | undefined): GradeToChoose[] {
  const own = template.grades.map(({ grade, label, definition }) => ({
    grade,
    label,
    definition: definition || `${texts.gradeHints[grade]}.`,
    isForeign: false,
  }));
  if (chosen === undefined || own.some(({ grade }) => grade === chosen)) return own;
  return [
    ...own,
    { grade: chosen, label: grades[chosen], definition: `${texts.gradeHints[chosen]}.`, isForeign: true },
  ];
}

/** All grades, those of the template first and in its order. */
export function gradeOrder(template: Pick<Template, 'grades'>): Grade[] {
  return [...new Set([...template.grades.map(({ grade }) => grade), ...keysOf(grades)])];
}
