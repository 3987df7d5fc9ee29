// The plan as the room shows it: slots by day with their sums, meetings in order, what no slot covers. Pure.
import type { MeetingRecord, PlanSlotRecord, TeamMemberRecord } from '../../../shared/contract/records.ts';
import { gapsOfSlot, type PlanConflict, type SlotGap, slotGaps } from '../../../shared/domain/plan-conflicts.ts';
import { auditorsIn } from '../../../shared/domain/plan-people.ts';
import { type MinuteSums, sumMinutes } from '../../../shared/domain/plan-times.ts';
import { sayConflict } from '../../../shared/domain/plan-words.ts';

type Timed = Pick<PlanSlotRecord, 'on' | 'startsAt' | 'minutes' | 'position'>;

export interface PlanDay {
  /** Null: not dated yet. */
  on: string | null;
  /** Which day of the audit it is, from 1; undefined where the first day of the audit is not known or later. */
  number: number | undefined;
  slots: PlanSlotRecord[];
  sums: MinuteSums;
  /** Planned minutes of the meetings on that day. */
  meetingMinutes: number;
}

/** What has no date or time stands behind what has one. */
const last = '\uffff';
const keyOf = ({ on, startsAt }: Timed) => `${on ?? last} ${startsAt === '' ? last : startsAt}`;

/** By date, time and position. */
export function inOrder<T extends Timed>(records: readonly T[]): T[] {
  return records.toSorted((one, other) => {
    const [mine, theirs] = [keyOf(one), keyOf(other)];
    return mine < theirs ? -1 : mine > theirs ? 1 : one.position - other.position;
  });
}

