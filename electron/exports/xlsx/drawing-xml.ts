// The part that says where the charts of a sheet lie and what they are called.
import type { Chart, ChartPlace } from './charts.ts';
import { declaration, drawingSpace, officeSpace } from './parts.ts';
import { cleanText, escapeXml } from './xml-text.ts';

/** The distance of a chart from its neighbours, in English metric units. */
const gap = 60_000;
const plain = (text: string) => escapeXml(cleanText(text));

function corner(name: 'from' | 'to', { column, row }: ChartPlace['from']): string {
  return `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>${name === 'from' ? gap : 0}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${name === 'from' ? gap : 0}</xdr:rowOff></xdr:${name}>`;
}

/** The content of a drawing; its first chart is its first relationship. */
export function drawingXml(charts: readonly Chart[]): string {
  const anchors = charts.map(({ title, description, place }, index) =>
    [
      `<xdr:twoCellAnchor editAs="oneCell">${corner('from', place.from)}${corner('to', place.to)}<xdr:graphicFrame macro="">`,
      `<xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="${plain(title)}" descr="${plain(description)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
      `<a:graphic><a:graphicData uri="${drawingSpace}/chart"><c:chart xmlns:c="${drawingSpace}/chart" r:id="rId${index + 1}"/></a:graphicData></a:graphic>`,
      '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>',
    ].join(''),
  );
  return `${declaration}<xdr:wsDr xmlns:xdr="${drawingSpace}/spreadsheetDrawing" xmlns:a="${drawingSpace}/main" xmlns:r="${officeSpace}">${anchors.join('')}</xdr:wsDr>`;
}
