// What differs between two catalogues, put in order for reading. Pure.
import type { CatalogueReading } from '../../../shared/contract/catalogues.ts';
import { formatCount } from '../../ui/format.ts';

export type Difference = CatalogueReading['differences'][number];
export type Kind = Difference['kind'];
export type Change = Difference['change'];

const kindOrder: readonly Kind[] = ['question', 'requirement', 'guidance', 'template', 'crosswalk'];
const changeOrder: readonly Change[] = ['added', 'removed', 'changed'];

export type DifferenceRow = { row: 'kind'; kind: Kind; count: number } | ({ row: 'difference' } & Difference);

/** The kinds that differ, with how many of each. */
export function countKinds(differences: readonly Difference[]): { kind: Kind; count: number }[] {
  return kindOrder
    .map((kind) => ({ kind, count: differences.filter((one) => one.kind === kind).length }))
    .filter(({ count }) => count > 0);
}

/** Differences under a heading per kind, questions first: new ones, then what went, then what changed. */
export function listDifferences(differences: readonly Difference[], only: Kind | undefined): DifferenceRow[] {
  return countKinds(differences)
    .filter(({ kind }) => only === undefined || kind === only)
    .flatMap(({ kind, count }): DifferenceRow[] => [
      { row: 'kind', kind, count },
      ...differences
        .filter((one) => one.kind === kind)
        .toSorted((one, other) => changeOrder.indexOf(one.change) - changeOrder.indexOf(other.change))
        .map((one): DifferenceRow => ({ row: 'difference', ...one })),
    ]);
}

const isReworded = ({ change, fields }: Difference) =>
  change === 'changed' && fields.some(({ field }) => field === 'question');

/** The differences in half a sentence: `3 questions added, 1 removed, 5 reworded, and 2 other changes`. */
export function summarise(differences: readonly Difference[]): string {
  const questions = differences.filter(({ kind }) => kind === 'question');
  const counts: [number, string][] = [
    [questions.filter(({ change }) => change === 'added').length, 'added'],
    [questions.filter(({ change }) => change === 'removed').length, 'removed'],
    [questions.filter(isReworded).length, 'reworded'],
  ];
  const named = counts.filter(([count]) => count > 0);
  const parts = named.map(([count, word], place) => `${place === 0 ? formatCount(count, 'question') : count} ${word}`);
  const rest = differences.length - named.reduce((sum, [count]) => sum + count, 0);
  if (rest === 0) return parts.join(', ') || 'only its name differs';
  if (parts.length === 0) return formatCount(rest, 'change');
  return `${parts.join(', ')}, and ${formatCount(rest, 'other change')}`;
}

const lineOf = (entry: unknown): string =>
  typeof entry === 'object' && entry !== null
    ? Object.values(entry)
        .map((part) => (Array.isArray(part) ? part.join(', ') : String(part)))
        .filter(Boolean)
        .join(' · ')
    : String(entry);

/** A value of a field as people read it. Rows of a table inside a field come as JSON and become a line each. */
export function readable(value: string): string {
  if (value === 'true') return 'yes';
  if (value === 'false') return 'no';
  if (!value.startsWith('[{')) return value === '[]' ? '' : value;
  try {
    const parsed: unknown = JSON.parse(value);
    return Array.isArray(parsed) ? parsed.map(lineOf).join('\n') : value;
  } catch {
    return value;
  }
}

/** Two texts as what they begin with alike, what differs in each, and what they end with alike, by whole words. */
export function compareTexts(before: string, after: string): { start: string; old: string; new: string; end: string } {
  const [one, other] = [before.split(/(\s+)/), after.split(/(\s+)/)];
  const shortest = Math.min(one.length, other.length);
  let start = 0;
  while (start < shortest && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shortest - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const part = (words: string[]) => words.slice(start, words.length - end).join('');
  return {
    start: one.slice(0, start).join(''),
    old: part(one),
    new: part(other),
    end: end === 0 ? '' : one.slice(-end).join(''),
  };
}
