import { verdicts } from '../../../../shared/domain/vocabulary.ts';
import type { ReportModel } from '../../report-model.ts';
import { type Sheet, tableSheet, words } from '../cells.ts';
import { looks, verdictLooks } from '../theme.ts';

const yesOrNo = (value: boolean) => (value ? 'Yes' : 'No');

/** The Statement of Applicability with the result of every control. */
export function soaSheet(model: ReportModel): Sheet {
  const results = new Map(model.requirements.map(({ id, result }) => [id, result.verdict]));
  return tableSheet(
    'SoA',
    model.soa.entries,
    [
      {
        title: 'Control',
        width: 12,
        cell: ({ control }) =>
          results.has(control) ? { ...words(control, looks.link), goesTo: control } : words(control, looks.strong),
      },
      { title: 'Title', width: 32, cell: ({ title }) => words(title) },
      {
        title: 'Applicable',
        width: 12,
        cell: ({ applicable }) => words(yesOrNo(applicable), applicable ? looks.body : verdictLooks['not-applicable']),
      },
      { title: 'Stated', width: 10, cell: ({ stated }) => words(yesOrNo(stated)) },
      { title: 'Justification', width: 46, cell: ({ justification }) => words(justification) },
      { title: 'Implementation', width: 46, cell: ({ implementation }) => words(implementation) },
      { title: 'Additional', width: 12, cell: ({ additional }) => words(yesOrNo(additional)) },
      {
        title: 'Result',
        width: 16,
        cell: ({ control }) => {
          const verdict = results.get(control);
          return verdict ? words(verdicts[verdict], verdictLooks[verdict]) : words('');
        },
      },
    ],
    ({ control }) => `SoA ${control}`,
  );
}
