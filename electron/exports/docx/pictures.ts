import { type ChartBlock, type Figure, type ReportDocument, textWidth } from '../blocks.ts';
import { chartHeight } from './charts.ts';
import { attribute } from './inline.ts';
import { figureSize } from './theme.ts';

/** A picture file that goes into the document, under the name it has there. */
export interface MediaPart {
  name: string;
  file: string;
}

/** A chart that is a part of its own. */
export interface ChartPart {
  name: string;
  chart: ChartBlock;
}

/** A part with the id of the relationship that leads to it. */
type Related<Part> = Part & { relation: string };

export interface Pictures {
  /** The drawing of a figure; the same file is embedded once however often it is drawn. */
  draw(figure: Figure): string;
  /** A drawing of fixed size whose file is added elsewhere; `relation` is its relationship id. */
  drawAt(relation: string, name: string, alt: string, width: number, height: number): string;
  /** The drawing of a chart, as wide as the text; its part is in `charts`. */
  drawChart(chart: ChartBlock): string;
  readonly charts: readonly Related<ChartPart>[];
  readonly media: readonly Related<MediaPart>[];
}

const emu = (millimetres: number) => Math.round(millimetres * 36_000);

/** Width and height in millimetres of a picture in a column: its own proportions, as large as fits. */
export function fitPicture({ width, height }: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(figureSize.width / width, figureSize.height / height);
  return { width: width * scale, height: height * scale };
}

/** Picture files and charts of a document, in their order. */
function partsOf({ blocks }: ReportDocument): {
  media: Map<string, Related<MediaPart>>;
  charts: Map<ChartBlock, Related<ChartPart>>;
} {
  const media = new Map<string, Related<MediaPart>>();
  const charts = new Map<ChartBlock, Related<ChartPart>>();
  for (const block of blocks) {
    if (block.kind === 'chart') {
      const position = charts.size + 1;
      charts.set(block, { relation: `rIdChart${position}`, name: `charts/chart-${position}.xml`, chart: block });
    }
    for (const { picture } of block.kind === 'figures' ? block.items : []) {
      if (media.has(picture.file)) continue;
      const position = media.size + 1;
      const extension = picture.mediaType === 'image/png' ? 'png' : 'jpeg';
      const name = `media/picture-${position}.${extension}`;
      media.set(picture.file, { relation: `rIdPicture${position}`, name, file: picture.file });
    }
  }
  return { media, charts };
}

/** The pictures of one document. */
export function createPictures(document: ReportDocument): Pictures {
  const { media, charts } = partsOf(document);
  let drawings = 0;
  const inline = (name: string, alt: string, extent: string, graphic: string) => {
    drawings += 1;
    return (
      `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${extent}/>` +
      `<wp:docPr id="${drawings}" name="${attribute(name)}" descr="${attribute(alt)}"/>` +
      '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>' +
      `<a:graphic>${graphic}</a:graphic></wp:inline></w:drawing></w:r>`
    );
  };
  const drawAt: Pictures['drawAt'] = (relation, name, alt, width, height) => {
    const extent = `cx="${emu(width)}" cy="${emu(height)}"`;
    const graphic =
      '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>' +
      `<pic:nvPicPr><pic:cNvPr id="0" name="${attribute(name)}" descr="${attribute(alt)}"/><pic:cNvPicPr/></pic:nvPicPr>` +
      `<pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
      `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm>` +
      '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>';
    return inline(name, alt, extent, graphic);
  };
  return {
    drawAt,
    drawChart(chart) {
      const relation = charts.get(chart)?.relation ?? '';
      const uri = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
      const graphic = `<a:graphicData uri="${uri}"><c:chart xmlns:c="${uri}" r:id="${relation}"/></a:graphicData>`;
      const extent = `cx="${emu(textWidth)}" cy="${emu(chartHeight(chart))}"`;
      return inline(`Figure ${chart.caption.number}`, chart.alt, extent, graphic);
    },
    draw({ picture, number, alt }) {
      const { width, height } = fitPicture(picture);
      return drawAt(media.get(picture.file)?.relation ?? '', `Figure ${number}`, alt, width, height);
    },
    media: [...media.values()],
    charts: [...charts.values()],
  };
}
