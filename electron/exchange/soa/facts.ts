import {
  type FactKind,
  type Found,
  historyRank,
  isLabel,
  labelsIn,
  readLabelsInText,
  readTitle,
  readValue,
} from './fact-texts.ts';
import type { Row, Sheet } from '../xlsx/sheet-grid.ts';

/** What a statement says of itself. The date is ISO 8601. */
export interface Facts {
  version: string;
  date: string | null;
  approver: string;
}

/** A sheet and those of its rows that may speak of the statement: all of a cover, or what is around the table. */
export interface FactSource {
  sheet: Sheet;
  rows: Row[];
}

const reach = 6;
const longestText = 1_000;
const mostRows = 200;

/** The cells of a row that are its own, from left to right. */
const cellsOf = ({ number, cells }: Row) =>
  [...cells].filter(([, { from }]) => from === number).toSorted(([a], [b]) => a - b);

type Line = Partial<Record<FactKind, string>>;

const latestFirst = (a: Line, b: Line) =>
  (b.date ?? '').localeCompare(a.date ?? '') ||
  (b.version ?? '').localeCompare(a.version ?? '', 'en', { numeric: true });

/** A history of versions: labels side by side with rows of values below. The latest row counts. */
function readHistory(rows: Row[], at: number): Found[] {
  const labels = cellsOf(rows[at]!).flatMap(([column, { text }]) =>
    labelsIn(text).map((label) => ({ column, ...label })),
  );
  const kinds = new Set(labels.map(({ kind }) => kind));
  if (kinds.size < 2 || !kinds.has('version')) return [];
  const lines: Line[] = [];
  for (let next = at + 1; next < rows.length && rows[next]!.number === rows[next - 1]!.number + 1; next += 1) {
    const line: Line = {};
    for (const { column, kind, rank } of labels) {
      const text = rows[next]!.cells.get(column)?.text;
      const value = text === undefined || isLabel(text) ? undefined : readValue(kind, text, rank)[0];
      if (value?.kind === kind) line[kind] ??= value.value;
    }
    const count = Object.keys(line).length;
    if (count === 0 || (lines.length === 0 && count < 2)) break;
    lines.push(line);
  }
  const [latest] = lines.toSorted(latestFirst);
  return labels.flatMap(({ kind, rank }) => {
    const value = latest?.[kind];
    return value === undefined ? [] : [{ kind, value, rank: historyRank + rank }];
  });
}

/** The values to the right of a label, or below it where nothing stands to its right. */
function readBeside(row: Row, column: number, below: Row | undefined): Found[] {
  const [right] = cellsOf(row).filter(([other]) => other > column && other <= column + reach);
  const under = below?.number === row.number + 1 ? below.cells.get(column) : undefined;
  const value = right ? right[1].text : under?.text;
  if (value === undefined || isLabel(value)) return [];
  return labelsIn(row.cells.get(column)?.text ?? '').flatMap(({ kind, rank }) => readValue(kind, value, rank));
}

function collectFound(rows: Row[]): Found[] {
  return rows.flatMap((row, at) => {
    const history = readHistory(rows, at);
    const cells = cellsOf(row).filter(([, { text }]) => text.length <= longestText);
    const beside = history.length > 0 ? [] : cells.flatMap(([column]) => readBeside(row, column, rows[at + 1]));
    const inside = cells.flatMap(([, { text }]) => [...readLabelsInText(text), ...readTitle(text)]);
    return [...beside, ...inside, ...history];
  });
}

/**
 * Finds version, date and approver of a statement: from labels with their values in any source, then from a history of
 * versions or a title; of several the source named first and the best label.
 */
export function findFacts(sources: readonly FactSource[]): Facts {
  const found = sources.map(({ rows }) => collectFound(rows.slice(0, mostRows)));
  const best = (kind: FactKind) => {
    const ranked = found.map(
      (facts) => facts.filter((one) => one.kind === kind).toSorted((a, b) => a.rank - b.rank)[0],
    );
    const labelled = ranked.find((one) => one !== undefined && one.rank < historyRank);
    return (labelled ?? ranked.find((one) => one !== undefined))?.value;
  };
  return { version: best('version') ?? '', date: best('date') ?? null, approver: best('approver') ?? '' };
}