/** A time as people type it (`9`, `930`, `9.30`, `09:30`) as `09:30`; empty for nothing, undefined for what is none. */
export function readTime(text: string): string | undefined {
  const typed = text.trim();
  if (typed === '') return '';
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?$/i.exec(typed);
  const [hours, minutes] = [Number(match?.[1]), Number(match?.[2] ?? 0)];
  if (!match || hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

function dayNumber(on: string | null, startsOn: string | null): number | undefined {
  if (on === null || startsOn === null || on < startsOn) return undefined;
  return Math.round((Date.parse(`${on}T00:00:00Z`) - Date.parse(`${startsOn}T00:00:00Z`)) / 86_400_000) + 1;
}

/** The slots by day, days in order, the undated last. */
export function planDays(
  slots: readonly PlanSlotRecord[],
  meetings: readonly MeetingRecord[],
  startsOn: string | null,
): PlanDay[] {
  return [...Map.groupBy(inOrder(slots), ({ on }) => on)].map(([on, ofDay]) => ({
    on,
    number: dayNumber(on, startsOn),
    slots: ofDay,
    sums: sumMinutes(ofDay),
    meetingMinutes: on === null ? 0 : sumMinutes(meetings.filter((meeting) => meeting.on === on)).planned,
  }));
}

/** Requirements that no slot names, but for those outside the audit: left out, or excluded by the statement. */
export function notCovered(
  requirements: readonly { id: string }[],
  slots: readonly Pick<PlanSlotRecord, 'requirements'>[],
  outside: ReadonlySet<string>,
): string[] {
  const covered = new Set(slots.flatMap((slot) => slot.requirements));
  return requirements.map(({ id }) => id).filter((id) => !covered.has(id) && !outside.has(id));
}

/** The time of day after so many minutes; empty where it is not known or past midnight. */
export function endOf({ startsAt, minutes }: Pick<Timed, 'startsAt' | 'minutes'>): string {
  if (startsAt === '' || minutes === null) return '';
  const [hours = 0, past = 0] = startsAt.split(':').map(Number);
  const end = hours * 60 + past + minutes;
  const two = (part: number) => String(part).padStart(2, '0');
  return end >= 1_440 ? '' : `${two(Math.floor(end / 60))}:${two(end % 60)}`;
}

/** When and where in the order a new record goes: on the day of `beside`, else the last day, after all that is there. */
export function nextPlace(
  records: readonly Timed[],
  beside: Timed | undefined,
  startsOn: string | null,
): Pick<Timed, 'on' | 'startsAt' | 'position'> {
  const dated = records.flatMap(({ on }) => (on === null ? [] : [on])).toSorted();
  const on = beside ? beside.on : (dated.at(-1) ?? (records.length === 0 ? startsOn : null));
  const before = inOrder(records.filter((record) => record.on === on)).at(-1);
  return {
    on,
    startsAt: before ? endOf(before) : '',
    position: Math.max(-1, ...records.map(({ position }) => position)) + 1,
  };
}

export interface AuditorMinutes {
  kind: 'member' | 'others' | 'nobody' | 'meetings' | 'all';
  /** The member's name; empty for the other kinds. */
  name: string;
  slots: number;
  sums: MinuteSums;
  /** Planned minutes by day. */
  byDay: Map<string, number>;
}

type Counted = Pick<PlanSlotRecord, 'on' | 'minutes' | 'actualMinutes'>;

function minutesRow(kind: AuditorMinutes['kind'], name: string, entries: readonly Counted[]): AuditorMinutes {
  const byDay = new Map<string, number>();
  for (const { on, minutes } of entries) if (on !== null) byDay.set(on, (byDay.get(on) ?? 0) + (minutes ?? 0));
  return { kind, name, slots: entries.length, sums: sumMinutes(entries), byDay };
}

/** Minutes of every auditor who has slots, of the slots of others and of nobody, of the meetings, and of all slots. */
export function minutesByAuditor(
  slots: readonly PlanSlotRecord[],
  meetings: readonly MeetingRecord[],
  team: readonly Pick<TeamMemberRecord, 'name' | 'role'>[],
): AuditorMinutes[] {
  const meant = new Map(slots.map((slot) => [slot.id, auditorsIn(team, slot.auditor)]));
  const where = (fits: (meaning: { names: string[]; unknown: string[] }) => boolean) =>
    slots.filter(({ id }) => fits(meant.get(id) ?? { names: [], unknown: [] }));
  const rows = [
    ...team.map(({ name }) =>
      minutesRow(
        'member',
        name,
        where(({ names }) => names.includes(name)),
      ),
    ),
    minutesRow(
      'others',
      '',
      where(({ names, unknown }) => names.length === 0 && unknown.length > 0),
    ),
    minutesRow(
      'nobody',
      '',
      where(({ names, unknown }) => names.length + unknown.length === 0),
    ),
    minutesRow('meetings', '', meetings),
  ];
  return [...rows.filter((row) => row.slots > 0), minutesRow('all', '', slots)];
}

/** What slots lack: how many lack what, and the first of them in the order of the plan. */
export function gapsOfPlan(slots: readonly PlanSlotRecord[]): { gap: SlotGap; count: number; first: string }[] {
  const ordered = inOrder(slots).map(({ id, ...slot }) => ({ id, gaps: gapsOfSlot({ id, ...slot }) }));
  return slotGaps.flatMap((gap) => {
    const lacking = ordered.filter(({ gaps }) => gaps.includes(gap));
    const [first] = lacking;
    return first ? [{ gap, count: lacking.length, first: first.id }] : [];
  });
}

/** What is said beside each slot and meeting, one sentence per line. What is about people stands in the list only. */
export function conflictsByRecord(
  conflicts: readonly PlanConflict[],
  names: ReadonlyMap<string, string>,
  showDay: (on: string) => string,
): Map<string, string> {
  const said = new Map<string, string>();
  for (const conflict of conflicts) {
    if (conflict.kind === 'incomplete' || conflict.kind === 'not-independent' || conflict.kind === 'long-day') continue;
    for (const id of conflict.ids) {
      const sentence = sayConflict(conflict, names, id, showDay);
      const before = said.get(id);
      said.set(id, before === undefined ? sentence : `${before}\n${sentence}`);
    }
  }
  return said;
}
