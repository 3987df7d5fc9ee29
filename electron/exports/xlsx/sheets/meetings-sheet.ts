import { meetingKinds } from '../../../../shared/domain/vocabulary.ts';
import type { ReportModel } from '../../report-model.ts';
import { byKind } from '../../sections/plan.ts';
import { amount, day, type Sheet, tableSheet, words } from '../cells.ts';
import { looks } from '../theme.ts';

/** The meetings with the auditee, one row each, in the order of the report. */
export function meetingsSheet(model: ReportModel): Sheet {
  return tableSheet(
    'Meetings',
    model.meetings.toSorted(byKind),
    [
      { title: 'Kind', width: 18, cell: ({ kind }) => words(meetingKinds[kind], looks.strong) },
      { title: 'Title', width: 22, cell: ({ title }) => words(title) },
      { title: 'Date', width: 14, cell: ({ on }) => day(on) },
      { title: 'Start', width: 9, cell: ({ startsAt }) => words(startsAt) },
      { title: 'Planned minutes', width: 11, cell: ({ minutes }) => amount(minutes) },
      { title: 'Actual minutes', width: 11, cell: ({ actualMinutes }) => amount(actualMinutes) },
      { title: 'Place', width: 24, cell: ({ place }) => words(place) },
      { title: 'Agenda', width: 60, cell: ({ agenda }) => words(agenda.join('\n')) },
      { title: 'Present', width: 34, cell: ({ attendees }) => words(attendees.join('\n')) },
      { title: 'Diverging opinions', width: 46, cell: ({ opinions }) => words(opinions) },
      { title: 'Notes', width: 46, cell: ({ notes }) => words(notes) },
    ],
    ({ id }) => `Meeting ${id}`,
  );
}
