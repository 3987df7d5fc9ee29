// A day of the plan as a timetable: a column per auditor, blocks by time, side by side where they overlap. Pure.
import type { MeetingRecord, PlanSlotRecord, TeamMemberRecord } from '../../../shared/contract/records.ts';
import { auditorsIn } from '../../../shared/domain/plan-people.ts';
import { spanOf } from '../../../shared/domain/plan-times.ts';

/** The columns beside those of the team: slots of others, and slots of nobody yet. */
export type ColumnKind = 'member' | 'others' | 'nobody';

export interface TimetableColumn {
  kind: ColumnKind;
  name: string;
}

export interface TimetableBlock {
  record: PlanSlotRecord | MeetingRecord;
  isMeeting: boolean;
  from: number;
  until: number;
  /** The first column, from 0, and how many columns it covers. */
  column: number;
  span: number;
  /** Its place among blocks at the same time in the same columns, from 0, and how many there are. */
  lane: number;
  lanes: number;
}

export interface TimetableDay {
  on: string;
  columns: TimetableColumn[];
  /** Whole hours that hold all blocks. */
  fromHour: number;
  untilHour: number;
  blocks: TimetableBlock[];
}

type Placed = Omit<TimetableBlock, 'lane' | 'lanes'>;

/** A block is at least this long, so that its words can be read. */
export const leastMinutes = 20;
const endOf = (block: Placed) => Math.max(block.until, block.from + leastMinutes);
const meets = (one: Placed, other: Placed) =>
  one.from < endOf(other) &&
  other.from < endOf(one) &&
  one.column < other.column + other.span &&
  other.column < one.column + one.span;

function intoLanes(placed: readonly Placed[]): TimetableBlock[] {
  const ordered = placed.toSorted((one, other) => one.from - other.from || endOf(other) - endOf(one));
  const laid: TimetableBlock[] = [];
  for (const block of ordered) {
    const taken = new Set(laid.filter((other) => meets(block, other)).map(({ lane }) => lane));
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    laid.push({ ...block, lane, lanes: 1 });
  }
  // Blocks that meet, also by way of others, share one number of lanes.
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const block of laid) {
      const group = laid.filter((other) => meets(block, other));
      const lanes = Math.max(...group.map((other) => Math.max(other.lanes, other.lane + 1)));
      for (const other of group) {
        if (other.lanes === lanes) continue;
        other.lanes = lanes;
        isChanged = true;
      }
    }
  }
  return laid;
}

/** The columns that a slot covers: of its auditors where these stand together, else of the first of them. */
function columnsOf(slot: PlanSlotRecord, team: readonly TeamMemberRecord[], columns: readonly TimetableColumn[]) {
  const { names, unknown } = auditorsIn(team, slot.auditor);
  const places = names.map((name) => columns.findIndex((column) => column.name === name)).toSorted((a, b) => a - b);
  const [first] = places;
  if (first !== undefined && first >= 0) {
    let span = 1;
    while (places[span] === first + span) span += 1;
    return { column: first, span };
  }
  const kind: ColumnKind = unknown.length > 0 ? 'others' : 'nobody';
  return { column: columns.findIndex((column) => column.kind === kind), span: 1 };
}

/** One day. Records without a time are not in it. */
export function layOutDay(
  on: string,
  slots: readonly PlanSlotRecord[],
  meetings: readonly MeetingRecord[],
  team: readonly TeamMemberRecord[],
): TimetableDay {
  const timed = slots.filter((slot) => slot.on === on && slot.startsAt !== '');
  const held = meetings.filter((meeting) => meeting.on === on && meeting.startsAt !== '');
  const meant = timed.map((slot) => auditorsIn(team, slot.auditor));
  const used = new Set(meant.flatMap(({ names }) => names));
  const columns: TimetableColumn[] = [
    ...team.filter(({ name }) => used.has(name)).map(({ name }): TimetableColumn => ({ kind: 'member', name })),
    ...(meant.some(({ names, unknown }) => names.length === 0 && unknown.length > 0)
      ? [{ kind: 'others', name: '' } as const]
      : []),
    ...(meant.some(({ names, unknown }) => names.length + unknown.length === 0) || timed.length === 0
      ? [{ kind: 'nobody', name: '' } as const]
      : []),
  ];
  const spans = (record: PlanSlotRecord | MeetingRecord) => spanOf(record) ?? { from: 0, until: 0 };
  const placed: Placed[] = [
    ...held.map((record) => ({ record, isMeeting: true, ...spans(record), column: 0, span: columns.length })),
    ...timed.map((record) => ({ record, isMeeting: false, ...spans(record), ...columnsOf(record, team, columns) })),
  ];
  const blocks = intoLanes(placed);
  return {
    on,
    columns,
    fromHour: Math.floor(Math.min(9 * 60, ...blocks.map(({ from }) => from)) / 60),
    untilHour: Math.min(24, Math.ceil(Math.max(17 * 60, ...blocks.map(endOf)) / 60)),
    blocks,
  };
}
