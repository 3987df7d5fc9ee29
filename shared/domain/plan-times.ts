// Times of a plan: entries with a day, a start and a length, where they overlap, and what they add up to. Pure.

/** What stands in a plan: a slot or a meeting. */
export interface PlannedTime {
  id: string;
  on: string | null;
  /** `09:30`, or empty. */
  startsAt: string;
  minutes: number | null;
  actualMinutes: number | null;
}

/** Minutes since midnight; undefined where there is no time. */
export function minuteOf(startsAt: string): number | undefined {
  if (startsAt === '') return undefined;
  const [hours = 0, minutes = 0] = startsAt.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Minutes since midnight as `09:30`. What is past midnight is shown as the end of the day. */
export function timeOf(minute: number): string {
  const bounded = Math.max(0, Math.min(24 * 60, Math.round(minute)));
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(bounded / 60))}:${two(bounded % 60)}`;
}

/** From when to when an entry lasts, in minutes since midnight; undefined without a day or a start. */
export function spanOf({ on, startsAt, minutes }: PlannedTime): { from: number; until: number } | undefined {
  const from = minuteOf(startsAt);
  return on === null || from === undefined ? undefined : { from, until: from + (minutes ?? 0) };
}

/** The time that two entries have in common; undefined where they have none. What only touches does not overlap. */
export function overlapOf(one: PlannedTime, other: PlannedTime): { from: number; until: number } | undefined {
  if (one.on !== other.on) return undefined;
  const [mine, theirs] = [spanOf(one), spanOf(other)];
  if (!mine || !theirs) return undefined;
  const from = Math.max(mine.from, theirs.from);
  const until = Math.min(mine.until, theirs.until);
  return from < until ? { from, until } : undefined;
}

export interface MinuteSums {
  planned: number;
  actual: number;
  /** Actual less planned minutes of the entries that have both; null where none has. */
  difference: number | null;
}

/** Planned and actual minutes of some entries. */
export function sumMinutes(entries: readonly Pick<PlannedTime, 'minutes' | 'actualMinutes'>[]): MinuteSums {
  let planned = 0;
  let actual = 0;
  let difference: number | null = null;
  for (const { minutes, actualMinutes } of entries) {
    planned += minutes ?? 0;
    actual += actualMinutes ?? 0;
    if (minutes !== null && actualMinutes !== null) difference = (difference ?? 0) + actualMinutes - minutes;
  }
  return { planned, actual, difference };
}

/** A start that many minutes later or earlier, within the day; undefined where there is none or it would leave the day. */
export function shiftStart(startsAt: string, by: number): string | undefined {
  const from = minuteOf(startsAt);
  if (from === undefined || from + by < 0 || from + by >= 24 * 60) return undefined;
  return timeOf(from + by);
}
