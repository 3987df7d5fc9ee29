// Header or footer of a base document, written anew from what is known: words, tabs, pictures, tables, page numbers.
import type { BaseRemark } from '../../../shared/contract/house-layouts.ts';
import type { BaseEdge } from '../../exports/docx/base-look.ts';
import { pageMark, pagesMark } from '../../exports/docx/base-look.ts';
import { field } from '../../exports/docx/inline.ts';
import { textRun } from '../../exports/docx/xml-text.ts';
import type { Properties, Stylesheet } from './base-styles.ts';
import { createEdgePictures } from './edge-pictures.ts';
import { cellProperties, paragraphProperties, tableProperties, wordProperties } from './edge-properties.ts';
import { type OpenedDocument, relationsOf } from './open-document.ts';
import { child, readTree, whole, type XmlNode } from './xml-tree.ts';

/** Most elements that a header or footer may have. */
const mostElements = 3_000;
const pointsPerMillimetre = 72 / 25.4;
const kept = { PAGE: pageMark, NUMPAGES: pagesMark } as const;
const sayKind = (instruction: string) => instruction.trim().split(/\s+/)[0]?.toUpperCase().slice(0, 20) ?? '';

/** A complex field that is being read: its instruction, and whether its result has begun. */
interface OpenField {
  instruction: string;
  isResult: boolean;
}

const count = (node: XmlNode): number => node.children.reduce((sum, one) => sum + count(one), 1);

const wrappers = new Set(['w:ins', 'w:smartTag', 'w:sdt', 'w:sdtContent', 'w:customXml', 'w:hyperlink', 'w:fldSimple']);

