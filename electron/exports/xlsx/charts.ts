// Charts as plain objects: what they show, where it stands, and what it says to who cannot see them.
import type { Look } from './theme.ts';

/** Between which cells a chart lies; columns and rows are counted from 0. */
export interface ChartPlace {
  from: { column: number; row: number };
  to: { column: number; row: number };
}

/** A range of cells with what they hold. */
export interface ChartRange<T> {
  /** Such as `'Summary'!$A$40:$A$46`. */
  range: string;
  values: readonly T[];
}

export interface ChartSeries {
  name: ChartRange<string>;
  values: ChartRange<number>;
  look: Look;
  /** Looks of single bars, where each means something else. */
  looks?: readonly Look[];
}

export interface Chart {
  title: string;
  /** What it shows, in words and numbers. */
  description: string;
  /** Bars side by side, bars on top of each other, or each bar as long as all. */
  kind: 'bars' | 'stacked' | 'shares';
  categories: ChartRange<string>;
  series: readonly ChartSeries[];
  place: ChartPlace;
}
