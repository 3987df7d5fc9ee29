import type { Caption, Cell, FactsBlock, FiguresBlock, StripBlock, TableBlock } from '../blocks.ts';
import { heaviestWholeRow, textWidth, weighParagraphs } from '../blocks.ts';
import { attribute, type Bookmarks, captionXml, inlineXml, paragraphXml, plainText, wordsXml } from './inline.ts';
import { keepingFacts, tableStaysTogether } from './keeping.ts';
import type { Pictures } from './pictures.ts';
import { figureSize, type ParagraphStyleId, strongColour, tones } from './theme.ts';
import { textRun } from './xml-text.ts';

/** Twentieths of a point in so many millimetres. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

interface TableFrame {
  style: 'ReportTable' | 'PlainTable' | 'FactsTable';
  name: string;
  widths: readonly number[];
  /** Whether the first row is a header in the style's sense. */
  header: boolean;
  extra?: string;
}

/** The beginning of a table up to its first row. */
export function openTable({ style, name, widths, header, extra = '' }: TableFrame): string {
  const total = widths.reduce((sum, width) => sum + twips(width), 0);
  const look = `<w:tblLook w:val="${header ? '0420' : '0400'}" w:firstRow="${header ? 1 : 0}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`;
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="${style}"/><w:tblW w:w="${total}" w:type="dxa"/>${extra}` +
    `<w:tblLayout w:type="fixed"/>${look}<w:tblCaption w:val="${attribute(name)}"/></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${twips(width)}"/>`).join('')}</w:tblGrid>`
  );
}

/** A table cell around paragraphs. */
export const cellXml = (width: number, content: string, properties = '') =>
  `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/>${properties}</w:tcPr>${content}</w:tc>`;

/** The properties of a row that stays on one page. */
export const wholeRow = '<w:trPr><w:cantSplit/></w:trPr>';

function paragraphsXml(cell: Cell, style: ParagraphStyleId, bookmarks: Bookmarks, keepNext: boolean): string {
  let xml = '';
  for (const runs of cell.paragraphs) {
    xml += paragraphXml(style, inlineXml(runs, bookmarks), plainText(runs), keepNext ? { keepNext } : {});
  }
  return xml || paragraphXml(style, '');
}

/** The caption of a table; above it, it stays with it. */
export function tableCaptionXml(caption: Caption, bookmarks: Bookmarks, keepNext: boolean): string {
  const { number, text } = caption;
  return captionXml({ label: 'Table', number, target: caption, words: wordsXml(text), text, keepNext }, bookmarks);
}

/** A table, in pieces, with a header row that repeats on every page; a short one stays on one page. */
export function* tableXml(block: TableBlock, bookmarks: Bookmarks): Generator<string> {
  const { columns, rows, caption } = block;
  if (caption) yield tableCaptionXml(caption, bookmarks, true);
  yield openTable({ style: 'ReportTable', name: block.name, widths: columns.map(({ width }) => width), header: true });
  const head = columns.map(({ title, width, align }) =>
    cellXml(
      width,
      paragraphXml(align === 'right' ? 'CellHeadRight' : 'CellHead', wordsXml(title), title, { keepNext: true }),
    ),
  );
  yield `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join('')}</w:tr>`;
  const keep = tableStaysTogether(block);
  for (const [position, row] of rows.entries()) {
    const keepNext = keep && position < rows.length - 1;
    let xml = row.whole ? `<w:tr>${wholeRow}` : '<w:tr>';
    for (const [place, cell] of row.cells.entries()) {
      const column = columns[place];
      if (!column) continue;
      const style = column.align === 'right' ? 'CellRight' : 'Cell';
      const shade = cell.tone ? `<w:shd w:val="clear" w:color="auto" w:fill="${tones[cell.tone].fill}"/>` : '';
      xml += cellXml(column.width, paragraphsXml(cell, style, bookmarks, keepNext), shade);
    }
    yield `${xml}</w:tr>`;
  }
  yield '</w:tbl>';
}

/** Label and text, line by line; `cover` has quiet labels. A tone draws a bar at the left. */
export function factsXml(
  block: Pick<FactsBlock, 'name' | 'labelWidth' | 'rows' | 'tone'>,
  bookmarks: Bookmarks,
  width = textWidth,
  cover = false,
): string {
  const widths = [block.labelWidth, width - block.labelWidth];
  const bar = block.tone
    ? `<w:tcBorders><w:left w:val="single" w:sz="27" w:space="0" w:color="${strongColour(block.tone)}"/></w:tcBorders>` +
      `<w:tcMar><w:left w:w="${twips(4)}" w:type="dxa"/></w:tcMar>`
    : '';
  const parts = [openTable({ style: 'FactsTable', name: block.name, widths, header: false })];
  const keeps = keepingFacts(block);
  for (const [position, { label, paragraphs }] of block.rows.entries()) {
    const keepNext = keeps(position);
    parts.push(
      weighParagraphs(paragraphs) <= heaviestWholeRow ? `<w:tr>${wholeRow}` : '<w:tr>',
      cellXml(block.labelWidth, paragraphXml(cover ? 'CoverFact' : 'Fact', wordsXml(label), label, { keepNext }), bar),
      cellXml(width - block.labelWidth, paragraphsXml({ paragraphs }, 'Cell', bookmarks, keepNext)),
      '</w:tr>',
    );
  }
  parts.push('</w:tbl>');
  return parts.join('');
}

/** Large numbers side by side, each with its label. */
export function stripXml(block: StripBlock): string {
  const width = textWidth / block.items.length;
  const cells = block.items.map(({ value, label, tone }) => {
    const colour = tone ? `<w:color w:val="${strongColour(tone)}"/>` : '';
    return cellXml(
      width,
      paragraphXml('StripValue', textRun(value, colour), value, { keepNext: true }) +
        paragraphXml('StripLabel', wordsXml(label), label),
    );
  });
  const frame = openTable({
    style: 'PlainTable',
    name: block.name,
    widths: block.items.map(() => width),
    header: false,
  });
  return `${frame}<w:tr>${wholeRow}${cells.join('')}</w:tr></w:tbl>`;
}

/** Pictures in two columns with their captions; a row stays on one page. */
export function figuresXml(block: FiguresBlock, bookmarks: Bookmarks, pictures: Pictures): string {
  const parts = [
    openTable({
      style: 'PlainTable',
      name: 'Photographs',
      widths: [figureSize.column, figureSize.column],
      header: false,
    }),
  ];
  for (let from = 0; from < block.items.length; from += 2) {
    parts.push(`<w:tr>${wholeRow}`);
    for (const figure of [block.items[from], block.items[from + 1]]) {
      if (!figure) {
        parts.push(cellXml(figureSize.column, paragraphXml('Caption', '')));
        continue;
      }
      const { number, place, caption: runs } = figure;
      const note = paragraphXml('Note', inlineXml(figure.note, bookmarks), plainText(figure.note));
      const words = inlineXml(runs, bookmarks);
      const caption = captionXml(
        { label: 'Figure', number, target: figure, place, words, text: plainText(runs), keepNext: false },
        bookmarks,
      );
      parts.push(cellXml(figureSize.column, paragraphXml('Picture', pictures.draw(figure)) + caption + note));
    }
    parts.push('</w:tr>');
  }
  parts.push('</w:tbl>');
  return parts.join('');
}
