// The words of the plan room.
import type { SlotGap } from '../../../shared/domain/plan-conflicts.ts';
import type { MinuteSums } from '../../../shared/domain/plan-times.ts';
import { sayMinutes } from '../../../shared/domain/plan-words.ts';
import { formatCount } from '../../ui/format.ts';

export { sayMinutes };

const signed = (minutes: number) =>
  minutes === 0 ? 'as planned' : `${sayMinutes(Math.abs(minutes))} ${minutes > 0 ? 'more' : 'less'}`;

export const texts = {
  room: 'Plan',
  counts: (slots: number, { planned, actual, difference }: MinuteSums, meetings: number) =>
    [
      formatCount(slots, 'slot'),
      ...(planned > 0 ? [`${sayMinutes(planned)} planned`] : []),
      ...(actual > 0 ? [`${sayMinutes(actual)} actual`] : []),
      ...(difference === null ? [] : [signed(difference)]),
      formatCount(meetings, 'meeting'),
    ].join(' · '),
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
  difference: (minutes: number | null) => (minutes === null ? '–' : signed(minutes)),
  shortDifference: (minutes: number) => `${minutes > 0 ? '+' : '−'}${Math.abs(minutes)}`,
  planned: (minutes: number) => `${sayMinutes(minutes)} planned`,
  actual: (minutes: number) => `${sayMinutes(minutes)} actual`,
  withMeetings: (minutes: number) => `${sayMinutes(minutes)} of meetings`,
  until: (time: string) => `until ${time}`,
  noTime: 'This is no time of day. A time is written as 09:30.',
  untitledSlot: 'Slot without a title',
  removeSlot: (title: string) => `Remove the slot ${title}`.trim(),
  slotRemoved: 'Slot removed',
  duplicateSlot: (title: string) => `Duplicate the slot ${title}`.trim(),
  noStart: 'This slot has no start yet. Give it one first.',
  dayEnds: 'The slot would leave its day.',
  noPlannedMinutes: 'This slot has no planned minutes.',

  view: 'Timetable',
  untimed: 'Without a day or a time',
  columnsOf: { others: 'Others', nobody: 'No auditor yet' },

  conflicts: (count: number) => `${formatCount(count, 'thing does', 'things do')} not fit`,
  goToOther: 'Go to the other',
  incomplete: 'Slots that are not complete:',
  without: (count: number, gap: SlotGap) => `${count} without ${gap}`,

  minutes: 'Minutes by auditor',
  minutesWords: 'A slot of several auditors counts for each of them.',
  minutesColumns: { who: 'Auditor', slots: 'Slots', difference: 'Difference' },
  minutesRows: { others: 'Others', nobody: 'No auditor yet', meetings: 'Meetings', all: 'All slots' },

  covered: 'Every requirement in scope is in a slot.',
  notCovered: 'Not covered by any slot:',
  more: (count: number) => `and ${count} more`,
  putIn: (id: string, slot: string | undefined) =>
    slot === undefined ? `Put ${id} into a new slot` : `Put ${id} into “${slot}”`,
  putInto: (slot: string | undefined) =>
    slot === undefined ? 'Put the next into a new slot' : 'Put the next into the chosen slot',
  wasPut: (id: string, slot: string) => `${id} put into “${slot}”`,
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
  proposal: (count: number) => `Take the proposed agenda, ${formatCount(count, 'point')}`,
  details: (meeting: string) => `Agenda, attendees and notes: ${meeting}`,
  opinionsGoTo: 'Printed in the report under the unresolved differences of opinion, too.',
  removeMeeting: (title: string) => `Remove the meeting ${title}`.trim(),
  meetingRemoved: 'Meeting removed',

  labels: {
    slot: 'a plan slot',
    meeting: 'a meeting',
    wholeTeam: 'Audit team',
    duplicated: 'copy of a plan slot',
    added: { slot: 'new plan slot', meeting: 'new meeting' },
    removed: { slot: 'removal of a plan slot', meeting: 'removal of a meeting' },
  },
} as const;
