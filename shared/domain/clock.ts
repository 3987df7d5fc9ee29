// A hybrid logical clock (Kulkarni et al. 2014): close to wall-clock time, never backwards, unique per device.
// It orders changes; what people are shown is the wall-clock time beside it.

/** Milliseconds since 1970 and a counter, as text that sorts in clock order: `018f…-0000-device`. */
export function formatClock(milliseconds: number, counter: number, device: string): string {
  return `${milliseconds.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}-${device.slice(0, 8)}`;
}

/** The parts of a clock reading; undefined where it is not one. */
export function parseClock(clock: string): { milliseconds: number; counter: number; device: string } | undefined {
  const match = /^([0-9a-f]{12})-([0-9a-f]{4})-(.{1,8})$/.exec(clock);
  if (!match) return undefined;
  return {
    milliseconds: Number.parseInt(match[1] ?? '', 16),
    counter: Number.parseInt(match[2] ?? '', 16),
    device: match[3] ?? '',
  };
}

/** The reading after `last` at wall-clock time `now` (milliseconds). Later than `last` even if the wall clock is not. */
export function tickClock(last: string | undefined, now: number, device: string): string {
  const before = last === undefined ? undefined : parseClock(last);
  if (!before || now > before.milliseconds) return formatClock(now, 0, device);
  if (before.counter < 0xffff) return formatClock(before.milliseconds, before.counter + 1, device);
  return formatClock(before.milliseconds + 1, 0, device);
}
