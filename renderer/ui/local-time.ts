// Instants as the browser's own date and time field wants them, and back, in this machine's time zone.

const two = (part: number) => String(part).padStart(2, '0');

/** An instant (ISO 8601) as `2026-10-13T14:05`; nothing as an empty text. */
export function instantToField(instant: string | null): string {
  if (instant === null || instant === '') return '';
  const date = new Date(instant);
  return (
    `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}` +
    `T${two(date.getHours())}:${two(date.getMinutes())}`
  );
}

function withOffset(date: Date, seconds: number): string {
  const offset = -date.getTimezoneOffset();
  const minutes = Math.abs(offset);
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return `${instantToField(date.toISOString())}:${two(seconds)}${zone}`;
}

/** What the field holds as an instant with this machine's offset; null where it holds none. */
export function fieldToInstant(field: string): string | null {
  const date = new Date(field);
  return field === '' || Number.isNaN(date.getTime()) ? null : withOffset(date, 0);
}

/** This moment as an instant with this machine's offset. */
export function instantNow(now = new Date()): string {
  return withOffset(now, now.getSeconds());
}
