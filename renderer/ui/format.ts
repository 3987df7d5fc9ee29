// Dates and sizes as the reader's own settings show them. What is stored stays ISO.

const dayFormat = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const dayWithoutZone = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const longDayWithoutZone = new Intl.DateTimeFormat(undefined, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const timeFormat = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const numberFormat = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const units = ['KB', 'MB', 'GB', 'TB'];

/** A calendar day (ISO 8601) as people write it; nothing as an empty text. */
export function formatDay(day: string | null): string {
  return day === null || day === '' ? '' : dayWithoutZone.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}

/** A calendar day (ISO 8601) with its weekday, as a heading has it. */
export function formatLongDay(day: string): string {
  return longDayWithoutZone.format(new Date(`${day}T00:00:00Z`));
}

/** An instant (ISO 8601) as day and time of this machine; nothing as an empty text. */
export function formatInstant(instant: string | null): string {
  if (instant === null || instant === '') return '';
  const date = new Date(instant);
  return `${dayFormat.format(date)}, ${timeFormat.format(date)}`;
}

/** The day of an instant, as this machine's calendar has it. */
export function formatDayOf(instant: string | null): string {
  return instant === null || instant === '' ? '' : dayFormat.format(new Date(instant));
}

/** A time today as the time alone, an older one as its day. */
export function formatRecent(instant: string, now = new Date()): string {
  const date = new Date(instant);
  return date.toDateString() === now.toDateString() ? timeFormat.format(date) : dayFormat.format(date);
}

/** A size in bytes as people read it: `812 bytes`, `1.4 MB`. */
export function formatSize(bytes: number | null): string {
  if (bytes === null) return '';
  if (bytes < 1_000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  let size = bytes;
  let unit = -1;
  while (size >= 999.95 && unit < units.length - 1) {
    size /= 1_000;
    unit += 1;
  }
  return `${numberFormat.format(size)} ${units[unit]}`;
}

/** A count with its noun: `1 file`, `3 files`. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${numberFormat.format(count)} ${count === 1 ? one : many}`;
}
