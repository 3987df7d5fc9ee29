// A drawn signature as a freeform shape: lines that Word and LibreOffice draw at any size, no picture.
import { drawingArea, strokesOf } from '../../../shared/domain/signatures.ts';
import type { DrawingRun } from '../blocks.ts';
import { escapeXml } from './xml-text.ts';

/** The namespace of drawn shapes, which the document has to declare. */
export const shapeNamespace = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';

const emu = (millimetres: number) => Math.round(millimetres * 36_000);
/** An empty place to sign shows the line to sign on. */
const baseLine = `M0 ${drawingArea.height - 10}L${drawingArea.width} ${drawingArea.height - 10}`;

function pathXml(path: string): string {
  const point = ([x, y]: readonly [number, number]) => `<a:pt x="${x}" y="${y}"/>`;
  const strokes = strokesOf(path).flatMap(([first, ...more]) => {
    if (!first) return [];
    // A point alone is a dot: a line to beside itself, else nothing is drawn.
    const rest = more.length > 0 ? more : [[first[0] + 1, first[1]] as const];
    return [`<a:moveTo>${point(first)}</a:moveTo>${rest.map((one) => `<a:lnTo>${point(one)}</a:lnTo>`).join('')}`];
  });
  return `<a:path w="${drawingArea.width}" h="${drawingArea.height}" fill="none">${strokes.join('')}</a:path>`;
}

/** The shape of a signature in a line of text. `id` is unique among the drawings of the document. */
export function drawingXml({ path, width, alt }: DrawingRun, id: number): string {
  const height = (width * drawingArea.height) / drawingArea.width;
  const extent = `cx="${emu(width)}" cy="${emu(height)}"`;
  const isSigned = path !== '';
  const [weight, colour] = isSigned ? [15_875, '1F2937'] : [6_350, '8A94A3'];
  return (
    '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">' +
    `<wp:extent ${extent}/><wp:docPr id="${id}" name="Signature ${id}" descr="${escapeXml(alt)}"/><wp:cNvGraphicFramePr/>` +
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">' +
    `<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm>` +
    '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>' +
    `<a:pathLst>${pathXml(isSigned ? path : baseLine)}</a:pathLst></a:custGeom><a:noFill/>` +
    `<a:ln w="${weight}" cap="rnd"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill><a:round/></a:ln></wps:spPr>` +
    '<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
  );
}
