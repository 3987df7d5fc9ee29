import type { Grade, Verdict } from '../../../shared/domain/vocabulary.ts';

/** How a cell looks. Colours are RGB as six hex digits; `format` is a number format of the spreadsheet. */
export interface Look {
  color?: string;
  fill?: string;
  /** A hatched fill, so that "not audited" differs by pattern too. */
  hatched?: boolean;
  bold?: boolean;
  underlined?: boolean;
  size?: number;
  /** `box` is a thin line all around, as cells have that are to be filled in. */
  line?: 'thin' | 'strong' | 'box' | 'none';
  wrap?: boolean;
  align?: 'left' | 'right';
  format?: string;
  /** Whether the cell can be changed where its sheet is a form. */
  isOpen?: boolean;
  /** What a layout of the house dresses: titles, and the heads of tables. */
  role?: 'title' | 'head';
  /** The colour of a bar that stands for it, where neither colour nor fill will do. */
  bar?: string;
}

/** The font of the workbook and its size in points. */
export const fontName = 'Calibri';
export const fontSize = 10;

/** The colours of rules, hatching and plain text. */
export const lines = { thin: 'E3E3DE', strong: '51565C', box: 'C9D3E6', hatch: 'CFCFC8' };
export const ink = '1B1D20';

const muted = '51565C';
export const accent = '2C4A8E';
const body: Look = { wrap: true };

/** The looks of plain cells. */
export const looks = {
  body,
  strong: { ...body, bold: true },
  link: { ...body, color: accent, underlined: true },
  strongLink: { ...body, color: accent, underlined: true, bold: true },
  countLink: { ...body, color: accent, underlined: true, align: 'right', format: '#,##0' },
  count: { ...body, align: 'right', format: '#,##0' },
  total: { ...body, align: 'right', format: '#,##0', bold: true },
  date: { ...body, align: 'left', format: 'd mmm yyyy' },
  header: { ...body, role: 'head', bold: true, color: muted, fill: 'F1F1EE', line: 'strong' },
  countHeader: { ...body, role: 'head', bold: true, color: muted, fill: 'F1F1EE', line: 'strong', align: 'right' },
  title: { role: 'title', bold: true, size: 16, line: 'none' },
  section: { role: 'title', bold: true, size: 12, color: accent, line: 'none' },
  label: { ...body, color: muted },
  /** What others fill in, as text, and its heading. */
  open: { ...body, fill: 'F5F8FD', line: 'box', format: '@', isOpen: true },
  openDay: { ...body, fill: 'F5F8FD', line: 'box', align: 'left', format: 'd mmm yyyy', isOpen: true },
  openHeader: { ...body, bold: true, color: accent, fill: 'DFE8F7', line: 'strong' },
} as const satisfies Record<string, Look>;

const improvement: Look = { ...body, color: '0B67A8', fill: 'E0EEFA' };
const conforms: Look = { ...body, color: '0B7A5B', fill: 'DFF2EA' };
const nonconforming: Look = { ...body, color: 'FFFFFF', fill: 'B8460B', bold: true };
const quiet: Look = { ...body, color: muted, fill: 'ECECEA', bar: 'B4B4AE' };
const progress: Look = { ...body, color: '765A00', fill: 'FAF0CF', bar: 'E0BC4A' };

/** How cells look that lead somewhere, by how they look otherwise. */
export const linkedLooks: ReadonlyMap<Look, Look> = new Map<Look, Look>([
  [looks.body, looks.link],
  [looks.strong, looks.strongLink],
  [looks.count, looks.countLink],
]);

/** What a layout of the house changes in a workbook: two colours, and the font of titles and heads. */
export interface HouseLook {
  accent: string;
  /** The colour of titles; empty where they keep theirs. */
  titles: string;
  font: string;
  /** Whether the heads of tables may have the font too: a wide one would not fit into their rows. */
  fitsHeads: boolean;
}

/** Every other row of a table. */
export const stripe: Look = { fill: 'FAFAF8' };

/** The colour of a bar: its own, or the strong one of letters and ground. */
export const barColour = ({ color = ink, fill, bar }: Look): string =>
  bar ?? (color === 'FFFFFF' && fill ? fill : color);

/** The colours of how far something is. */
export const stateLooks = { quiet, done: conforms, underway: progress, failed: nonconforming } as const;

/** What is late. */
export const overdueLook: Look = { color: 'B8460B', bold: true };

/** The colours of verdicts. The word always stands in the cell as well. */
export const verdictLooks: Record<Verdict, Look> = {
  'not-started': { ...body, color: muted, bar: 'DCDCD6' },
  'in-progress': progress,
  conforms,
  improvement,
  nonconforming,
  'not-applicable': quiet,
  'not-audited': { ...body, color: muted, hatched: true },
};

/** The colours of grades. */
export const gradeLooks: Record<Grade, Look> = {
  major: nonconforming,
  minor: { ...body, color: '9A3A08', fill: 'FBE7DA', bold: true, bar: 'E39A66' },
  improvement,
  observation: quiet,
  strength: conforms,
  concern: progress,
};
