import { keysOf, meetingKinds } from '../../../shared/domain/vocabulary.ts';
import type { MeetingRecord, PlanSlotRecord } from '../../../shared/contract/records.ts';
import type { Block, FactsBlock, Run } from '../blocks.ts';
import { type Composing, cell, heading, paragraph, row, sectionHeading, table, words } from './composing.ts';
import { sectionPlace } from './layout.ts';
import { capitalise, counted, formatDay, formatWeekday, inWords } from './wording.ts';

/** The plan of the audit slot by slot, and the meetings with the auditee. */
export function composePlan(composing: Composing): Block[] {
  const { audit, planSlots, meetings } = composing.model;
  const blocks: Block[] = [sectionHeading(composing, 'plan')];
  if (planSlots.length + meetings.length === 0)
    return [...blocks, paragraph('No plan and no meeting is recorded for this audit.')];
  return [
    ...blocks,
    heading(2, 'Audit plan', sectionPlace('plan', 'slots')),
    ...(planSlots.length > 0 ? composeSlots(composing) : [paragraph('No slot of a plan is recorded.')]),
    heading(2, 'Deviations from the plan', sectionPlace('plan', 'deviations')),
    ...composing.write(audit.deviations.trim() || 'None recorded.', audit.ref).map((runs) => paragraph(runs)),
    heading(2, 'Meetings', sectionPlace('plan', 'meetings')),
    ...(meetings.length > 0
      ? meetings.toSorted(byKind).flatMap((meeting) => composeMeeting(composing, meeting))
      : [paragraph('No meeting is recorded.')]),
  ];
}

/** What stands at a time; nothing has one yet where the day is open. */
interface Timed {
  on: string | null;
  startsAt: string;
}

const timeOf = ({ on, startsAt }: Timed) => `${on ?? '9999'} ${startsAt || '99'}`;
export const byTime = (one: Timed, other: Timed): number =>
  timeOf(one) < timeOf(other) ? -1 : timeOf(one) > timeOf(other) ? 1 : 0;

/** The opening first and the closing last, whether or not their days are set. */
const kinds = keysOf(meetingKinds);
export const byKind = (one: MeetingRecord, other: MeetingRecord): number =>
  kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || byTime(one, other);

/** The clock from start to end as far as it is known: `09:00–10:30`. */
function hours(startsAt: string, minutes: number | null): string {
  const [hour = 0, minute = 0] = startsAt.split(':').map(Number);
  if (!startsAt || !minutes) return startsAt;
  const end = (hour * 60 + minute + minutes) % 1_440;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${startsAt}–${two(Math.floor(end / 60))}:${two(end % 60)}`;
}

const sumOf = (values: readonly (number | null)[]) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

/** Minutes as people say them: `45 minutes`, `6 h 30 min`. */
function duration(minutes: number): string {
  if (minutes < 60) return counted(minutes, 'minute');
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function composeSlots(composing: Composing): Block[] {
  const slots = composing.model.planSlots.toSorted(byTime);
  const actual = slots.filter(({ actualMinutes }) => actualMinutes !== null);
  const days = Map.groupBy(slots, ({ on }) => on ?? '');
  const planned = sumOf(slots.map(({ minutes }) => minutes));
  const spent =
    actual.length > 0
      ? duration(sumOf(actual.map(({ actualMinutes }) => actualMinutes))) +
        (actual.length === slots.length ? ' in fact' : ` recorded for ${inWords(actual.length)} of them`)
      : 'actual times are not recorded';
  return [
    paragraph(`${capitalise(counted(slots.length, 'slot'))}, ${duration(planned)} planned; ${spent}. Times are local.`),
    ...[...days].flatMap(([day, own]) => [
      heading(3, day ? formatWeekday(day) : 'Day not set'),
      slotTable(composing, day, own),
    ]),
  ];
}

function slotTable(composing: Composing, day: string, slots: readonly PlanSlotRecord[]): Block {
  // Plans often say with whom and leave open by whom; the others then have more room.
  const hasAuditor = composing.model.planSlots.some(({ auditor }) => auditor !== '');
  const columns = [
    { title: 'Time, place', width: 25 },
    { title: 'What', width: 46 },
    { title: 'Requirements', width: 33 },
    { title: 'Auditee', width: hasAuditor ? 25 : 45 },
    ...(hasAuditor ? [{ title: 'Auditor', width: 20 }] : []),
    { title: 'Minutes', width: 17, align: 'right' as const },
  ];
  const rows = slots.map((slot) => {
    const time = hours(slot.startsAt, slot.minutes);
    const when: Run[][] = [[time ? words(time) : words('Time not set', 'muted')]];
    if (slot.place) when.push([words(slot.place, 'muted')]);
    return row(
      cell(when),
      cell(composing.write(slot.title || 'No title', composing.model.audit.ref)),
      cell(composing.referAll(slot.requirements, slot.title || composing.model.audit.ref)),
      cell(slot.auditee),
      ...(hasAuditor ? [cell(slot.auditor)] : []),
      cell(minutesOf(slot)),
    );
  });
  const name = `Audit plan, ${day ? formatDay(day) : 'day not set'}`;
  return { ...table(composing, name, columns, rows), together: false };
}

/** Planned minutes, and below them the actual ones. */
function minutesOf({ minutes, actualMinutes }: PlanSlotRecord): Run[][] {
  const planned: Run[] = [words(minutes === null ? 'not set' : String(minutes))];
  return actualMinutes === null ? [planned] : [planned, [words(`${actualMinutes} actual`, 'muted')]];
}

function composeMeeting(composing: Composing, meeting: MeetingRecord): Block[] {
  const { ref } = composing.model.audit;
  const kind = meetingKinds[meeting.kind];
  const own = meeting.title && meeting.title.toLowerCase() !== kind.toLowerCase() ? meeting.title : '';
  const rows: FactsBlock['rows'] = [];
  const add = (label: string, paragraphs: Run[][]) => rows.push({ label, paragraphs });
  const when = [meeting.on ? formatWeekday(meeting.on) : '', hours(meeting.startsAt, meeting.minutes), meeting.place];
  add('When and where', [[words(when.filter(Boolean).join(', ') || 'Not recorded.')]]);
  const { minutes, actualMinutes } = meeting;
  const lengths = [
    minutes === null ? '' : `${counted(minutes, 'minute')} planned`,
    actualMinutes === null ? '' : `${counted(actualMinutes, 'minute')} in fact`,
  ].filter(Boolean);
  if (lengths.length > 0) add('Length', [[words(lengths.join(', '))]]);
  add('Present', [[words(meeting.attendees.join(', ') || 'Not recorded.')]]);
  if (meeting.agenda.length > 0)
    add(
      'Agenda',
      meeting.agenda.map((point, position) => [words(`${position + 1}.\u00a0`, 'muted'), words(point)]),
    );
  add(
    'Diverging opinions',
    meeting.opinions.trim() ? composing.write(meeting.opinions, ref) : [[words('None recorded.')]],
  );
  return [
    heading(3, own ? `${kind}: ${own}` : kind),
    { kind: 'facts', name: own ? `${kind}, ${own}` : kind, labelWidth: 34, rows },
  ];
}
