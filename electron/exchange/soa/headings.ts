import { isAnswer, readAnswer } from './answers.ts';
import { headerRows } from './limits.ts';
import type { Row, Sheet, Span } from '../xlsx/sheet-grid.ts';
import { holdsAny, holdsPhrase, plain } from '../plain-words.ts';
import { headingWords, sheetNameWords } from './words.ts';

/** What a column holds, by its heading. */
export type HeadingRole =
  | 'id'
  | 'title'
  | 'applicable'
  | 'not-applicable'
  | 'reason'
  | 'inclusion-reason'
  | 'exclusion-reason'
  | 'implementation'
  | 'evidence'
  | 'remarks'
  | 'standard';

export interface Heading {
  role: HeadingRole;
  /** Whether the heading is exactly a known word, not only a phrase with one in it. */
  exact: boolean;
  text: string;
  /** The wider heading above that gives this one its role, where its own words do not. */
  under: string;
}

/** Headings by column. Where they take two rows `top` is the first and `row` the one that the table begins below. */
export interface Header {
  top: number;
  row: number;
  headings: Map<number, Heading>;
}

const longestHeading = 100;

const withoutBrackets = (text: string) => plain(text.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')) || plain(text);

const removePhrases = (text: string, phrases: readonly string[]) =>
  phrases
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, phrase) => ` ${rest} `.replaceAll(` ${phrase} `, ' ').trim(), text);

function polarityOf(text: string): 'applicable' | 'not-applicable' | 'both' | undefined {
  if (holdsAny(text, headingWords.either)) return 'both';
  const denies = holdsAny(text, headingWords.notApplicable);
  const claims = holdsAny(removePhrases(text, headingWords.notApplicable), headingWords.applicable);
  if (denies && claims) return 'both';
  return denies ? 'not-applicable' : claims ? 'applicable' : undefined;
}

function roleOfWords(words: string, whole: string): HeadingRole | undefined {
  const polarity = polarityOf(words);
  if (holdsAny(words, headingWords.reason)) {
    if (polarity === 'applicable') return 'inclusion-reason';
    return polarity === 'not-applicable' ? 'exclusion-reason' : 'reason';
  }
  const isAside = holdsAny(words, headingWords.aside);
  if (holdsAny(words, headingWords.implementation)) return isAside ? 'evidence' : 'implementation';
  if (isAside) return undefined;
  if (polarity) return polarity === 'not-applicable' ? 'not-applicable' : 'applicable';
  if (polarityOf(whole) === 'both') return 'applicable';
  return (['evidence', 'remarks', 'title', 'id', 'standard'] as const).find((role) =>
    holdsAny(words, headingWords[role]),
  );
}

/** The role of one heading; undefined where it has none. */
export function roleOfHeading(text: string): HeadingRole | undefined {
  if (text.length > longestHeading) return undefined;
  const words = withoutBrackets(text);
  if (words === '' || words.split(' ').length > 12) return undefined;
  if (sheetNameWords.statement.some((name) => name.includes(' ') && holdsPhrase(words, name))) return undefined;
  return roleOfWords(words, plain(text)) ?? roleOfWords(plain(text), plain(text));
}

const exactWords: Partial<Record<HeadingRole, readonly string[]>> = {
  applicable: headingWords.applicable,
  'not-applicable': headingWords.notApplicable,
  reason: headingWords.reason,
  implementation: headingWords.implementation,
  title: headingWords.title,
  id: headingWords.id,
};

const isExact = (text: string, role: HeadingRole) => exactWords[role]?.includes(withoutBrackets(text)) ?? false;

/** A heading under a wider one: `Yes` under `Applicable`, `Exclusion` under `Justification`. */
function readHeading(parent: string, child: string): Heading | undefined {
  const above = parent === '' ? undefined : roleOfHeading(parent);
  if (above === 'applicable' && isAnswer(child)) {
    const { said } = readAnswer(child);
    const denies = said === 'no' || said === 'not-applicable' || said === 'cross';
    return { role: denies ? 'not-applicable' : 'applicable', exact: true, text: child, under: '' };
  }
  const own = roleOfHeading(child);
  if (above === 'reason') {
    const joined = own && own !== 'reason' ? roleOfHeading(`${parent} ${child}`) : undefined;
    return { role: joined ?? own ?? above, exact: false, text: child, under: own ? '' : parent };
  }
  const role = own ?? above;
  return role && { role, exact: isExact(child, role), text: child, under: own ? '' : parent };
}

function textAbove(row: Row, before: Row | undefined, column: number, spans: readonly Span[]): string {
  if (!before || before.number !== row.number - 1 || before.cells.size < 2) return '';
  const span = spans.find(
    ({ top, bottom, left, right }) =>
      right > left && left <= column && column <= right && bottom === before.number && top <= before.number,
  );
  return span ? (before.cells.get(span.left)?.text ?? '') : '';
}

function readHeadings(row: Row, before: Row | undefined, spans: readonly Span[]): Header {
  const headings = new Map<number, Heading>();
  let top = row.number;
  for (const [column, { text, from }] of row.cells) {
    const parent = textAbove(row, before, column, spans);
    const heading = readHeading(parent === text ? '' : parent, text);
    if (!heading) continue;
    headings.set(column, heading);
    top = Math.min(top, parent === '' ? from : row.number - 1);
  }
  return { top, row: row.number, headings };
}

/** Smaller headings in the row below, such as `Yes` and `No` under a heading that is wider than one column. */
function readBelow(header: Header, below: Row | undefined, spans: readonly Span[]): Header {
  if (!below || below.number !== header.row + 1) return header;
  const headings = new Map(header.headings);
  for (const [column, { text, from }] of below.cells) {
    if (from !== below.number) continue;
    const span = spans.find(
      ({ top, bottom, left, right }) => top <= header.row && bottom === header.row && left <= column && column <= right,
    );
    const nearest = [...header.headings.keys()].filter((left) => left <= column).toSorted((a, b) => b - a)[0];
    const parent = span && span.right > span.left ? span.left : isAnswer(text) ? nearest : undefined;
    const above = parent === undefined ? undefined : header.headings.get(parent);
    const heading = above && readHeading(above.text, text);
    if (heading) headings.set(column, heading);
  }
  return { ...header, headings };
}

function scoreOf({ headings }: Header): number {
  const roles = new Set([...headings.values()].map(({ role }) => role));
  const exact = [...headings.values()].filter((heading) => heading.exact).length;
  return roles.size < 2 ? 0 : roles.size * 10 + Math.min(exact, 9);
}

/**
 * Finds the row of headings among the first rows of a sheet: the one that names most columns and has at least half of
 * the rows with controls below it. `holdsControl` tells which rows name a control.
 */
export function findHeader(sheet: Sheet, holdsControl: (row: Row) => boolean): Header | undefined {
  const controlRows = sheet.rows.filter(holdsControl);
  const middle = controlRows[Math.floor((controlRows.length - 1) / 2)]?.number ?? 0;
  const isControlRow = new Set(controlRows);
  let best: Header | undefined;
  let below: Row | undefined;
  let highest = 0;
  sheet.rows.forEach((row, index) => {
    if (row.number > Math.min(headerRows, middle - 1) || isControlRow.has(row)) return;
    const header = readHeadings(row, sheet.rows[index - 1], sheet.spans);
    const score = scoreOf(header);
    if (score <= highest) return;
    highest = score;
    best = header;
    const next = sheet.rows[index + 1];
    below = next && !isControlRow.has(next) ? next : undefined;
  });
  return best && readBelow(best, below, sheet.spans);
}
