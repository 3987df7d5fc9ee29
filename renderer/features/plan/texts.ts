// The words of the plan room.
import { formatCount } from '../../ui/format.ts';

/** Minutes as people say them: `45 min`, `2 h`, `5 h 35 min`. */
export function sayMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 || hours === 0 ? [`${rest} min`] : [])].join(' ');
}

export const texts = {
  room: 'Plan',
  counts: (slots: number, minutes: number, meetings: number) =>
    [formatCount(slots, 'slot'), ...(minutes > 0 ? [sayMinutes(minutes)] : []), formatCount(meetings, 'meeting')].join(
      ' · ',
    ),
  slots: 'Slots by day',
  meetings: 'Meetings',
  addSlot: 'Add a slot',
  addMeeting: 'Add a meeting',
  emptyTitle: 'Nothing is planned yet',
  emptyWords:
    'The plan says on which day the team looks at what, where, with whom and for how long. It is agreed with the client before the audit, and the report prints it with the minutes it really took.',
  noMeetings:
    'Opening, daily and closing meetings go here: what was on the agenda, who was there, and where opinions stayed apart.',

  columns: {
    on: 'Date',
    startsAt: 'Start',
    minutes: 'Planned',
    actualMinutes: 'Actual',
    title: 'What',
    requirements: 'Requirements',
    auditee: 'Auditee',
    auditor: 'Auditor',
    place: 'Place',
    remove: 'Remove',
  },
  placeholders: {
    title: 'What is looked at',
    requirements: 'Clauses, controls',
    auditee: 'With whom',
    auditor: 'By whom',
    place: 'Where',
  },
  day: (number: number | undefined, day: string) => (number === undefined ? day : `Day ${number} · ${day}`),
  undated: 'Without a date',
  planned: (minutes: number) => `${sayMinutes(minutes)} planned`,
  actual: (minutes: number) => `${sayMinutes(minutes)} actual`,
  withMeetings: (minutes: number) => `${sayMinutes(minutes)} of meetings`,
  until: (time: string) => `until ${time}`,
  untitledSlot: 'Slot without a title',
  removeSlot: (title: string) => `Remove the slot ${title}`.trim(),
  slotRemoved: 'Slot removed',

  covered: 'Every requirement in scope is in a slot.',
  notCovered: 'Not covered by any slot:',
  more: (count: number) => `and ${count} more`,
  unknown: (names: readonly string[]) =>
    `${names.map((name) => `“${name}”`).join(', ')} ${names.length === 1 ? 'is' : 'are'} not in the catalogue of this audit. Not stored yet.`,
  whole: (count: number) => `all ${count}`,

  fields: {
    kind: 'Kind',
    title: 'Title',
    on: 'Date',
    startsAt: 'Start',
    minutes: 'Planned minutes',
    actualMinutes: 'Actual minutes',
    place: 'Place',
    requirements: 'Requirements',
    auditee: 'Auditee',
    auditor: 'Auditor',
    agenda: 'Agenda',
    attendees: 'Attendees',
    opinions: 'Diverging opinions',
    notes: 'Notes',
  },
  short: { minutes: 'planned', actualMinutes: 'actual' },
  meetingPlaceholders: {
    agenda: 'One point per line',
    attendees: 'One person per line, with function',
    opinions: 'Where the auditee sees it otherwise, in both views',
    notes: 'What was said and agreed',
  },
  summary: (agenda: number, attendees: number, hasOpinions: boolean, hasNotes: boolean) =>
    [
      agenda === 0 ? 'no agenda' : `${formatCount(agenda, 'point')} on the agenda`,
      attendees === 0 ? 'nobody entered' : `${attendees} attended`,
      ...(hasOpinions ? ['diverging opinions'] : []),
      ...(hasNotes ? ['notes'] : []),
    ].join(' · '),
  details: (meeting: string) => `Agenda, attendees and notes: ${meeting}`,
  removeMeeting: (title: string) => `Remove the meeting ${title}`.trim(),
  meetingRemoved: 'Meeting removed',

  labels: {
    slot: 'a plan slot',
    meeting: 'a meeting',
    added: { slot: 'new plan slot', meeting: 'new meeting' },
    removed: { slot: 'removal of a plan slot', meeting: 'removal of a meeting' },
  },
} as const;
