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
      {
        title: 'Kind',
        width: 18,
        about: 'What kind of meeting it is.',
        list: 'meetingKind',
        cell: ({ kind }) => words(meetingKinds[kind], looks.strong),
      },
      { title: 'Title', width: 22, about: 'What it is called.', cell: ({ title }) => words(title) },
      { title: 'Date', width: 14, about: 'The day of the meeting.', kind: 'day', cell: ({ on }) => day(on) },
      { title: 'Start', width: 9, about: 'When it begins, by the clock.', cell: ({ startsAt }) => words(startsAt) },
      {
        title: 'Planned minutes',
        width: 11,
        about: 'How long it is planned to take.',
        kind: 'amount',
        cell: ({ minutes }) => amount(minutes),
      },
      {
        title: 'Actual minutes',
        width: 11,
        about: 'How long it took.',
        kind: 'amount',
        cell: ({ actualMinutes }) => amount(actualMinutes),
      },
      { title: 'Place', width: 24, about: 'Where it is held.', cell: ({ place }) => words(place) },
      {
        title: 'Agenda',
        width: 60,
        about: 'What is spoken about, one point a line.',
        cell: ({ agenda }) => words(agenda.join('\n')),
      },
      {
        title: 'Present',
        width: 34,
        about: 'Who was there, one person or role a line.',
        cell: ({ attendees }) => words(attendees.join('\n')),
      },
      {
        title: 'Diverging opinions',
        width: 46,
        about: 'Where audit team and auditee did not agree.',
        cell: ({ opinions }) => words(opinions),
      },
      { title: 'Notes', width: 46, about: 'What was said and agreed.', cell: ({ notes }) => words(notes) },
    ],
    ({ id }) => `Meeting ${id}`,
    { about: 'Opening, daily and closing meetings.', from: 'The meeting', caption: 1 },
  );
}
