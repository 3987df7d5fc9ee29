import type { Block, CoverBlock, HeadingBlock, ReportDocument } from '../blocks.ts';
import {
  type Bookmarks,
  bookmark,
  bookmarkName,
  field,
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
import { headingStyles, page, paragraphLooks } from './theme.ts';

/** Where a heading stands: what the list of contents needs. Without a page, the list has section numbers only. */
export interface ContentsEntry {
  heading: HeadingBlock;
  page: number | undefined;
}

export interface BodyParts {
  bookmarks: Bookmarks;
  pictures: Pictures;
  contents: readonly ContentsEntry[];
}

const pageSize = `<w:pgSz w:w="${twips(page.width)}" w:h="${twips(page.height)}"/>`;
const margins = (top: number) =>
  `<w:pgMar w:top="${twips(top)}" w:right="${twips(page.side)}" w:bottom="${twips(page.bottom)}" w:left="${twips(page.side)}" ` +
  `w:header="${twips(page.header)}" w:footer="${twips(page.footer)}" w:gutter="0"/>`;
const coverSection = `<w:sectPr><w:footerReference w:type="default" r:id="rIdCoverFooter"/><w:type w:val="nextPage"/>${pageSize}${margins(page.coverTop)}</w:sectPr>`;
const mainSection =
  '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:footerReference w:type="default" r:id="rIdFooter"/>' +
  `<w:type w:val="nextPage"/>${pageSize}${margins(page.top)}</w:sectPr>`;

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ' +
  shapeNamespace;

/** The bookmark around a whole heading, by its position among all headings. */
const contentsMark = (position: number) => `_Toc${String(position + 1).padStart(8, '0')}`;

/** word/document.xml of a report, in pieces. */
export function documentXml(document: ReportDocument, parts: BodyParts): string[] {
  const { bookmarks } = parts;
  const marks = new Map(parts.contents.map(({ heading }, position) => [heading, contentsMark(position)]));
  const xml = [`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${namespaces}><w:body>`];
  let before: Block | undefined;
  for (const [position, block] of document.blocks.entries()) {
    const afterTable = isTable(before);
    if (afterTable && isTable(block) && !('caption' in block)) xml.push(paragraphXml('Small', ''));
    switch (block.kind) {
      case 'heading':
        xml.push(headingXml(block, marks.get(block), bookmarks));
        break;
      case 'paragraph': {
        const style = block.look ? paragraphLooks[block.look] : 'Normal';
        const keepNext = announcesTable(block, document.blocks[position + 1]);
        const extras = { keepNext, before: roomAfter(before, block) };
        xml.push(paragraphXml(style, inlineXml(block.runs, bookmarks), plainText(block.runs), extras));
        break;
      }
      case 'callout':
        for (const runs of block.paragraphs)
          xml.push(paragraphXml('Callout', inlineXml(runs, bookmarks), plainText(runs)));
        break;
      case 'table':
        xml.push(...tableXml(block, bookmarks));
        break;
      case 'facts':
        xml.push(factsXml(block, bookmarks));
        break;
      case 'strip':
        xml.push(stripXml(block));
        break;
      case 'coverage':
        xml.push(coverageXml(block));
        break;
      case 'figures':
        xml.push(figuresXml(block, bookmarks, parts.pictures));
        break;
      case 'cover':
        xml.push(coverXml(block, document, parts));
        break;
      case 'contents':
        xml.push(contentsXml(block.title, parts.contents));
        break;
    }
    before = block;
  }
  if (isTable(before)) xml.push(paragraphXml('Small', ''));
  xml.push(`${mainSection}</w:body></w:document>`);
  return xml;
}

function headingXml(
  { level, number, text, place }: HeadingBlock,
  mark: string | undefined,
  bookmarks: Bookmarks,
): string {
  const marked = number && place ? bookmark(bookmarks, bookmarkName(place), wordsXml(number)) : wordsXml(number);
  const content = `${marked}${wordsXml(number ? ` ${text}` : text)}`;
  return paragraphXml(headingStyles[level], mark ? bookmark(bookmarks, mark, content) : content, text);
}

function coverXml(block: CoverBlock, document: ReportDocument, { bookmarks, pictures }: BodyParts): string {
  const mark = pictures.drawAt('rIdMark', 'Plumb line', 'A plumb line, the mark of the product', 9, 10.125);
  const facts = { name: 'The audit', labelWidth: 42, rows: block.rows };
  const imprint = `Made with ${document.product}.`;
  return [
    paragraphXml('Picture', mark),
    paragraphXml('Title', wordsXml(block.title), block.title),
    ...block.subtitles.map((text, position) => {
      const isLast = position === block.subtitles.length - 1;
      return paragraphXml('Subtitle', wordsXml(text), text, isLast ? { after: 74 } : {});
    }),
    factsXml(facts, bookmarks, 130, true),
    `<w:p><w:pPr><w:pStyle w:val="Imprint"/>${coverSection}</w:pPr>${wordsXml(imprint)}</w:p>`,
  ].join('');
}

/** The list of contents: a real field, already filled, each line a link. */
function contentsXml(title: string, entries: readonly ContentsEntry[]): string {
  const paged = entries.every((entry) => entry.page !== undefined);
  const deepest = Math.max(1, ...entries.map(({ heading }) => heading.level));
  const begin =
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText xml:space="preserve"> ' +
    `TOC \\o "1-${deepest}" ${paged ? '' : '\\n '}\\h \\z \\u </w:instrText><w:fldChar w:fldCharType="separate"/></w:r>`;
  const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
  const lines = entries.map(({ heading, page: at }, position) => {
    const name = contentsMark(position);
    const words = heading.number ? `${heading.number} ${heading.text}` : heading.text;
    const number = at === undefined ? '' : `<w:r><w:tab/></w:r>${field(`PAGEREF ${name} \\h`, wordsXml(String(at)))}`;
    const link = `<w:hyperlink w:anchor="${name}" w:history="1">${wordsXml(words)}${number}</w:hyperlink>`;
    const first = position === 0 ? begin : '';
    const last = position === entries.length - 1 ? end : '';
    return paragraphXml(heading.level === 1 ? 'TOC1' : 'TOC2', `${first}${link}${last}`, words);
  });
  return paragraphXml('TOCHeading', wordsXml(title), title) + lines.join('');
}
