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
      { title: 'Name', width: 28, cell: ({ name }) => words(name, looks.strong) },
      { title: 'Role', width: 20, cell: ({ role }) => words(teamRoles[role]) },
      { title: 'Organisation', width: 34, cell: ({ organization }) => words(organization) },
      { title: 'Competence', width: 60, cell: ({ competence }) => words(competence) },
      { title: 'Independence', width: 60, cell: ({ independence }) => words(independence) },
    ],
    ({ id }) => `Team ${id}`,
  );
}
