// The look of the Word report in one place: colours, type, spacing. Sizes in points, distances in millimetres.
import type { Tone } from '../blocks.ts';
import type { BaseEdge } from './base-look.ts';

export const colours = {
  ink: '1b1d20',
  ink2: '51565c',
  ink3: '6f747a',
  line: 'e3e3de',
  lineStrong: 'cfcfc8',
  accent: '2c4a8e',
  paper: 'ffffff',
} as const;

/** Fill and ink of a tone; `hatched` adds diagonal lines. */
export const tones: Record<Tone, { fill: string; ink: string; hatched?: true }> = {
  'not-started': { fill: 'ffffff', ink: '6f747a' },
  'in-progress': { fill: 'faf0cf', ink: '8a6a00' },
  conforms: { fill: 'dff2ea', ink: '0b7a5b' },
  improvement: { fill: 'e0eefa', ink: '0b67a8' },
  nonconforming: { fill: 'b8460b', ink: 'ffffff' },
  'not-applicable': { fill: 'ececea', ink: '51565c' },
  'not-audited': { fill: 'ffffff', ink: '51565c', hatched: true },
  major: { fill: 'b8460b', ink: 'ffffff' },
  minor: { fill: 'b8460b', ink: 'ffffff' },
  observation: { fill: 'ececea', ink: '51565c' },
  strength: { fill: 'dff2ea', ink: '0b7a5b' },
  concern: { fill: 'faf0cf', ink: '8a6a00' },
};

/** The colour of a bar or a large number: the strong one of the two. */
export function strongColour(tone: Tone): string {
  return tones[tone].ink === 'ffffff' ? tones[tone].fill : tones[tone].ink;
}

export const fonts = { text: 'Calibri', mono: 'Courier New' } as const;

/** A4 in millimetres. */
export const page = {
  width: 210,
  height: 297,
  side: 22,
  top: 26,
  bottom: 24,
  header: 12,
  footer: 11,
  coverTop: 66,
} as const;

export interface ParagraphStyle {
  /** Word's own name where it has one, so that outline, contents and captions are the real ones. */
  name: string;
  size: number;
  /** A font other than that of the text. */
  font?: string;
  bold?: true;
  italic?: true;
  caps?: true;
  colour?: string;
  /** Line height as a factor of the font's own. */
  line?: number;
  /** Points before and after. */
  before?: number;
  after?: number;
  keepNext?: true;
  newPage?: true;
  outline?: number;
  /** The list that counts paragraphs of this style, and the level there. */
  counted?: { list: 'sections' | 'annexes'; level: 0 | 1 };
  align?: 'center' | 'right';
  /** Millimetres. */
  indent?: number;
  /** Tabulators from the left, in millimetres. */
  tabs?: readonly number[];
  /** Tabulator at the right edge of the text, with dots before it or without. */
  rightTab?: 'dots' | 'plain';
  border?: { side: 'top' | 'bottom' | 'left'; colour: string; width: number; space: number };
  fill?: string;
  /** Letter spacing in points. */
  spacing?: number;
}

/** Points in a millimetre. */
export const pointsPerMillimetre = 72 / 25.4;
const mm = (millimetres: number) => millimetres * pointsPerMillimetre;

const heading1 = { size: 20, bold: true, spacing: -0.2, after: mm(4), keepNext: true, newPage: true } as const;
const cellText = { size: 9, line: 1.1 } as const;

