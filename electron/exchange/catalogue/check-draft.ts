import { findInconsistencies } from '../../../shared/domain/catalogue-consistency.ts';
import { type Catalogue, catalogueSchema } from '../../../shared/domain/catalogue.ts';
import type { Draft, Place } from './assemble.ts';
import { type SheetKey, sheets } from './columns.ts';
import { amount, type Problems, quote } from './problems.ts';
import { sayIssue, valueAt } from './say-issue.ts';

interface Finding {
  sheet: string;
  row: number | null;
  column: string;
  message: string;
  /** Whether it is about a row of the file, and not about one taken from another catalogue. */
  isOwn: boolean;
}

/** The deepest place that is known on a path, and what of the path is left. */
function findPlace({ places }: Draft, path: readonly PropertyKey[]): { place?: Place; rest: readonly PropertyKey[] } {
  for (let length = path.length; length > 0; length -= 1) {
    const place = places.get(path.slice(0, length).map(String).join('/'));
    if (place) return { place, rest: path.slice(length) };
  }
  return { rest: path };
}

function locate(draft: Draft, path: readonly PropertyKey[], message: string): Finding {
  const { place, rest } = findPlace(draft, path);
  const [field = '', entry] = rest.map((key) => (typeof key === 'symbol' ? '' : key));
  if (!place) {
    const key = String(field);
    const sheet = key in sheets ? sheets[key as SheetKey].name : sheets.facts.name;
    return { sheet, row: null, column: '', message, isOwn: true };
  }
  const isOwn = place.row !== null || place.sheet === 'facts';
  if (place.sheet === 'templates' && field === 'grades' && entry === undefined) {
    const id = String(valueAt(draft.catalogue, [...path.slice(0, 2), 'id']));
    const sentence = `The template ${quote(id)} has no row in the sheet ${sheets.grades.name}; it needs at least one.`;
    return { sheet: sheets.templates.name, row: place.row, column: 'Id', message: sentence, isOwn };
  }
  const said =
    typeof entry === 'number' && typeof valueAt(draft.catalogue, path) === 'string' && message.startsWith('The text');
  return {
    sheet: sheets[place.sheet].name,
    row: place.row,
    column: place.headings[String(field)] ?? place.heading,
    message: said ? `Entry ${entry + 1}: ${message}` : message,
    isOwn,
  };
}

function findAll(draft: Draft, problems: Problems): { found: Finding[]; catalogue: Catalogue | null } {
  const parsed = catalogueSchema.safeParse(draft.catalogue);
  const found = (parsed.error?.issues ?? []).map((issue) =>
    locate(draft, issue.path, sayIssue(issue, valueAt(draft.catalogue, issue.path))),
  );
  // Rows put the right kind of value into every field, so what refers to what can be judged in any case.
  for (const { path, message, lacks } of findInconsistencies(draft.catalogue as unknown as Catalogue)) {
    const isFollowing = lacks !== undefined && problems.concern(sheets[lacks].name, 'Id');
    if (!isFollowing) found.push(locate(draft, path, message));
  }
  return { found, catalogue: parsed.success ? parsed.data : null };
}

/**
 * Checks a catalogue put together from rows; every problem is named where it stands. What does not fit in sheets that
 * were taken from the catalogue `base` is said once for each of their columns.
 */
export function checkDraft(draft: Draft, base: string, problems: Problems): Catalogue | null {
  const { found, catalogue } = findAll(draft, problems);
  for (const { sheet, row, column, message, isOwn } of found) if (isOwn) problems.add(sheet, row, column, message);
  const taken = Map.groupBy(
    found.filter(({ isOwn }) => !isOwn),
    ({ sheet, column }) => JSON.stringify([sheet, column]),
  );
  for (const [first, ...more] of taken.values()) {
    if (!first) continue;
    const rest = more.length > 0 ? ` So it is in ${amount(more.length)} more places.` : '';
    problems.add(
      first.sheet,
      null,
      first.column,
      `This sheet is not in the file and is taken from ${base}, but does not fit: ${first.message}${rest} ` +
        'Add the sheet, with its headings alone where it shall be empty.',
    );
  }
  return problems.isEmpty ? catalogue : null;
}
