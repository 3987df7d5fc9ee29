// Dates, numbers and sizes in the language the person chose, or the system's. What is stored stays ISO.

let language: string | undefined;
let formats = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

/** Whether dates and numbers can be written in this language (BCP 47). */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

/** Writes dates and numbers in this language (BCP 47) from now on; an empty or unknown one means the system's. */
export function setFormatLanguage(tag: string): void {
  const wanted = tag !== '' && isLanguage(tag) ? tag : undefined;
  if (wanted === language) return;
  language = wanted;
  formats = new Map();
}

function made<T extends Intl.DateTimeFormat | Intl.NumberFormat>(name: string, make: () => T): T {
  const known = formats.get(name) as T | undefined;
  if (known) return known;
  const format = make();
  formats.set(name, format);
  return format;
}

const kinds = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  dayWithoutZone: { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  longDay: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  longDayWithoutZone: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  time: { hour: '2-digit', minute: '2-digit' },
  shortTime: { timeStyle: 'short' },
  exactTime: { timeStyle: 'medium' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const dates = (kind: keyof typeof kinds) => made(kind, () => new Intl.DateTimeFormat(language, kinds[kind]));
const numbers = () => made('number', () => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }));
const units = ['KB', 'MB', 'GB', 'TB'];

/** A calendar day (ISO 8601) as people write it; nothing as an empty text. */
export function formatDay(day: string | null): string {
  return day === null || day === '' ? '' : dates('dayWithoutZone').format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}

/** One day or a span of days (ISO 8601); undefined where none is known. */
export function formatDays(startsOn: string | null, endsOn: string | null): string | undefined {
  const [first, last] = [startsOn ?? endsOn, endsOn ?? startsOn];
  if (first === null || last === null) return undefined;
  const toDate = (day: string) => new Date(`${day.slice(0, 10)}T00:00:00Z`);
  return first <= last
    ? dates('dayWithoutZone').formatRange(toDate(first), toDate(last))
    : dates('dayWithoutZone').format(toDate(first));
}

/** A calendar day (ISO 8601) with its weekday, as a heading has it. */
export function formatLongDay(day: string): string {
  return dates('longDayWithoutZone').format(new Date(`${day}T00:00:00Z`));
}

/** The day of an instant with its weekday, as this machine's calendar has it. */
export function formatLongDayOf(instant: string): string {
  return dates('longDay').format(new Date(instant));
}

/** An instant (ISO 8601) as day and time of this machine; nothing as an empty text. */
export function formatInstant(instant: string | null): string {
  if (instant === null || instant === '') return '';
  const date = new Date(instant);
  return `${dates('day').format(date)}, ${dates('time').format(date)}`;
}

/** The day of an instant, as this machine's calendar has it. */
export function formatDayOf(instant: string | null): string {
  return instant === null || instant === '' ? '' : dates('day').format(new Date(instant));
}

/** The time of an instant on this machine: hours and minutes. */
export function formatTimeOf(instant: string | Date): string {
  return dates('time').format(new Date(instant));
}

/** Hours and minutes as a line of text has them. */
export function formatShortTime(date: Date): string {
  return dates('shortTime').format(date);
}

/** A time to the second. */
export function formatExactTime(instant: string | number | Date): string {
  return dates('exactTime').format(new Date(instant));
}

/** A time today as the time alone, an older one as its day. */
export function formatRecent(instant: string, now = new Date()): string {
  const date = new Date(instant);
  return (date.toDateString() === now.toDateString() ? dates('time') : dates('day')).format(date);
}

/** A number as people write it. */
export function formatNumber(value: number): string {
  return numbers().format(value);
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
  return `${numbers().format(size)} ${units[unit]}`;
}

/** A count with its noun: `1 file`, `3 files`. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${numbers().format(count)} ${count === 1 ? one : many}`;
}

/** How a day, a time and a number look in a language, the system's where none is said. */
export function exampleOf(tag: string, now = new Date()): string {
  const wanted = tag !== '' && isLanguage(tag) ? tag : undefined;
  const day = new Intl.DateTimeFormat(wanted, kinds.day).format(now);
  const time = new Intl.DateTimeFormat(wanted, kinds.time).format(now);
  return `${day}, ${time} · ${new Intl.NumberFormat(wanted).format(1234.5)}`;
}
