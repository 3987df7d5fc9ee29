// What does not fit in a plan: the same people, place or time twice, days outside of the audit, what is still missing. Pure.
import type { MeetingFields } from './meetings.ts';
import { auditeesIn, auditorsIn, plainName } from './plan-people.ts';
import type { PlanSlotFields } from './plan-slots.ts';
import { overlapOf, timeOf } from './plan-times.ts';
import type { TeamMemberFields } from './team-members.ts';

export type PlannedSlot = PlanSlotFields & { id: string };
export type PlannedMeeting = MeetingFields & { id: string };

/** The plan with what it is checked against. */
export interface Plan {
  audit: { startsOn: string | null; endsOn: string | null };
  planSlots: readonly PlannedSlot[];
  meetings: readonly PlannedMeeting[];
  team: readonly Pick<TeamMemberFields, 'name' | 'role' | 'independence'>[];
}

/** From how many planned minutes a day of one auditor is long. A default of this product: no standard sets a number. */
export const longDay = { minutes: 480, basis: 'eight hours, the default of this product' } as const;

export const slotGaps = ['date', 'start', 'planned minutes', 'auditor', 'requirements'] as const;
export type SlotGap = (typeof slotGaps)[number];

/** Two entries at the same time, and what they share. Slots that share nothing may stand side by side. */
export interface Clash {
  kind: 'clash';
  ids: [string, string];
  on: string;
  from: string;
  until: string;
  auditors: string[];
  auditees: string[];
  place: string;
  /** A meeting is for everybody, so whatever stands beside it clashes with it. */
  withMeeting: boolean;
}

export type PlanConflict =
  | Clash
  | { kind: 'outside'; ids: [string]; on: string }
  | { kind: 'unknown-auditor'; ids: [string]; names: string[] }
  | { kind: 'observer'; ids: [string]; names: string[] }
  | { kind: 'not-independent'; ids: string[]; name: string }
  | { kind: 'long-day'; ids: string[]; name: string; on: string; minutes: number }
  | { kind: 'incomplete'; ids: [string]; missing: SlotGap[] };

/** Places that hold any number of people at once. */
const placesOfMany = new Set(['remote', 'online', 'video', 'video call', 'screen share', 'on site', 'by screen']);

interface Entry {
  record: PlannedSlot | PlannedMeeting;
  isMeeting: boolean;
  auditors: string[];
  auditees: string[];
}

const shared = (one: readonly string[], other: readonly string[]) => {
  const theirs = new Set(other.map(plainName));
  return one.filter((name) => theirs.has(plainName(name)));
};

function clashOf(one: Entry, other: Entry): Clash | undefined {
  const common = overlapOf(one.record, other.record);
  if (!common) return undefined;
  const withMeeting = one.isMeeting || other.isMeeting;
  const place = plainName(one.record.place);
  const isSamePlace = place !== '' && place === plainName(other.record.place) && !placesOfMany.has(place);
  const clash: Clash = {
    kind: 'clash',
    ids: [one.record.id, other.record.id],
    on: one.record.on ?? '',
    from: timeOf(common.from),
    until: timeOf(common.until),
    auditors: shared(one.auditors, other.auditors),
    auditees: shared(one.auditees, other.auditees),
    place: isSamePlace ? one.record.place.trim() : '',
    withMeeting,
  };
  return withMeeting || clash.auditors.length + clash.auditees.length > 0 || isSamePlace ? clash : undefined;
}

function clashes(entries: readonly Entry[]): Clash[] {
  const byDay = Map.groupBy(
    entries.filter(({ record }) => record.on !== null && record.startsAt !== ''),
    ({ record }) => record.on,
  );
  return [...byDay.values()].flatMap((ofDay) => {
    const ordered = ofDay.toSorted((one, other) => (one.record.startsAt < other.record.startsAt ? -1 : 1));
    return ordered.flatMap((one, place) => ordered.slice(place + 1).flatMap((other) => clashOf(one, other) ?? []));
  });
}

