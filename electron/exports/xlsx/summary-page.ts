import type { Cell, Sheet } from './cells.ts';
import { amount, words } from './cells.ts';
import { type Look, looks } from './theme.ts';

/** The columns of the summary: one for labels, the others for numbers. */
const widths = [46, 13, 14, 14, 14, 14, 14, 14, 14];
const lastColumn = 'I';
/** How many characters surely fit in one line across all columns but the first, and the height of a line in points. */
const lineLength = 105;
const lineHeight = 13.5;
/** Longest piece of prose in one row: rows cannot be taller than 409 points. */
const longestPiece = 2_000;

/** Writes a summary from top to bottom. */
export interface SummaryPage {
  title(text: string): void;
  section(text: string): void;
  /** A label and one value across the rest of the page. */
  fact(label: string, value: Cell): void;
  /** A label and prose, as many rows as it needs. */
  prose(label: string, text: string): void;
  /** A table with a header; every row is a label and what stands beside it. */
  table(header: string[], rows: Cell[][]): void;
  /** A table of labels and counts with a total. */
  counts(header: [string, string], rows: { label: string; look: Look; count: number }[], total: number | null): void;
  sheet(): Sheet;
}

/** Text in pieces of at most `longest` characters, cut after white space where there is some. Joined they are the text. */
export function splitText(text: string, longest: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > longest) {
    const space = Math.max(rest.lastIndexOf(' ', longest - 1), rest.lastIndexOf('\n', longest - 1)) + 1;
    let end = space > longest / 2 ? space : longest;
    const code = rest.charCodeAt(end - 1);
    if (code >= 0xd800 && code <= 0xdbff) end -= 1;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}

/** How many lines a text takes across the page. */
function countLines(text: string): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lineLength)), 0);
}

/** An empty summary. */
export function createSummaryPage(name: string): SummaryPage {
  const rows: Cell[][] = [];
  const merges: string[] = [];
  const heights = new Map<number, number>();
  const blank = (look: Look): Cell => ({ value: null, look });

  function fact(label: string, value: Cell): void {
    rows.push([words(label, looks.label), value, ...widths.slice(2).map(() => blank(value.look))]);
    merges.push(`B${rows.length}:${lastColumn}${rows.length}`);
    const lines = typeof value.value === 'string' ? countLines(value.value) : 1;
    heights.set(rows.length, Math.min(409, lines * lineHeight + 3));
  }

  function table(header: string[], body: Cell[][]): void {
    rows.push(header.map((title, index) => words(title, index === 0 ? looks.header : countHeader)));
    rows.push(...body);
  }

  return {
    title(text) {
      rows.push([words(text, looks.title)]);
      heights.set(rows.length, 26);
    },
    section(text) {
      rows.push([], [words(text, looks.section)]);
      heights.set(rows.length, 20);
    },
    fact,
    prose(label, text) {
      const pieces = text.split(/\n+/).flatMap((paragraph) => splitText(paragraph, longestPiece));
      for (const [index, piece] of pieces.entries()) fact(index === 0 ? label : '', words(piece));
    },
    table,
    counts(header, entries, total) {
      table(
        header,
        entries.map(({ label, look, count }) => [words(label, look), amount(count)]),
      );
      if (total !== null) rows.push([words('Total', looks.strong), amount(total, looks.total)]);
    },
    sheet: () => ({ name, widths, rows, table: false, key: 0, places: new Map(), merges, heights }),
  };
}

const countHeader: Look = { ...looks.header, align: 'right' };
