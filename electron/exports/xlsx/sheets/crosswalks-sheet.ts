import { frameworks } from '../../../../shared/domain/crosswalks.ts';
import { verdicts } from '../../../../shared/domain/vocabulary.ts';
import type { ReportModel } from '../../report-model.ts';
import { basisName, crosswalkLines } from '../../sections/crosswalk-rows.ts';
import { capitalise } from '../../sections/wording.ts';
import { references, type Sheet, tableSheet, words } from '../cells.ts';

/** Where other frameworks cover the same ground, one row per link. What the links rest on stands on the summary. */
export function crosswalksSheet(model: ReportModel): Sheet {
  return tableSheet(
    'Crosswalks',
    crosswalkLines(model),
    [
      {
        title: 'Requirement',
        width: 14,
        about: 'The requirement; leads to it.',
        cell: ({ requirement }) => references([requirement.id]),
      },
      { title: 'Title', width: 58, about: 'Its title.', cell: ({ requirement }) => words(requirement.title) },
      {
        title: 'Result',
        width: 16,
        about: 'Its result in this audit.',
        from: 'Worked out from the answers',
        list: 'verdict',
        cell: ({ requirement: { result } }) => words(verdicts[result.verdict]),
      },
      {
        title: 'Framework',
        width: 18,
        about: 'The other framework.',
        cell: ({ framework }) => words(frameworks[framework]),
      },
      {
        title: 'Reference',
        width: 18,
        about: 'The place in that framework that covers the same ground.',
        cell: ({ reference }) => words(reference),
      },
      {
        title: 'Basis',
        width: 22,
        about: 'Whether the link was published or is a judgement; the Summary names the sources.',
        cell: ({ basis }) => words(basisName(basis)),
      },
      {
        title: 'Strength',
        width: 14,
        about: 'How closely the two agree, where the source says so.',
        cell: ({ strength }) => words(capitalise(strength)),
      },
    ],
    ({ requirement, framework, reference }) => ['Crosswalk', requirement.id, framework, reference].join(' '),
    { about: 'Where other frameworks cover the same ground.', from: 'The catalogue', caption: 1 },
  );
}