/** What a slot still lacks. Time of the team and reserves have no requirement, so only a slot with an auditee lacks one. */
export function gapsOfSlot(slot: PlannedSlot): SlotGap[] {
  const lacks: Record<SlotGap, boolean> = {
    date: slot.on === null,
    start: slot.startsAt === '',
    'planned minutes': slot.minutes === null || slot.minutes === 0,
    auditor: slot.auditor.trim() === '',
    requirements: slot.requirements.length === 0 && auditeesIn(slot.auditee).length > 0,
  };
  return slotGaps.filter((gap) => lacks[gap]);
}

function longDays(entries: readonly Entry[], meetings: readonly PlannedMeeting[]): PlanConflict[] {
  const days = new Map<string, { name: string; on: string; ids: string[]; minutes: number }>();
  for (const { record, auditors } of entries) {
    const { on } = record;
    if (on === null) continue;
    for (const name of auditors) {
      const key = `${on} ${name}`;
      const day = days.get(key) ?? { name, on, ids: [], minutes: 0 };
      day.ids.push(record.id);
      day.minutes += record.minutes ?? 0;
      days.set(key, day);
    }
  }
  return [...days.values()]
    .map((day) => ({
      ...day,
      minutes: meetings.reduce((sum, { on, minutes }) => sum + (on === day.on ? (minutes ?? 0) : 0), day.minutes),
    }))
    .filter(({ minutes }) => minutes > longDay.minutes)
    .map((day) => ({ kind: 'long-day', ...day }));
}

/** Everything in a plan that does not fit or is still missing, what clashes first. */
export function findPlanConflicts({ audit, planSlots, meetings, team }: Plan): PlanConflict[] {
  const meant = new Map(planSlots.map((slot) => [slot.id, auditorsIn(team, slot.auditor)]));
  const namesOf = (slot: PlannedSlot) => meant.get(slot.id)?.names ?? [];
  const slots = planSlots.map(
    (record): Entry => ({
      record,
      isMeeting: false,
      auditors: namesOf(record),
      auditees: auditeesIn(record.auditee),
    }),
  );
  const others = meetings.map((record): Entry => ({ record, isMeeting: true, auditors: [], auditees: [] }));
  const isOutside = (on: string | null) =>
    on !== null && ((audit.startsOn !== null && on < audit.startsOn) || (audit.endsOn !== null && on > audit.endsOn));
  const observers = new Set(team.filter(({ role }) => role === 'observer').map(({ name }) => name));

  return [
    ...clashes([...slots, ...others]),
    ...[...planSlots, ...meetings].flatMap(({ id, on }): PlanConflict[] =>
      on !== null && isOutside(on) ? [{ kind: 'outside', ids: [id], on }] : [],
    ),
    ...planSlots.flatMap((slot): PlanConflict[] => {
      const unknown = meant.get(slot.id)?.unknown ?? [];
      return team.length > 0 && unknown.length > 0 ? [{ kind: 'unknown-auditor', ids: [slot.id], names: unknown }] : [];
    }),
    ...planSlots.flatMap((slot): PlanConflict[] => {
      const names = namesOf(slot).filter((name) => observers.has(name));
      return names.length > 0 ? [{ kind: 'observer', ids: [slot.id], names }] : [];
    }),
    ...longDays(slots, meetings),
    ...team.flatMap(({ name, independence }): PlanConflict[] => {
      const ids = planSlots.filter((slot) => namesOf(slot).includes(name)).map(({ id }) => id);
      return independence.trim() === '' && ids.length > 0 ? [{ kind: 'not-independent', ids, name }] : [];
    }),
    ...planSlots.flatMap((slot): PlanConflict[] => {
      const missing = gapsOfSlot(slot);
      return missing.length > 0 ? [{ kind: 'incomplete', ids: [slot.id], missing }] : [];
    }),
  ];
}
