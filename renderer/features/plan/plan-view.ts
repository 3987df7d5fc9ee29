// The plan as the room shows it: slots by day with their sums, meetings in order, what no slot covers. Pure.
import type { MeetingRecord, PlanSlotRecord } from '../../../shared/contract/records.ts';

type Timed = Pick<PlanSlotRecord, 'on' | 'startsAt' | 'minutes' | 'position'>;

export interface PlanDay {
  /** Null: not dated yet. */
  on: string | null;
  /** Which day of the audit it is, from 1; undefined where the first day of the audit is not known or later. */
  number: number | undefined;
  slots: PlanSlotRecord[];
  minutes: number;
  actualMinutes: number;
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

const sum = <T>(records: readonly T[], minutes: (record: T) => number | null) =>
  records.reduce((total, record) => total + (minutes(record) ?? 0), 0);

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
    minutes: sum(ofDay, ({ minutes }) => minutes),
    actualMinutes: sum(ofDay, ({ actualMinutes }) => actualMinutes),
    meetingMinutes:
      on === null
        ? 0
        : sum(
            meetings.filter((meeting) => meeting.on === on),
            ({ minutes }) => minutes,
          ),
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
