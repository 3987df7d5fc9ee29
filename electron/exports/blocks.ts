// A report as neutral blocks: what is said and in which order, without a word about how Word or the screen draws it.
// Lengths are millimetres on a text width of `textWidth`.
import type { Grade, Verdict } from '../../shared/domain/vocabulary.ts';
import type { ReportPicture } from './report-model.ts';

/** Width of the text on a page, upright and turned, in millimetres. */
export const textWidth = 166;
export const turnedTextWidth = 253;

/** What a colour stands for. A tone never stands alone: the words beside it say the same. */
export type Tone = Verdict | Grade;

/** How words look: `id` is the id of a question, `sample` what a sample was, `hash` a whole SHA-256. */
export type WordsLook = 'bold' | 'muted' | 'hash' | 'id' | 'sample';

/** A piece of a line. `place` names are evidence and finding numbers, requirement ids, `section:…` and `figure:…`. */
export type Run =
  | { kind: 'words'; text: string; look?: WordsLook }
  /** The place itself: what references lead to, and the text they show. */
  | { kind: 'place'; place: string; text: string; look?: WordsLook }
  /** `counted` where the text is a number that the document counts by itself. */
  | { kind: 'reference'; place: string; text: string; counted?: true }
  | { kind: 'chip'; text: string; tone: Tone }
  | DrawingRun;

/** A drawn signature, or with an empty path the line to sign on. `width` in millimetres; `alt` says what it is. */
export interface DrawingRun {
  kind: 'drawing';
  /** It has no words. */
  text: '';
  /** Absolute `M` and `L` in whole units of the area of signatures. */
  path: string;
  width: number;
  alt: string;
}

/** What a line end takes up, in characters. */
const lineEndWeight = 40;

/** How much room paragraphs take: their characters, a line end counting as most of a line. */
export function weighParagraphs(paragraphs: readonly Run[][]): number {
  let weight = 0;
  for (const runs of paragraphs) {
    weight += lineEndWeight;
    for (const { text } of runs) weight += text.length + lineEndWeight * (text.split('\n').length - 1);
  }
  return weight;
}

/** Above this weight a row or line may break over pages. */
export const heaviestWholeRow = 1_000;

export interface HeadingBlock {
  kind: 'heading';
  level: 1 | 2 | 3;
  /** What references to the place show and what stands before the text: `7`, `Annex C`, `F-003`, or nothing. */
  number: string;
  /** Set where the document counts the number by itself, in the row of sections or in that of annexes. */
  counted?: 'section' | 'annex';
  text: string;
  /** What references lead to; empty where nothing does. */
  place: string;
}

export interface ParagraphBlock {
  kind: 'paragraph';
  runs: Run[];
  /** `question` is a bold line and `lead` a small one that stay with what follows; `answer` stands close to its reasons. `quote` is set off. */
  look?: 'small' | 'muted' | 'question' | 'lead' | 'answer' | 'quote';
}

export interface Caption {
  number: number;
  text: string;
}

export interface Cell {
  paragraphs: Run[][];
  tone?: Tone;
}

export interface TableRow {
  cells: Cell[];
  /** Whether the row is short enough to stay on one page. */
  whole: boolean;
}

export interface TableBlock {
  kind: 'table';
  /** Says what the table holds, for readers who cannot see it and for the check of the finished file. */
  name: string;
  columns: { title: string; width: number; align?: 'right' }[];
  rows: TableRow[];
  caption?: Caption;
  /** Whether it stands on one page; where nothing is said, short tables do. */
  together?: boolean;
}

/** Label and text, line by line; with a tone it carries a coloured bar, as the three parts of a finding do. */
export interface FactsBlock {
  kind: 'facts';
  name: string;
  labelWidth: number;
  rows: { label: string; paragraphs: Run[][] }[];
  tone?: Tone;
}

/** A few large numbers with their labels. */
export interface StripBlock {
  kind: 'strip';
  name: string;
  items: { value: string; label: string; tone?: Tone }[];
}

/** One requirement of the map; it links to its result where the report prints it. */
export interface CoverageCell {
  place: string;
  isLinked: boolean;
  verdict: Verdict;
  letter: string;
}

/** Every requirement as one cell with its result, one line per group. */
export interface CoverageBlock {
  kind: 'coverage';
  name: string;
  rows: { id: string; title: string; cells: CoverageCell[] }[];
  caption: Caption;
}

export interface Figure {
  picture: ReportPicture;
  number: number;
  /** What references to the figure lead to. */
  place: string;
  caption: Run[];
  /** Where and when it was taken and what proves it unchanged, in a line below the caption. */
  note: Run[];
  /** Alternative text. */
  alt: string;
}

/** Lying bars, a number per category and series; several series stand one after the other in a bar. */
export interface ChartBlock {
  kind: 'chart';
  /** Alternative text: what the chart shows, in numbers. */
  alt: string;
  categories: string[];
  /** `tones` gives every bar of a series its own. */
  series: { name: string; tone: Tone; tones?: Tone[]; values: number[] }[];
  caption: Caption;
  place: string;
}

/** From here on pages are turned, or upright again. A new page begins. */
export interface TurnBlock {
  kind: 'turn';
  to: 'landscape' | 'portrait';
}

/** Pictures in two columns, in reading order. */
export interface FiguresBlock {
  kind: 'figures';
  items: Figure[];
}

/** A notice that must not be overlooked. */
export interface CalloutBlock {
  kind: 'callout';
  paragraphs: Run[][];
}

/** The logo of the house: a file of this machine, and its size on paper in millimetres. */
export interface CoverLogo extends Pick<ReportPicture, 'file' | 'mediaType'> {
  width: number;
  height: number;
  alt: string;
  sha256: string;
}

export interface CoverBlock {
  kind: 'cover';
  logo?: CoverLogo;
  /** Lines under the logo, such as an address. */
  lines?: string[];
  /** What the house adds below the facts. */
  houseNote?: string;
  title: string;
  subtitles: string[];
  rows: FactsBlock['rows'];
  /** What stands at the foot of the cover. */
  note: string;
}

/** The place of the list of contents, and of the lists of figures and tables after it. */
export interface ContentsBlock {
  kind: 'contents';
  title: string;
  figures: string;
  tables: string;
}

export type Block =
  | HeadingBlock
  | ParagraphBlock
  | TableBlock
  | FactsBlock
  | StripBlock
  | CoverageBlock
  | ChartBlock
  | TurnBlock
  | FiguresBlock
  | CalloutBlock
  | CoverBlock
  | ContentsBlock;

/** A whole report: its blocks and what stands on every page. */
export interface ReportDocument {
  title: string;
  subject: string;
  creator: string;
  /** The organisation of the lead auditor; empty where none is recorded. */
  company: string;
  keywords: string[];
  product: string;
  /** What stands at the left of the foot of every page; the product where nothing is said. */
  footer?: string;
  /** Instant with offset. */
  createdAt: string;
  /** The language of the audit as a tag (BCP 47). */
  language: string;
  /** What the file's own properties say beside its title: name and text. */
  properties: [name: string, text: string][];
  header: { left: string; right: string };
  blocks: Block[];
}