export const paragraphStyles = {
  Normal: { name: 'Normal', size: 10.5, line: 1.16, after: mm(2.4) },
  Small: { name: 'Small', size: 9, line: 1.1, after: mm(2.4) },
  Lead: { name: 'Lead', size: 9, line: 1.1, after: mm(2.4), keepNext: true },
  Answer: { name: 'Answer', size: 10.5, line: 1.1, after: mm(0.6) },
  Quiet: { name: 'Quiet', size: 10.5, line: 1.16, after: mm(2.4), colour: colours.ink3 },
  Quote: {
    name: 'Quote',
    size: 9.5,
    line: 1.12,
    after: mm(1.2),
    indent: 4,
    colour: colours.ink2,
    border: { side: 'left', colour: colours.lineStrong, width: 2, space: 8 },
  },
  Question: { name: 'Question', size: 10.5, bold: true, before: mm(2.4), keepNext: true },
  Title: { name: 'Title', size: 30, bold: true, spacing: -0.4, before: mm(8), after: mm(3) },
  Subtitle: { name: 'Subtitle', size: 15, colour: colours.ink2 },
  CoverLine: { name: 'Cover line', size: 9, line: 1.1, colour: colours.ink2 },
  Imprint: { name: 'Imprint', size: 9, colour: colours.ink3, before: mm(8) },
  Heading1: { name: 'heading 1', ...heading1, outline: 0, counted: { list: 'sections', level: 0 } },
  AnnexHeading: { name: 'Annex heading', ...heading1, outline: 0, counted: { list: 'annexes', level: 0 } },
  Heading2: {
    name: 'heading 2',
    size: 13,
    bold: true,
    colour: colours.accent,
    before: mm(7),
    after: mm(2),
    keepNext: true,
    outline: 1,
    counted: { list: 'sections', level: 1 },
  },
  Heading3: { name: 'heading 3', size: 11, bold: true, before: mm(4), after: mm(1), keepNext: true, outline: 2 },
  TOCHeading: { name: 'TOC Heading', ...heading1 },
  ListHeading: {
    name: 'List heading',
    size: 13,
    bold: true,
    colour: colours.accent,
    before: mm(7),
    after: mm(2),
    keepNext: true,
  },
  TOC1: { name: 'toc 1', size: 10.5, bold: true, before: 5, after: 1, tabs: [8, 19], rightTab: 'dots' },
  TOC2: { name: 'toc 2', size: 9.5, after: 1, indent: 8, tabs: [17, 25], rightTab: 'dots' },
  TableofFigures: { name: 'table of figures', size: 9.5, after: 1, rightTab: 'dots' },
  Caption: { name: 'caption', size: 9, colour: colours.ink3, before: mm(1.2), after: mm(2.4) },
  Note: { name: 'Note', size: 8, colour: colours.ink3, after: mm(2.4) },
  Header: {
    name: 'header',
    size: 8.5,
    colour: colours.ink3,
    rightTab: 'plain',
    border: { side: 'bottom', colour: colours.lineStrong, width: 0.5, space: 5 },
  },
  Footer: {
    name: 'footer',
    size: 8.5,
    colour: colours.ink3,
    rightTab: 'plain',
    border: { side: 'top', colour: colours.lineStrong, width: 0.5, space: 5 },
  },
  Callout: {
    name: 'Callout',
    size: 10.5,
    after: mm(2.4),
    fill: 'faf0cf',
    border: { side: 'left', colour: '8a6a00', width: 3, space: 6 },
  },
  Cell: { name: 'Cell', ...cellText },
  CellRight: { name: 'Cell right', ...cellText, align: 'right' },
  CellHead: { name: 'Cell head', ...cellText, bold: true, colour: colours.ink2 },
  CellHeadRight: { name: 'Cell head right', ...cellText, bold: true, colour: colours.ink2, align: 'right' },
  Fact: { name: 'Fact', ...cellText, bold: true, colour: colours.ink2 },
  CoverFact: { name: 'Cover fact', ...cellText, colour: colours.ink3 },
  MapLabel: { name: 'Map label', size: 9, colour: colours.ink2, align: 'right' },
  MapCell: { name: 'Map cell', size: 8, align: 'center', before: 1, after: 1 },
  StripValue: { name: 'Strip value', size: 18, bold: true },
  StripLabel: { name: 'Strip label', size: 9, colour: colours.ink3, after: mm(1) },
  Picture: { name: 'Picture', size: 9 },
  Chart: { name: 'Chart', size: 9, before: 2, keepNext: true },
  Turn: { name: 'Turn', size: 1 },
} as const satisfies Record<string, ParagraphStyle>;
export type ParagraphStyleId = keyof typeof paragraphStyles;

/**
 * A whole look: the usual one, or that of a layout of the house. `width` is how wide the letters of the text are against
 * those of the usual font, `line` how high a line is as a factor of the size.
 */
export interface Theme {
  colours: Record<keyof typeof colours, string>;
  fonts: Record<keyof typeof fonts, string>;
  page: Record<keyof typeof page, number>;
  styles: Record<ParagraphStyleId, ParagraphStyle>;
  letters: { width: number; line: number };
  /** What stands above the header and below the footer on every page but the cover. */
  header?: BaseEdge;
  footer?: BaseEdge;
}

/** Line height of the usual font as a factor of its size. */
export const usualLine = 1.2207;

/** The look of the product. */
export const usualTheme: Theme = {
  colours,
  fonts,
  page,
  styles: paragraphStyles,
  letters: { width: 1, line: usualLine },
};

/** Space inside table cells in millimetres. */
export const cellMargins = { top: 1.1, bottom: 1.2, right: 2 } as const;

/** Two columns of figures: width of a column, of a picture in it, and the greatest height of a picture. */
export const figureSize = { column: 83, width: 80, height: 92 } as const;

/** Size of the words of a hash, in points. */
export const hashSize = 7.5;

/** The style of each look a paragraph may have. */
export const paragraphLooks = {
  small: 'Small',
  muted: 'Quiet',
  question: 'Question',
  lead: 'Lead',
  answer: 'Answer',
  quote: 'Quote',
} as const satisfies Record<string, ParagraphStyleId>;

/** The style of each level of heading. */
export const headingStyles = { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3' } as const satisfies Record<
  number,
  ParagraphStyleId
>;
