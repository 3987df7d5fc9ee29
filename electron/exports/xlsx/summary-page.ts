import type { Chart, ChartPlace } from './charts.ts';
import { type Cell, type Sheet, words } from './cells.ts';
import { columnName } from './places.ts';
import { countLines, heightOf } from './row-heights.ts';
import { looks } from './theme.ts';
import { splitText } from './xml-text.ts';

/** The columns of the summary: one for labels, the others for numbers. */
const widths = [47, 12, 15, 15, 15, 15, 15, 15, 15];
const lastColumn = columnName(widths.length - 1);
/** The width of the columns beside the labels, which hold one value together. */
export const summaryValueWidth = widths.slice(1).reduce((sum, width) => sum + width, 0);
/** Longest piece of prose in one row: rows cannot be taller than 409 points. */
const longestPiece = 2_000;
/** Rows that charts take, of the usual height. */
const chartRows = 24;

/** Where the rows of a table stand: its header and its first and last row, counted from 1. */
export interface TablePlace {
  header: number;
  first: number;
  last: number;
}

/** Writes a summary from top to bottom. */
export interface SummaryPage {
  title(text: string): void;
  section(text: string): void;
  /** A label and one value across the rest of the page. */
  fact(label: string | Cell, value: Cell): void;
  /** A label and prose, as many rows as it needs. */
  prose(label: string, text: string): void;
  /** A table with a header; every row is a label and the numbers beside it. The last row may hold sums. */
  table(header: string[], rows: Cell[][], sums?: Cell[]): TablePlace;
  /** Gives a range a name that formulas can use. */
  name(name: string, range: string): void;
  /** Leaves room for charts, side by side. */
  roomForCharts(): ChartPlace[];
  sheet(charts?: readonly Chart[]): Sheet;
}

/** An empty summary. */
export function createSummaryPage(name: string): SummaryPage {
  const rows: Cell[][] = [];
  const merges: string[] = [];
  const heights = new Map<number, number>();
  const names = new Map<string, string>();
  function fact(label: string | Cell, value: Cell): void {
    const first = typeof label === 'string' ? words(label, looks.label) : label;
    rows.push([first, value, ...widths.slice(2).map(() => ({ value: null, look: value.look }))]);
    merges.push(`B${rows.length}:${lastColumn}${rows.length}`);
    heights.set(
      rows.length,
      heightOf(typeof value.value === 'string' ? countLines(value.value, summaryValueWidth) : 1),
    );
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
    table(header, body, sums) {
      rows.push(header.map((title, index) => words(title, index === 0 ? looks.header : looks.countHeader)));
      const place = { header: rows.length, first: rows.length + 1, last: rows.length + body.length };
      rows.push(...body, ...(sums ? [sums] : []));
      return place;
    },
    name: (own, range) => void names.set(own, range),
    roomForCharts() {
      const top = rows.length;
      for (let row = 0; row < chartRows; row += 1) rows.push([]);
      const between = (from: number, to: number): ChartPlace => ({
        from: { column: from, row: top },
        to: { column: to, row: top + chartRows - 1 },
      });
      return [between(0, 1), between(1, 5), between(5, widths.length)];
    },
    sheet: (charts = []) => ({
      name,
      widths,
      rows,
      table: false,
      key: 0,
      places: new Map(),
      merges,
      heights,
      names,
      charts,
    }),
  };
}
