// A user's own Word document as the base of a layout: its looks, margins, header and footer, and what is said about them.
import type { BaseRemark } from '../../../shared/contract/house-layouts.ts';
import type { BaseLook } from '../../exports/docx/base-look.ts';
import { readLooks, readStylesheet } from './base-styles.ts';
import { type OpenedDocument, openDocument, relationsOf } from './open-document.ts';
import { readEdge } from './read-edge.ts';
import { badPart, child, readTree, whole, type XmlNode } from './xml-tree.ts';

/** Twentieths of a point in a millimetre. */
const twips = 1440 / 25.4;
/** Least and greatest margins that a report has, in millimetres. */
const bounds = { top: [15, 60], bottom: [15, 60], header: [6, 25], footer: [6, 25] } as const;
const marginNames = {
  top: 'upper margin',
  bottom: 'lower margin',
  header: 'margin of the header',
  footer: 'margin of the footer',
} as const;
/** The margins at the sides that a report has, in millimetres. */
const sides = 22;

function readMargins(section: XmlNode | undefined, remarks: BaseRemark[]): BaseLook['page'] {
  const given = child(section, 'w:pgMar');
  if (!given) return {};
  const page: BaseLook['page'] = {};
  for (const side of ['top', 'bottom', 'header', 'footer'] as const) {
    const stated = whole(given, `w:${side}`, -31_680, 31_680);
    if (stated === undefined) continue;
    const millimetres = Math.round((Math.abs(stated) / twips) * 10) / 10;
    const [least, most] = bounds[side];
    page[side] = Math.min(Math.max(millimetres, least), most);
    if (page[side] !== millimetres)
      remarks.push({
        kind: 'wrong',
        message: `The ${marginNames[side]} of ${millimetres} mm does not suit a report; ${page[side]} mm is used.`,
      });
  }
  remarks.push({
    kind: 'taken',
    message: `Margins: ${page.top ?? '–'} mm above and ${page.bottom ?? '–'} mm below.`,
  });
  const atSides = ['left', 'right'].map((side) => (whole(given, `w:${side}`, 0, 31_680) ?? 0) / twips);
  if (atSides.some((margin) => Math.abs(margin - sides) > 1))
    remarks.push({
      kind: 'left',
      message: `The margins at the sides stay at ${sides} mm: the tables of a report are made for that width.`,
    });
  return page;
}

/** The part of the header or footer that usual pages have: that of the last section which names one. */
function edgePart(
  sections: readonly XmlNode[],
  document: OpenedDocument,
  name: 'header' | 'footer',
  remarks: BaseRemark[],
): string | undefined {
  const named = sections.flatMap(({ children }) => children.filter((one) => one.name === `w:${name}Reference`));
  const usual = named.findLast(({ attributes }) => (attributes['w:type'] ?? 'default') === 'default');
  if (named.some(({ attributes }) => ['first', 'even'].includes(attributes['w:type'] ?? '')))
    remarks.push({
      kind: 'left',
      message: `Only the ${name} of usual pages is taken, not those of first or even pages.`,
    });
  const relation = relationsOf(document.zip, document.main).find(({ id }) => id === usual?.attributes['r:id']);
  return relation && !relation.isOutside ? relation.target : undefined;
}

const quoted = (words: string) => {
  const line = words.replaceAll('\n', ' · ').replaceAll(/\p{Co}/gu, '#');
  return line === '' ? '' : `: “${line.length > 80 ? `${line.slice(0, 80).toWellFormed()}…` : line}”`;
};

/**
 * Reads a base document. What cannot be used is said in the remarks; a document that must not be read at all throws
 * AppError `unsupported-file`, `damaged` or `too-large` with a sentence that names the part.
 */
export function readBaseDocument(file: { bytes: Uint8Array; name: string }): { look: BaseLook; remarks: BaseRemark[] } {
  const document = openDocument(file);
  const sheet = readStylesheet(document);
  const { styles, remarks } = readLooks(sheet);
  const body = readTree(document.zip, document.main, 'w:sectPr');
  if (!body) throw badPart(document.main, 'is missing');
  const page = readMargins(body.children.at(-1), remarks);
  const look: BaseLook = { styles, page };
  for (const name of ['header', 'footer'] as const) {
    const part = edgePart(body.children, document, name, remarks);
    const edge = part === undefined ? undefined : readEdge(document, sheet, { part, name }, remarks);
    if (!edge) {
      remarks.push({ kind: 'left', message: `The document has no ${name} that could be taken; ours stands alone.` });
      continue;
    }
    look[name] = edge;
    const shown =
      edge.pictures.length === 0
        ? ''
        : edge.pictures.length === 1
          ? ', with a picture'
          : `, with ${edge.pictures.length} pictures`;
    remarks.push({
      kind: 'taken',
      message: `The ${name}${quoted(edge.words)}${shown}. It stands beside our own line.`,
    });
    if (edge.pictures.length > 0)
      remarks.push({ kind: 'left', message: `In PDF, the ${name} shows its words without pictures.` });
  }
  const outside = relationsOf(document.zip, document.main.replace(/[^/]*$/, 'settings.xml'));
  if (outside.some((one) => one.type.endsWith('/attachedTemplate')))
    remarks.push({ kind: 'left', message: 'The template that the document is attached to is not fetched.' });
  // What deserves a look comes first, what was taken last.
  const order = { wrong: 0, left: 1, taken: 2 } as const;
  const once = new Map(remarks.map((remark) => [remark.message, remark]));
  return { look, remarks: [...once.values()].toSorted((one, other) => order[one.kind] - order[other.kind]) };
}
