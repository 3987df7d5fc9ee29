// Dates, numbers and lists as the report writes them.
import type { FindingRecord } from '../../../shared/contract/records.ts';
import { auditeePositions } from '../../../shared/domain/vocabulary.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const smallNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'];

const monthName = (month: string) => months[Number(month) - 1] ?? month;

/** A calendar day (ISO 8601) as `17 November 2026`; nothing as an empty text. */
export function formatDay(day: string | null): string {
  const [year = '', month = '', date = ''] = (day ?? '').slice(0, 10).split('-');
  return date ? `${Number(date)} ${monthName(month)} ${year}` : '';
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** A calendar day with its day of the week: `Tuesday, 17 November 2026`. */
export function formatWeekday(day: string): string {
  const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()];
  return weekday ? `${weekday}, ${formatDay(day)}` : formatDay(day);
}

/** Two days as `16 to 18 November 2026`, as short as is clear. */
export function formatSpan(from: string | null, to: string | null): string {
  if (!from || !to || from === to) return formatDay(from ?? to);
  const [year, month, date = ''] = from.split('-');
  const [lastYear, lastMonth] = to.split('-');
  if (year !== lastYear) return `${formatDay(from)} to ${formatDay(to)}`;
  const start = month === lastMonth ? `${Number(date)}` : `${Number(date)} ${monthName(month ?? '')}`;
  return `${start} to ${formatDay(to)}`;
}

/** An instant (ISO 8601 with offset) as the clock on the wall showed it: `17 Nov 2026, 09:40`. */
export function formatInstant(instant: string | null): string {
  if (!instant) return '';
  const [year = '', month = '', date = ''] = instant.slice(0, 10).split('-');
  const zone = instant.endsWith('Z') ? ' UTC' : '';
  return `${Number(date)} ${monthName(month).slice(0, 3)} ${year}, ${instant.slice(11, 16)}${zone}`;
}

/** A count in words up to eleven, in digits above. */
export function inWords(count: number): string {
  return smallNumbers[count] ?? String(count);
}

/** A count with its noun: `1 requirement`, `3 requirements`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The position of the auditee on a finding, with who took it and when. */
export function sayPosition({
  auditeePosition,
  auditeeBy,
  auditeeOn,
}: Pick<FindingRecord, 'auditeePosition' | 'auditeeBy' | 'auditeeOn'>): string {
  return [auditeePositions[auditeePosition], auditeeBy.trim(), formatDay(auditeeOn)].filter(Boolean).join(', ');
}

/** The first letter in upper case. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Under whose licence the text of the standard is printed. */
export function licenceLine({ licenceHolder }: { licenceHolder: string }): string {
  const holder = licenceHolder.trim() || 'the holder named by the auditor';
  return `Text of the standard, printed under the licence of ${holder}`;
}