/** Reads the part of a header or footer. Undefined where it says and shows nothing. */
export function readEdge(
  { zip }: OpenedDocument,
  sheet: Stylesheet,
  { part, name }: { part: string; name: 'header' | 'footer' },
  remarks: BaseRemark[],
): BaseEdge | undefined {
  const tree = readTree(zip, part);
  if (!tree) return undefined;
  const leave = (message: string) => {
    const sentence = `The ${name}: ${message}`;
    if (!remarks.some((one) => one.message === sentence)) remarks.push({ kind: 'left', message: sentence });
  };
  if (count(tree) > mostElements) {
    leave('it has too many parts and is left out.');
    return undefined;
  }
  const pictures = createEdgePictures(zip, relationsOf(zip, part), name === 'header' ? 2_000_000 : 3_000_000);
  const fields: OpenField[] = [];
  let countsPages = false;
  let words = '';
  let pictureHeight = 0;

  const isHidden = () => {
    const open = fields.at(-1);
    return open !== undefined && (!open.isResult || sayKind(open.instruction) in kept);
  };
  const number = (kind: string, properties: string): string => {
    if (kind !== 'PAGE' && kind !== 'NUMPAGES') return '';
    if (kind === 'PAGE') countsPages = true;
    words += kept[kind];
    return field(kind, kind === 'PAGE' ? '2' : '9', properties);
  };

  function mark(node: XmlNode, properties: string): string {
    const kind = node.attributes['w:fldCharType'];
    if (kind === 'begin') fields.push({ instruction: '', isResult: false });
    const open = fields.at(-1);
    if (!open) return '';
    if (kind === 'separate') {
      open.isResult = true;
      const asked = sayKind(open.instruction);
      if (asked in kept) return number(asked, properties);
      if (asked !== '') leave(`the field ${asked} is not kept; what it shows is.`);
    } else if (kind === 'end') {
      fields.pop();
      if (!open.isResult) return number(sayKind(open.instruction), properties);
    }
    return '';
  }

  function runXml(run: XmlNode, style: Properties['words']): string {
    const own = new Map(style);
    for (const one of child(run, 'w:rPr')?.children ?? []) own.set(one.name, one);
    const properties = wordProperties(sheet, own);
    const around = (content: string) => `<w:r><w:rPr>${properties}</w:rPr>${content}</w:r>`;
    let xml = '';
    for (const one of run.children) {
      if (one.name === 'w:fldChar') xml += mark(one, properties);
      else if (one.name === 'w:instrText') {
        const open = fields.at(-1);
        if (open) open.instruction = (open.instruction + one.text).slice(0, 500);
      } else if (isHidden()) continue;
      else if (one.name === 'w:t') {
        words += one.text;
        xml += textRun(one.text, properties);
      } else if (one.name === 'w:tab' || one.name === 'w:ptab') {
        words += '   ';
        xml += around('<w:tab/>');
      } else if (one.name === 'w:br' || one.name === 'w:cr') {
        words += '\n';
        xml += around('<w:br/>');
      } else if (one.name === 'w:drawing') {
        const drawn = pictures.draw(one);
        if (typeof drawn === 'string') leave(`${drawn.charAt(0).toLowerCase()}${drawn.slice(1)}`);
        else {
          xml += around(drawn.xml);
          pictureHeight = Math.max(pictureHeight, drawn.height);
        }
      } else if (['w:pict', 'w:object', 'mc:AlternateContent'].includes(one.name))
        leave('a text box, shape or old drawing cannot be kept. Put a picture or plain words there.');
    }
    return xml;
  }

  function inlineXml(nodes: readonly XmlNode[], style: Properties['words']): string {
    let xml = '';
    for (const one of nodes) {
      if (one.name === 'w:r') xml += runXml(one, style);
      else if (one.name === 'w:fldSimple') {
        const kind = sayKind(one.attributes['w:instr'] ?? '');
        if (kind in kept) xml += number(kind, wordProperties(sheet, style));
        else {
          leave(`the field ${kind} is not kept; what it shows is.`);
          xml += inlineXml(one.children, style);
        }
      } else if (wrappers.has(one.name)) {
        if (one.name === 'w:hyperlink') leave('a link is not kept; its words are.');
        xml += inlineXml(one.children, style);
      }
    }
    return xml;
  }

  /** One paragraph; answers its height in millimetres too. */
  function paragraphXml(node: XmlNode): { xml: string; height: number } {
    const given = child(node, 'w:pPr');
    const style = sheet.resolve(child(given, 'w:pStyle')?.attributes['w:val']);
    for (const one of given?.children ?? []) style.paragraph.set(one.name, one);
    pictureHeight = 0;
    if (words !== '') words += '\n';
    const content = inlineXml(node.children, style.words);
    const size = (whole(style.words.get('w:sz'), 'w:val', 8, 144) ?? 20) / 2;
    const spacing = style.paragraph.get('w:spacing');
    const around = ['w:before', 'w:after'].reduce((sum, side) => sum + (whole(spacing, side, 0, 2_000) ?? 0) / 20, 0);
    const height = Math.max(size * 1.25, pictureHeight * pointsPerMillimetre) + around;
    return {
      xml: `<w:p><w:pPr>${paragraphProperties(sheet, style.paragraph)}</w:pPr>${content}</w:p>`,
      height: height / pointsPerMillimetre,
    };
  }

  function tableXml(node: XmlNode, depth: number): { xml: string; height: number } {
    const columns = (child(node, 'w:tblGrid')?.children ?? []).slice(0, 30);
    const grid = columns.map((one) => `<w:gridCol w:w="${whole(one, 'w:w', 0, 31_680) ?? 1_000}"/>`).join('');
    let height = 0;
    const rows = node.children
      .filter(({ name: row }) => row === 'w:tr')
      .map((row) => {
        let tallest = 0;
        const cells = row.children
          .filter((one) => one.name === 'w:tc')
          .map((cell) => {
            const inside = blocksXml(cell.children, depth + 1);
            tallest = Math.max(tallest, inside.height);
            const end = inside.xml.endsWith('</w:p>') ? '' : '<w:p/>';
            return `<w:tc><w:tcPr>${cellProperties(sheet, child(cell, 'w:tcPr'))}</w:tcPr>${inside.xml}${end}</w:tc>`;
          });
        height += tallest;
        return cells.length > 0 ? `<w:tr>${cells.join('')}</w:tr>` : '';
      });
    if (rows.join('') === '') return { xml: '', height: 0 };
    const properties = tableProperties(sheet, child(node, 'w:tblPr'));
    return {
      xml: `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`,
      height,
    };
  }

  function blocksXml(nodes: readonly XmlNode[], depth: number): { xml: string; height: number } {
    const parts = nodes.flatMap((one) => {
      if (one.name === 'w:p') return [paragraphXml(one)];
      if (one.name === 'w:tbl' && depth < 4) return [tableXml(one, depth)];
      return wrappers.has(one.name) ? [blocksXml(one.children, depth)] : [];
    });
    return { xml: parts.map(({ xml }) => xml).join(''), height: parts.reduce((sum, one) => sum + one.height, 0) };
  }

  const { xml, height } = blocksXml(tree.children, 0);
  const said = words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
    .slice(0, 500);
  if (said === '' && pictures.found.length === 0) return undefined;
  // A table at the end of a footer needs a paragraph after it.
  const closed = xml.endsWith('</w:tbl>') && name === 'footer' ? `${xml}<w:p/>` : xml;
  return { xml: closed, words: said, height: Math.min(height, 90), pictures: pictures.found, countsPages };
}
