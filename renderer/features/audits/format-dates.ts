// Days as people of this place write them.
const dayFormat = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });

const toDate = (day: string) => new Date(`${day}T12:00:00`);

/** One day or a span of days; undefined where none is known. ISO days in, words out. */
export function formatDays(startsOn: string | null, endsOn: string | null): string | undefined {
  const [first, last] = [startsOn ?? endsOn, endsOn ?? startsOn];
  if (first === null || last === null) return undefined;
  return first <= last ? dayFormat.formatRange(toDate(first), toDate(last)) : dayFormat.format(toDate(first));
}
