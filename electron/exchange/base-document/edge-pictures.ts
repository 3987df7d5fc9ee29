// The pictures of a header or footer: those that lie in the document and that a report can carry.
import type { EdgePicture } from '../../exports/docx/base-look.ts';
import { isPicture } from '../../exports/docx/check.ts';
import { escapeXml } from '../../exports/docx/xml-text.ts';
import { unpackEntry, type Zip } from '../xlsx/zip-limits.ts';
import type { Relation } from './open-document.ts';
import { child, find, whole, type XmlNode } from './xml-tree.ts';

const most = { pictures: 8, bytes: 1_500_000 } as const;
/** English metric units in a millimetre. */
const emu = 36_000;
const paper = { width: 210 * emu, height: 297 * emu, inline: 60 * emu } as const;

/** The pictures of one header or footer as they are found. */
export interface EdgePictures {
  /** The drawing as it goes into the report, and its height in the line in millimetres; a sentence where it cannot. */
  draw(drawing: XmlNode): { xml: string; height: number } | string;
  readonly found: EdgePicture[];
}

const from = [
  'page',
  'margin',
  'column',
  'character',
  'leftMargin',
  'rightMargin',
  'paragraph',
  'line',
  'topMargin',
  'bottomMargin',
];

function positionXml(node: XmlNode | undefined, name: 'positionH' | 'positionV'): string {
  const given = node?.attributes.relativeFrom ?? '';
  const isAcross = name === 'positionH';
  const usual = isAcross ? 'column' : 'paragraph';
  const fits =
    from.includes(given) &&
    (isAcross
      ? !['paragraph', 'line', 'topMargin', 'bottomMargin'].includes(given)
      : !['column', 'character', 'leftMargin', 'rightMargin'].includes(given));
  const align = child(node, 'wp:align')?.text.trim() ?? '';
  const known = isAcross ? ['left', 'center', 'right'] : ['top', 'center', 'bottom'];
  const offset = Math.round(Number(child(node, 'wp:posOffset')?.text ?? '0'));
  const inside = known.includes(align)
    ? `<wp:align>${align}</wp:align>`
    : `<wp:posOffset>${Number.isFinite(offset) && Math.abs(offset) <= paper.height ? offset : 0}</wp:posOffset>`;
  return `<wp:${name} relativeFrom="${fits ? given : usual}">${inside}</wp:${name}>`;
}

/** Begins to collect the pictures of a part. `firstId` is the number of its first drawing. */
export function createEdgePictures(zip: Zip, relations: readonly Relation[], firstId: number): EdgePictures {
  const found = new Map<string, EdgePicture>();
  let drawings = 0;

  function pictureOf(id: string): EdgePicture | string {
    const relation = relations.find((one) => one.id === id && one.type.endsWith('/image'));
    if (relation?.isOutside) return 'A picture lies outside of the document; it is not fetched.';
    const entry = relation && zip.entries.get(relation.target.toLowerCase());
    if (!entry || entry.unpacked > most.bytes)
      return entry ? 'A picture is larger than 1.5 MB.' : 'A picture is missing in the document.';
    const known = found.get(entry.name);
    if (known) return known;
    if (found.size >= most.pictures) return 'There are more than 8 pictures.';
    const bytes = unpackEntry(zip, entry);
    const start = Buffer.from(bytes.subarray(0, 8));
    const mediaType = (['image/png', 'image/jpeg'] as const).find((type) => isPicture(start, type));
    if (!mediaType) return 'A picture is neither PNG nor JPEG.';
    const picture = { relation: `rIdBase${found.size + 1}`, mediaType, bytes };
    found.set(entry.name, picture);
    return picture;
  }

  return {
    draw(drawing) {
      const anchor = child(drawing, 'wp:anchor');
      const frame = anchor ?? child(drawing, 'wp:inline');
      const blip = find(frame, 'a:blip');
      const given = child(frame, 'wp:extent');
      const width = whole(given, 'cx', 1, paper.width);
      const height = whole(given, 'cy', 1, paper.height);
      if (!blip) return 'A drawing that is no picture cannot be kept.';
      const picture = pictureOf(blip.attributes['r:embed'] ?? blip.attributes['r:link'] ?? '');
      if (typeof picture === 'string') return picture;
      if (width === undefined || height === undefined) return 'A picture has no size, or is larger than the paper.';
      // In a line, it must not push the text from the page.
      const scale = anchor ? 1 : Math.min(1, paper.inline / height);
      const [cx, cy] = [Math.round(width * scale), Math.round(height * scale)];
      drawings += 1;
      const alt = escapeXml((child(frame, 'wp:docPr')?.attributes.descr ?? '').slice(0, 200));
      const named = `<wp:docPr id="${firstId + drawings}" name="Picture ${drawings}" descr="${alt}"/>`;
      const graphic =
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>' +
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>' +
        `<pic:nvPicPr><pic:cNvPr id="0" name="Picture ${drawings}"/><pic:cNvPicPr/></pic:nvPicPr>` +
        `<pic:blipFill><a:blip r:embed="${picture.relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
        `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
        '</pic:pic></a:graphicData></a:graphic>';
      if (!anchor)
        return {
          xml: `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/>${named}${graphic}</wp:inline></w:drawing>`,
          height: cy / emu,
        };
      const behind = ['1', 'true'].includes(anchor.attributes.behindDoc ?? '') ? 1 : 0;
      return {
        xml:
          `<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="${drawings}" behindDoc="${behind}" locked="0" layoutInCell="1" allowOverlap="1">` +
          `<wp:simplePos x="0" y="0"/>${positionXml(child(anchor, 'wp:positionH'), 'positionH')}${positionXml(child(anchor, 'wp:positionV'), 'positionV')}` +
          `<wp:extent cx="${cx}" cy="${cy}"/><wp:wrapNone/>${named}${graphic}</wp:anchor></w:drawing>`,
        height: 0,
      };
    },
    get found() {
      return [...found.values()];
    },
  };
}
