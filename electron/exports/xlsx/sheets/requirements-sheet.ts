import { isOpen } from '../../../../shared/domain/roll-up.ts';
import { verdicts } from '../../../../shared/domain/vocabulary.ts';
import type { ReportModel } from '../../report-model.ts';
import { amount, references, type Sheet, tableSheet, words } from '../cells.ts';
import { looks, verdictLooks } from '../theme.ts';

/** Every requirement with its result, whether it has a question or not. */
export function requirementsSheet(model: ReportModel): Sheet {
  const groups = new Map(model.catalogue.groups.map(({ id, title }) => [id, title]));
  return tableSheet(
    'Requirements',
    model.requirements,
    [
      {
        title: 'Requirement',
        width: 14,
        cell: ({ id, questions }) =>
          questions.length > 0 ? { ...references([id]), look: looks.link } : words(id, looks.strong),
      },
      { title: 'Title', width: 50, cell: ({ title }) => words(title) },
      { title: 'Group', width: 46, cell: ({ group }) => words(`${group} ${groups.get(group) ?? ''}`.trim()) },
      {
        title: 'Result',
        width: 16,
        cell: ({ result }) => words(verdicts[result.verdict], verdictLooks[result.verdict]),
      },
      { title: 'Coverage', width: 20, cell: ({ result }) => words(result.partial ? 'Not audited in part' : '') },
      { title: 'Findings', width: 24, cell: ({ findings }) => references(findings) },
      { title: 'Themes', width: 18, cell: ({ themes }) => words(themes.join(', ')) },
      { title: 'Questions', width: 12, cell: ({ questions }) => amount(questions.length) },
      {
        title: 'Answered',
        width: 12,
        cell: ({ questions }) => amount(questions.filter(({ verdict }) => !isOpen(verdict)).length),
      },
    ],
    ({ id }) => id,
  );
}
