import { verdicts } from '../../../../shared/domain/vocabulary.ts';
import type { ReportModel } from '../../report-model.ts';
import { references, type Sheet, tableSheet, words } from '../cells.ts';
import { looks } from '../theme.ts';

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
        about: 'The id of the control; leads to the requirement, own controls have none.',
        from: 'The catalogue, or the statement for own controls',
        cell: ({ control }) => ({ ...references([control]), look: looks.strong }),
      },
      {
        title: 'Title',
        width: 32,
        about: 'Its title.',
        from: 'The catalogue, or the statement for own controls',
        cell: ({ title }) => words(title),
      },
      {
        title: 'Applicable',
        width: 12,
        about: 'Whether the organisation applies it.',
        list: 'yesNo',
        cell: ({ applicable }) => words(yesOrNo(applicable)),
      },
      {
        title: 'Stated',
        width: 10,
        about: 'Whether the statement says anything about it.',
        list: 'yesNo',
        cell: ({ stated }) => words(yesOrNo(stated)),
      },
      {
        title: 'Justification',
        width: 46,
        about: 'Why it applies or does not.',
        cell: ({ justification }) => words(justification),
      },
      {
        title: 'Implementation',
        width: 46,
        about: 'How the organisation does it.',
        cell: ({ implementation }) => words(implementation),
      },
      {
        title: 'Additional',
        width: 12,
        about: 'Whether it is a control of its own beyond the standard.',
        list: 'yesNo',
        cell: ({ additional }) => words(yesOrNo(additional)),
      },
      {
        title: 'Result',
        width: 16,
        about: 'Its result in this audit.',
        from: 'Worked out from the answers',
        list: 'verdict',
        cell: ({ control }) => {
          const verdict = results.get(control);
          return words(verdict ? verdicts[verdict] : '');
        },
      },
    ],
    ({ control }) => `SoA ${control}`,
    {
      about: 'Every control of the Statement of Applicability with its result.',
      from: 'The Statement of Applicability',
      caption: 1,
    },
  );
}
