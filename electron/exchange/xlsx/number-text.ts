/** How a number is shown: as a day, a time of day, with fixed decimals, or as it is. */
export type NumberFormat =
  | { kind: 'date' }
  | { kind: 'time' }
  | { kind: 'fixed'; decimals: number; percent: boolean }
  | { kind: 'general' };

const general: NumberFormat = { kind: 'general' };
const date: NumberFormat = { kind: 'date' };
const time: NumberFormat = { kind: 'time' };

/** The built-in formats that show a day, by their fixed numbers; the two ranges are the East Asian ones. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

const builtIn = new Map<number, NumberFormat>([
  ...[18, 19, 20, 21, 45, 46, 47].map((id) => [id, time] as const),
  [1, { kind: 'fixed', decimals: 0, percent: false }],
  [2, { kind: 'fixed', decimals: 2, percent: false }],
  [9, { kind: 'fixed', decimals: 0, percent: true }],
  [10, { kind: 'fixed', decimals: 2, percent: true }],
]);

/** The format of a built-in number, or of the code that a workbook gives it. */
export function readNumberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return isBuiltInDate(id) ? date : (builtIn.get(id) ?? general);
  const bare = code
    .slice(0, 300)
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .split(';')[0]!
    .replace(/am\/pm|a\/p|general/gi, '');
  if (/[dy]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare))) return date;
  if (/[hs]/i.test(bare)) return time;
  const fixed = /^0(?:\.(0+))?(%?)$/.exec(bare.trim());
  return fixed ? { kind: 'fixed', decimals: fixed[1]?.length ?? 0, percent: fixed[2] === '%' } : general;
}

/** A serial number of days as an ISO date; undefined where it is no day of this calendar. */
export function dateOfSerial(serial: number, from1904: boolean): string | undefined {
  const days = Math.floor(from1904 ? serial + 1462 : serial);
  if (!(days >= 1 && days < 2_958_466)) return undefined;
  const corrected = days < 60 ? days + 1 : days;
  return new Date(Date.UTC(1899, 11, 30) + corrected * 86_400_000).toISOString().slice(0, 10);
}

/** The stored number of a cell as the text that the reader of the workbook sees, as far as it matters here. */
export function textOfNumber(raw: string, format: NumberFormat, from1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (format.kind === 'date') return dateOfSerial(value, from1904) ?? raw;
  if (format.kind === 'fixed' && Math.abs(value) < 1e15)
    return format.percent ? `${(value * 100).toFixed(format.decimals)}%` : value.toFixed(format.decimals);
  return String(Number(value.toPrecision(15)));
}
