import { frameworks } from '../../../../shared/domain/crosswalks.ts';
import { verdicts } from '../../../../shared/domain/vocabulary.ts';
import type { ReportModel } from '../../report-model.ts';
import { basisName, crosswalkLines } from '../../sections/crosswalk-rows.ts';
import { capitalise } from '../../sections/wording.ts';
import { references, type Sheet, tableSheet, words } from '../cells.ts';
import { verdictLooks } from '../theme.ts';

/** Where other frameworks cover the same ground, one row per link. What the links rest on stands on the summary. */
export function crosswalksSheet(model: ReportModel): Sheet {
  return tableSheet(
    'Crosswalks',
    crosswalkLines(model),
    [
      { title: 'Requirement', width: 14, cell: ({ requirement }) => references([requirement.id]) },
      { title: 'Title', width: 58, cell: ({ requirement }) => words(requirement.title) },
      {
        title: 'Result',
        width: 16,
        cell: ({ requirement: { result } }) => words(verdicts[result.verdict], verdictLooks[result.verdict]),
      },
      { title: 'Framework', width: 18, cell: ({ framework }) => words(frameworks[framework]) },
      { title: 'Reference', width: 18, cell: ({ reference }) => words(reference) },
      { title: 'Basis', width: 22, cell: ({ basis }) => words(basisName(basis)) },
      { title: 'Strength', width: 14, cell: ({ strength }) => words(capitalise(strength)) },
    ],
    ({ requirement, framework, reference }) => ['Crosswalk', requirement.id, framework, reference].join(' '),
  );
}
