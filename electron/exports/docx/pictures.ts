import { type ChartBlock, type Figure, textWidth } from '../blocks.ts';
import { chartHeight } from './charts.ts';
import { attribute } from './inline.ts';
import { figureSize } from './theme.ts';

/** A picture file that goes into the document, under the name it has there. */
export interface MediaPart {
  name: string;
  file: string;
}

export interface Pictures {
  /** The drawing of a figure; the same file is embedded once however often it is drawn. */
  draw(figure: Figure): string;
  /** A drawing of fixed size whose file is added elsewhere; `relation` is its relationship id. */
  drawAt(relation: string, name: string, alt: string, width: number, height: number): string;
  /** The drawing of a chart, as wide as the text; its part is in `charts`. */
  drawChart(chart: ChartBlock): string;
  readonly charts: readonly { relation: string; name: string; chart: ChartBlock }[];
  readonly media: readonly (MediaPart & { relation: string })[];
}

const emu = (millimetres: number) => Math.round(millimetres * 36_000);

/** Width and height in millimetres of a picture in a column: its own proportions, as large as fits. */
export function fitPicture({ width, height }: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(figureSize.width / width, figureSize.height / height);
  return { width: width * scale, height: height * scale };
}

/** The pictures of one document. */
export function createPictures(): Pictures {
  const media = new Map<string, MediaPart & { relation: string }>();
  const charts: { relation: string; name: string; chart: ChartBlock }[] = [];
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
    charts,
    drawChart(chart) {
      const relation = `rIdChart${charts.length + 1}`;
      charts.push({ relation, name: `charts/chart-${charts.length + 1}.xml`, chart });
      const uri = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
      const graphic = `<a:graphicData uri="${uri}"><c:chart xmlns:c="${uri}" r:id="${relation}"/></a:graphicData>`;
      const extent = `cx="${emu(textWidth)}" cy="${emu(chartHeight(chart))}"`;
      return inline(`Figure ${chart.caption.number}`, chart.alt, extent, graphic);
    },
    draw({ picture, number, alt }) {
      let part = media.get(picture.file);
      if (!part) {
        const position = media.size + 1;
        const extension = picture.mediaType === 'image/png' ? 'png' : 'jpeg';
        part = {
          name: `media/picture-${position}.${extension}`,
          file: picture.file,
          relation: `rIdPicture${position}`,
        };
        media.set(picture.file, part);
      }
      const { width, height } = fitPicture(picture);
      return drawAt(part.relation, `Figure ${number}`, alt, width, height);
    },
    get media() {
      return [...media.values()];
    },
  };
}
