import { teamRoles } from '../../../../shared/domain/vocabulary.ts';
import type { ReportModel } from '../../report-model.ts';
import { type Sheet, tableSheet, words } from '../cells.ts';
import { looks } from '../theme.ts';

/** The audit team, one row each. */
export function teamSheet(model: ReportModel): Sheet {
  return tableSheet(
    'Team',
    model.team,
    [
      { title: 'Name', width: 28, about: 'Who it is.', cell: ({ name }) => words(name, looks.strong) },
      {
        title: 'Role',
        width: 20,
        about: 'What the person does in this audit.',
        list: 'teamRole',
        cell: ({ role }) => words(teamRoles[role]),
      },
      {
        title: 'Organisation',
        width: 34,
        about: 'Whom the person works for.',
        cell: ({ organization }) => words(organization),
      },
      {
        title: 'Competence',
        width: 60,
        about: 'What makes the person fit for the role.',
        cell: ({ competence }) => words(competence),
      },
      {
        title: 'Independence',
        width: 60,
        about: 'What the person declared about being independent of the auditee.',
        cell: ({ independence }) => words(independence),
      },
    ],
    ({ id }) => `Team ${id}`,
    { about: 'The audit team, with competence and independence.', from: 'The team of the audit' },
  );
}
