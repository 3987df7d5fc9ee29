// Charts as parts of their own (DrawingML): crisp at any size, their words and numbers can be selected and read aloud.
import type { ChartBlock, Tone } from '../blocks.ts';
import { colours, strongColour, type Theme, tones } from './theme.ts';
import { escapeXml } from './xml-text.ts';

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
const namespaces = `xmlns:c="${drawing}/chart" xmlns:a="${drawing}/main"`;
const value = (name: string, text: string | number) => `<c:${name} val="${text}"/>`;

/** Height of a chart in millimetres: a line per category, the legend and the axis. */
export const chartHeight = ({ categories, series }: Pick<ChartBlock, 'categories' | 'series'>): number =>
  (series.length > 1 ? 17 : 8) + categories.length * 7.5;

/** One chart: lying bars, one after the other where there are several series. */
export function chartXml(chart: ChartBlock, theme: Theme): string {
  const textXml = (colour: string) => charactersXml(colour, theme.fonts.text);
  const isOne = chart.series.length === 1;
  const series = chart.series.map((_, position) => seriesXml(chart, position, textXml)).join('');
  const axes =
    `<c:catAx>${value('axId', 1)}<c:scaling>${value('orientation', 'maxMin')}</c:scaling>${value('delete', 0)}` +
    `${value('axPos', 'l')}${value('majorTickMark', 'none')}${value('minorTickMark', 'none')}${value('tickLblPos', 'low')}` +
    `<c:spPr>${lineXml(colours.lineStrong)}</c:spPr>${textXml(colours.ink2)}${value('crossAx', 2)}</c:catAx>` +
    `<c:valAx>${value('axId', 2)}<c:scaling>${value('orientation', 'minMax')}${value('min', 0)}</c:scaling>${value('delete', 1)}` +
    `${value('axPos', 'b')}<c:numFmt formatCode="0" sourceLinked="0"/>${value('majorTickMark', 'none')}` +
    `${value('minorTickMark', 'none')}${value('tickLblPos', 'none')}${value('crossAx', 1)}</c:valAx>`;
  const legend = isOne
    ? ''
    : `<c:legend>${value('legendPos', 'b')}${value('overlay', 0)}${textXml(colours.ink2)}</c:legend>`;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace ${namespaces}>${value('roundedCorners', 0)}` +
    `<c:chart>${value('autoTitleDeleted', 1)}<c:plotArea><c:layout/><c:barChart>${value('barDir', 'bar')}` +
    `${value('grouping', isOne ? 'clustered' : 'stacked')}${value('varyColors', 0)}${series}${value('gapWidth', 45)}` +
    `${isOne ? '' : value('overlap', 100)}${value('axId', 1)}${value('axId', 2)}</c:barChart>${axes}</c:plotArea>` +
    `${legend}${value('plotVisOnly', 1)}${value('dispBlanksAs', 'gap')}</c:chart>` +
    `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textXml(theme.colours.ink)}</c:chartSpace>`
  );
}

const lineXml = (colour: string) => `<a:ln w="6350">${solid(colour)}</a:ln>`;
const solid = (colour: string) => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;

function charactersXml(colour: string, name: string): string {
  const font = `<a:latin typeface="${escapeXml(name)}"/>`;
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900">${solid(colour)}${font}</a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`;
}

/** One series with its name, categories and numbers. A nought has no number on its bar, for it has no bar. */
function seriesXml({ categories, series }: ChartBlock, position: number, textXml: (colour: string) => string): string {
  const own = series[position];
  if (!own) return '';
  const points = (texts: readonly (string | number)[]) =>
    `${value('ptCount', texts.length)}${texts.map((text, at) => `<c:pt idx="${at}"><c:v>${typeof text === 'number' ? text : escapeXml(text)}</c:v></c:pt>`).join('')}`;
  const isOne = series.length === 1;
  const ink = isOne ? colours.ink : tones[own.tone].hatched ? colours.ink : inkOn(own.tone);
  return (
    `<c:ser>${value('idx', position)}${value('order', position)}` +
    `<c:tx><c:v>${escapeXml(own.name)}</c:v></c:tx>` +
    `<c:spPr>${fillXml(own.tone, isOne)}<a:ln w="6350">${solid(colours.paper)}</a:ln></c:spPr>${value('invertIfNegative', 0)}${pointsXml(own.tones)}` +
    `<c:dLbls><c:numFmt formatCode="0;;;" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textXml(ink)}` +
    `${value('dLblPos', isOne ? 'outEnd' : 'ctr')}${value('showLegendKey', 0)}${value('showVal', 1)}${value('showCatName', 0)}` +
    `${value('showSerName', 0)}${value('showPercent', 0)}${value('showBubbleSize', 0)}</c:dLbls>` +
    `<c:cat><c:strLit>${points(categories)}</c:strLit></c:cat>` +
    `<c:val><c:numLit><c:formatCode>0</c:formatCode>${points(own.values)}</c:numLit></c:val></c:ser>`
  );
}

/** Bars that each have a tone of their own. */
function pointsXml(own: readonly Tone[] = []): string {
  return own
    .map(
      (tone, at) =>
        `<c:dPt>${value('idx', at)}${value('invertIfNegative', 0)}${value('bubble3D', 0)}<c:spPr>${fillXml(tone, true)}</c:spPr></c:dPt>`,
    )
    .join('');
}

/** The ink of words on the fill of a tone. */
const inkOn = (tone: Tone) => (tones[tone].ink === 'ffffff' ? 'ffffff' : colours.ink);

function fillXml(tone: Tone, isOne: boolean): string {
  if (isOne) return solid(strongColour(tone));
  const { fill, hatched } = tones[tone];
  if (hatched)
    return `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="${colours.lineStrong}"/></a:fgClr><a:bgClr><a:srgbClr val="${fill}"/></a:bgClr></a:pattFill>`;
  return solid(fill === colours.paper ? colours.line : fill);
}
