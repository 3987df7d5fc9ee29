// How high the pieces of a report are on paper, from text widths, line counts and the theme.
import type { Block, Caption, ContentsBlock, Run, TableBlock } from '../blocks.ts';
import { heaviestWholeRow, textWidth, weighParagraphs } from '../blocks.ts';
import { chartHeight } from './charts.ts';
import { type Listed, lineStyle, wordsOf } from './contents.ts';
import { keepingFacts, tableStaysTogether } from './keeping.ts';
import { fitPicture } from './pictures.ts';
import { countLines } from './text-width.ts';
import {
  cellMargins,
  figureSize,
  hashSize,
  headingStyles,
  paragraphLooks,
  type ParagraphStyle,
  pointsPerMillimetre,
  type Theme,
} from './theme.ts';

/** Something that is placed on a page, in points. */
export interface Atom {
  height: number;
  before: number;
  after: number;
  /** Height of the pieces it may be broken into; 0 where it may not. */
  unit: number;
  keepNext: boolean;
  newPage: boolean;
  /** Height of the table header that repeats when this atom starts a page. */
  repeat: number;
  /** What the lists at the front ask the page of. */
  target?: object;
}

const mm = (millimetres: number) => millimetres * pointsPerMillimetre;
/** Height of the text on a page, upright and turned, in points. */
export const pageHeights = ({ page }: Pick<Theme, 'page'>) => ({
  portrait: mm(page.height - page.top - page.bottom),
  landscape: mm(page.width - page.top - page.bottom),
});
const plain: Omit<Atom, 'height'> = { before: 0, after: 0, unit: 0, keepNext: false, newPage: false, repeat: 0 };
const lineHeight = ({ letters }: Theme, style: ParagraphStyle) => style.size * letters.line * (style.line ?? 1);
const words = (text: string): Run[] => [{ kind: 'words', text }];

function paragraphAtom(theme: Theme, style: ParagraphStyle, runs: readonly Run[], width = textWidth): Atom {
  const lines = countLines(runs, style.size * theme.letters.width, mm(width - (style.indent ?? 0)), style.bold);
  return {
    ...plain,
    height: lines * lineHeight(theme, style),
    before: style.before ?? 0,
    after: style.after ?? 0,
    unit: lines > 3 ? lineHeight(theme, style) : 0,
    keepNext: style.keepNext ?? false,
    newPage: style.newPage ?? false,
  };
}

function cellHeight(theme: Theme, paragraphs: readonly Run[][], width: number, style: ParagraphStyle): number {
  let height = 0;
  for (const runs of paragraphs) {
    const only = runs.length === 1 ? runs[0] : undefined;
    const isHash = only !== undefined && 'look' in only && only.look === 'hash';
    const lines = countLines(runs, style.size * theme.letters.width, mm(width - cellMargins.right), style.bold);
    const high = lineHeight(theme, style);
    height += isHash ? (lines - 1) * hashLine(theme) * high + high : lines * high;
  }
  return height;
}

/** Height of a line of a hash, in lines of a cell: smaller type, and a font with lower lines. */
const hashLine = ({ styles, letters }: Theme) => (hashSize / styles.Cell.size) * (1.133 / letters.line);
const rowMargins = mm(cellMargins.top + cellMargins.bottom) + 0.5;

function rowAtom(
  theme: Theme,
  cells: readonly { paragraphs: readonly Run[][]; width: number }[],
  style: ParagraphStyle,
  whole: boolean,
): Atom {
  const height = Math.max(
    lineHeight(theme, style),
    ...cells.map(({ paragraphs, width }) => cellHeight(theme, paragraphs, width, style)),
  );
  return { ...plain, height: height + rowMargins, unit: whole ? 0 : lineHeight(theme, style) };
}

function tableAtoms(theme: Theme, block: TableBlock): Atom[] {
  const head = rowAtom(
    theme,
    block.columns.map(({ title, width }) => ({ paragraphs: [words(title)], width })),
    theme.styles.CellHead,
    true,
  );
  const keep = tableStaysTogether(block);
  const rows = block.rows.map((row, position) => ({
    ...rowAtom(
      theme,
      row.cells.map(({ paragraphs }, column) => ({ paragraphs, width: block.columns[column]?.width ?? textWidth })),
      theme.styles.Cell,
      row.whole,
    ),
    repeat: head.height,
    keepNext: keep && position < block.rows.length - 1,
  }));
  const caption = block.caption ? [captionAtom(theme, block.caption, 'Table', true)] : [];
  return [...caption, { ...head, keepNext: true }, ...rows];
}

