import type { ReportModel } from '../../report-model.ts';
import { grades } from '../../../../shared/domain/vocabulary.ts';
import { type Cell, words } from '../cells.ts';

/** The scale that findings are graded by, as facts: the name of each grade, then when it is given. */
export function scaleRows({
  template,
}: Pick<ReportModel, 'template'>): [subject: string, field: string, value: Cell][] {
  return template.grades.flatMap(({ grade, label, definition }) => [
    ['Grades of findings', `${grades[grade]}, called`, words(label)],
    ...(definition.trim() === ''
      ? []
      : [['Grades of findings', `${grades[grade]}, given where`, words(definition)] as [string, string, Cell]]),
  ]);
}
