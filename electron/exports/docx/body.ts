import type { Block, ChartBlock, CoverBlock, HeadingBlock, ReportDocument, TurnBlock } from '../blocks.ts';
import { type Contents, contentsXml } from './contents.ts';
import {
  type Bookmarks,
  bookmark,
  bookmarkName,
  captionXml,
  inlineXml,
  paragraphXml,
  plainText,
  wordsXml,
} from './inline.ts';
import { coverageXml } from './coverage.ts';
import { announcesTable, isTable, roomAfter } from './keeping.ts';
import type { Pictures } from './pictures.ts';
import { shapeNamespace } from './drawing.ts';
import { factsXml, figuresXml, stripXml, tableXml, twips } from './tables.ts';
import { headingStyles, paragraphLooks, type Theme } from './theme.ts';

export interface BodyParts {
  bookmarks: Bookmarks;
  pictures: Pictures;
  contents: Contents;
  theme: Theme;
}

type Page = Theme['page'];
const pageSize = (page: Page) => `<w:pgSz w:w="${twips(page.width)}" w:h="${twips(page.height)}"/>`;
const margins = (page: Page, top: number) =>
  `<w:pgMar w:top="${twips(top)}" w:right="${twips(page.side)}" w:bottom="${twips(page.bottom)}" w:left="${twips(page.side)}" ` +
  `w:header="${twips(page.header)}" w:footer="${twips(page.footer)}" w:gutter="0"/>`;
const coverSection = (page: Page) =>
  `<w:sectPr><w:footerReference w:type="default" r:id="rIdCoverFooter"/><w:type w:val="nextPage"/>${pageSize(page)}${margins(page, page.coverTop)}</w:sectPr>`;
/** The properties of pages of one orientation: size, margins, and the header and footer that fit. */
function sectionXml(to: TurnBlock['to'], page: Page): string {
  const edge = to === 'landscape' ? 'Turned' : '';
  const size =
    to === 'landscape'
      ? `<w:pgSz w:w="${twips(page.height)}" w:h="${twips(page.width)}" w:orient="landscape"/>`
      : pageSize(page);
  return (
    `<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader${edge}"/><w:footerReference w:type="default" r:id="rIdFooter${edge}"/>` +
    `<w:type w:val="nextPage"/>${size}${margins(page, page.top)}</w:sectPr>`
  );
}

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ' +
  shapeNamespace;

/** word/document.xml of a report, in pieces that are made as they are asked for. */
export function* documentXml(document: ReportDocument, parts: BodyParts): Generator<string> {
  const { bookmarks } = parts;
  const { page } = parts.theme;
  let orientation: TurnBlock['to'] = 'portrait';
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${namespaces}><w:body>`;
  let before: Block | undefined;
  for (const [position, block] of document.blocks.entries()) {
    const afterTable = isTable(before);
    if (afterTable && isTable(block) && !('caption' in block)) yield paragraphXml('Small', '');
    switch (block.kind) {
      case 'heading':
        yield headingXml(block, bookmarks);
        break;
      case 'paragraph': {
        const style = block.look ? paragraphLooks[block.look] : 'Normal';
        const keepNext = announcesTable(block, document.blocks[position + 1]);
        const extras = { keepNext, before: roomAfter(before, block) };
        yield paragraphXml(style, inlineXml(block.runs, bookmarks), plainText(block.runs), extras);
        break;
      }
      case 'callout':
        for (const runs of block.paragraphs) yield paragraphXml('Callout', inlineXml(runs, bookmarks), plainText(runs));
        break;
      case 'table':
        yield* tableXml(block, bookmarks);
        break;
      case 'facts':
        yield factsXml(block, bookmarks);
        break;
      case 'strip':
        yield stripXml(block);
        break;
      case 'coverage':
        yield coverageXml(block, bookmarks);
        break;
      case 'figures':
        yield figuresXml(block, bookmarks, parts.pictures);
        break;
      case 'cover':
        yield coverXml(block, document, parts);
        break;
      case 'contents':
        yield contentsXml(block, parts.contents);
        break;
      case 'chart':
        yield chartXml(block, parts);
        break;
      case 'turn':
        yield `<w:p><w:pPr><w:pStyle w:val="Turn"/>${sectionXml(orientation, page)}</w:pPr></w:p>`;
        orientation = block.to;
        break;
    }
    before = block;
  }
  if (isTable(before)) yield paragraphXml('Small', '');
  yield `${sectionXml(orientation, page)}</w:body></w:document>`;
}

function headingXml(heading: HeadingBlock, bookmarks: Bookmarks): string {
  const { level, number, counted, text, place } = heading;
  const mark = bookmarks.markOf(heading);
  const around = (name: string | undefined, xml: string) => (name ? bookmark(bookmarks, name, xml) : xml);
  const name = place ? bookmarkName(place) : undefined;
  if (counted) {
    const style = counted === 'annex' ? 'AnnexHeading' : headingStyles[level];
    return paragraphXml(style, around(mark, around(name, wordsXml(text))), text);
  }
  // A heading with a number of its own shows that to references; one without a number shows its words.
  const content = number ? around(name, wordsXml(number)) + wordsXml(` ${text}`) : around(name, wordsXml(text));
  return paragraphXml(headingStyles[level], around(mark, content), text, { unnumbered: level < 3 });
}

function chartXml(block: ChartBlock, { bookmarks, pictures }: BodyParts): string {
  const { place, caption } = block;
  const { number, text } = caption;
  const words = wordsXml(text);
  return (
    paragraphXml('Chart', pictures.drawChart(block)) +
    captionXml({ label: 'Figure', number, target: caption, place, words, text, keepNext: false }, bookmarks)
  );
}

/** The picture at the head of the cover: the logo of the house, else the mark of the product, if it stands alone. */
function coverPicture({ logo, lines = [] }: CoverBlock, { pictures }: BodyParts): string {
  if (!logo && lines.length > 0) return '';
  if (!logo) return pictures.drawAt('rIdMark', 'Plumb line', 'A plumb line, the mark of the product', 9, 10.125);
  return pictures.drawAt('rIdMark', 'Logo', logo.alt, logo.width, logo.height);
}

function coverXml(block: CoverBlock, document: ReportDocument, parts: BodyParts): string {
  const { bookmarks, theme } = parts;
  const facts = { name: 'The audit', labelWidth: 42, rows: block.rows };
  const imprint = `Made with ${document.product}.`;
  const lines = block.lines ?? [];
  return [
    paragraphXml('Picture', coverPicture(block, parts), '', lines.length > 0 ? { after: 4 } : {}),
    ...lines.map((text) => paragraphXml('CoverLine', wordsXml(text), text)),
    paragraphXml('Title', wordsXml(block.title), block.title),
    ...block.subtitles.map((text, position) => {
      const isLast = position === block.subtitles.length - 1;
      return paragraphXml('Subtitle', wordsXml(text), text, isLast ? { after: 74 } : {});
    }),
    factsXml(facts, bookmarks, 130, true),
    block.houseNote ? paragraphXml('Imprint', wordsXml(block.houseNote), block.houseNote) : '',
    `<w:p><w:pPr><w:pStyle w:val="Imprint"/>${coverSection(theme.page)}</w:pPr>${wordsXml(imprint)}</w:p>`,
  ].join('');
}