function captionAtom(theme: Theme, caption: Caption, label: 'Table' | 'Figure', keepNext: boolean): Atom {
  return { ...paragraphAtom(theme, theme.styles.Caption, words(wordsOf(caption, label))), keepNext, target: caption };
}

/** The lines of the lists at the front. */
function listAtoms(theme: Theme, { title, figures, tables }: ContentsBlock, listed: Listed): Atom[] {
  const lists = [
    [figures, 'Figure', listed.figures],
    [tables, 'Table', listed.tables],
  ] as const;
  return [
    paragraphAtom(theme, theme.styles.TOCHeading, words(title)),
    ...listed.headings.map((entry) => paragraphAtom(theme, theme.styles[lineStyle(entry)], words(wordsOf(entry, '')))),
    ...lists.flatMap(([heading, label, entries]) =>
      entries.length === 0
        ? []
        : [
            paragraphAtom(theme, theme.styles.ListHeading, words(heading)),
            ...entries.map((entry) => paragraphAtom(theme, theme.styles.TableofFigures, words(wordsOf(entry, label)))),
          ],
    ),
  ];
}

/** The pieces of a block, top to bottom. `listed` is what the lists at the front name. */
export function atomsOf(theme: Theme, block: Block, listed: Listed): Atom[] {
  switch (block.kind) {
    case 'heading': {
      const style = theme.styles[headingStyles[block.level]];
      return [{ ...paragraphAtom(theme, style, words(`${block.number} ${block.text}`)), target: block }];
    }
    case 'paragraph':
      return [paragraphAtom(theme, theme.styles[block.look ? paragraphLooks[block.look] : 'Normal'], block.runs)];
    case 'callout':
      return block.paragraphs.map((runs) => paragraphAtom(theme, theme.styles.Callout, runs));
    case 'table':
      return tableAtoms(theme, block);
    case 'facts': {
      const keeps = keepingFacts(block);
      return block.rows.map(({ paragraphs }, position) => {
        const whole = weighParagraphs(paragraphs) <= heaviestWholeRow;
        const atom = rowAtom(theme, [{ paragraphs, width: textWidth - block.labelWidth }], theme.styles.Cell, whole);
        return { ...atom, keepNext: keeps(position) };
      });
    }
    case 'strip':
      return [
        {
          ...plain,
          height: lineHeight(theme, theme.styles.StripValue) + lineHeight(theme, theme.styles.StripLabel) + mm(1),
        },
      ];
    case 'coverage': {
      const line = lineHeight(theme, theme.styles.MapCell) + 4.3;
      const rows = block.rows.flatMap(({ cells }) =>
        Array.from({ length: Math.max(1, Math.ceil(cells.length / 9)) }, () => line),
      );
      return [
        ...rows.map((height) => ({ ...plain, height, keepNext: true })),
        captionAtom(theme, block.caption, 'Table', false),
      ];
    }
    case 'figures': {
      const atoms = block.items.map((figure): Atom => {
        const { picture, caption } = figure;
        const text = paragraphAtom(
          theme,
          theme.styles.Caption,
          [...words('Figure 00. '), ...caption],
          figureSize.column,
        );
        const note = paragraphAtom(theme, theme.styles.Note, figure.note, figureSize.column);
        const below = text.height + text.after + note.height + note.after;
        const height = mm(fitPicture(picture).height) + text.before + below + 2;
        return { ...plain, height, target: figure };
      });
      // Two stand side by side: the right one has no height of its own.
      return atoms.map((atom, position) => {
        const beside = atoms[position % 2 === 0 ? position + 1 : position - 1];
        return position % 2 === 0
          ? { ...atom, height: Math.max(atom.height, beside?.height ?? 0) }
          : { ...atom, height: 0 };
      });
    }
    case 'chart':
      return [
        { ...plain, height: mm(chartHeight(block)) + 2, before: 2, keepNext: true },
        captionAtom(theme, block.caption, 'Figure', false),
      ];
    case 'turn':
      return [];
    case 'cover':
      break;
    case 'contents':
      return listAtoms(theme, block, listed);
  }
  return [];
}

/** The height that must fit where a piece begins. */
export const firstPiece = ({ height, unit }: Atom) => (unit > 0 ? Math.min(height, 2 * unit) : height);
