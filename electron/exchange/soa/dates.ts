import { dateOfSerial } from '../xlsx/number-text.ts';
import { plain } from '../plain-words.ts';
import { months } from './words.ts';

const monthByName = new Map(months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

function toIso(year: number, month: number, day: number): string | undefined {
  const full = year < 100 ? 2000 + year : year;
  const date = new Date(Date.UTC(full, month - 1, day));
  const isReal = date.getUTCFullYear() === full && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && full >= 1980 && full < 2200 ? date.toISOString().slice(0, 10) : undefined;
}

const named = String.raw`(\p{L}{3,12})\.?`;
const patterns: { pattern: RegExp; read: (a: string, b: string, c: string) => string | undefined }[] = [
  { pattern: /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u, read: (a, b, c) => toIso(+a, +b, +c) },
  {
    pattern: /(?<![\d.])(\d{1,2})\s?\.\s?(\d{1,2})\s?\.\s?(\d{4}|\d{2})(?![\d.]\d)(?!\d)/u,
    read: (a, b, c) => toIso(+c, +b, +a),
  },
  {
    // With slashes the month may stand first; where both readings are days, none is taken.
    pattern: /(?<!\d)(\d{1,2})\s?[/-]\s?(\d{1,2})\s?[/-]\s?(\d{4}|\d{2})(?!\d)/u,
    read(a, b, c) {
      const [dayFirst, monthFirst] = [toIso(+c, +b, +a), toIso(+c, +a, +b)];
      return dayFirst && monthFirst && dayFirst !== monthFirst ? undefined : (dayFirst ?? monthFirst);
    },
  },
  {
    pattern: new RegExp(
      String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s-]*(?:of\s|de\s)?\s*${named}[\s,-]*(?:de\s|del\s)?\s*(\d{4})(?!\d)`,
      'iu',
    ),
    read: (a, b, c) => toIso(+c, monthByName.get(plain(b)) ?? 0, +a),
  },
  {
    pattern: new RegExp(String.raw`(?<!\p{L})${named}\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)`, 'iu'),
    read: (a, b, c) => toIso(+c, monthByName.get(plain(a)) ?? 0, +b),
  },
];

/** The first day named in a text, as an ISO date, with the text that names it. */
export function findDate(text: string): { date: string; text: string } | undefined {
  const short = text.slice(0, 500);
  for (const { pattern, read } of patterns) {
    const match = pattern.exec(short);
    const date = match && read(match[1] ?? '', match[2] ?? '', match[3] ?? '');
    if (date) return { date, text: match[0] };
  }
  return undefined;
}

/** The day that a cell beside a label such as "Date" holds; also a bare serial number that lost its format. */
export function readDate(text: string, from1904 = false): string | undefined {
  const found = findDate(text);
  if (found) return found.date;
  const serial = /^\d{5}(?:\.\d+)?$/.test(text.trim()) ? Number(text) : 0;
  return serial > 32_000 && serial < 75_000 ? dateOfSerial(serial, from1904) : undefined;
}

/** The day that a text names and nothing else; also a bare serial number that lost its format. */
export function readDay(text: string): string | undefined {
  const bare = text.trim();
  const found = findDate(bare);
  if (found) return found.text === bare ? found.date : undefined;
  return /^\d+(?:\.\d+)?$/.test(bare) ? readDate(bare) : undefined;
}
