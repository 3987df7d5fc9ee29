// Charts as DrawingML: native ones that read the cells, with what the cells hold for programs that only show them.
import type { Chart, ChartRange, ChartSeries } from './charts.ts';
import { declaration, drawingSpace, officeSpace } from './parts.ts';
import { barColour, fontName, ink, lines, type Look } from './theme.ts';
import { cleanText, escapeXml } from './xml-text.ts';

/** Sizes of letters in hundredths of a point. */
const titleSize = 1100;
const labelSize = 800;
const plain = (text: string) => escapeXml(cleanText(text));

const solid = (colour: string) => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;

/** The words of a chart in one size. */
const letters = (size: number, bold = 0) =>
  `<a:defRPr sz="${size}" b="${bold}">${solid(ink)}<a:latin typeface="${fontName}"/></a:defRPr>`;
const wordsOf = (size: number) =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${letters(size)}</a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`;

/** How a bar is filled: hatched where the word is told apart by pattern too. */
function shape(look: Look): string {
  const fill = look.hatched
    ? `<a:pattFill prst="ltUpDiag"><a:fgClr><a:srgbClr val="${lines.strong}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>`
    : solid(barColour(look));
  const edge = look.hatched ? solid(lines.hatch) : '<a:noFill/>';
  return `<c:spPr>${fill}<a:ln w="6350">${edge}</a:ln></c:spPr>`;
}

function texts({ range, values }: ChartRange<string>): string {
  const points = values.map((value, index) => `<c:pt idx="${index}"><c:v>${plain(value)}</c:v></c:pt>`);
  return `<c:strRef><c:f>${plain(range)}</c:f><c:strCache><c:ptCount val="${values.length}"/>${points.join('')}</c:strCache></c:strRef>`;
}

function numbers({ range, values }: ChartRange<number>): string {
  const points = values.map((value, index) => `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`);
  return `<c:numRef><c:f>${plain(range)}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${points.join('')}</c:numCache></c:numRef>`;
}

/** The number on a bar, in letters that can be read on it; none for zero. */
function labels(look: Look, kind: Chart['kind']): string {
  const inside = kind === 'bars' ? '<c:dLblPos val="outEnd"/>' : '<c:dLblPos val="ctr"/>';
  const colour = kind === 'bars' || look.hatched ? ink : onBar(look);
  const properties = `<a:defRPr sz="${labelSize}" b="0">${solid(colour)}<a:latin typeface="${fontName}"/></a:defRPr>`;
  return [
    '<c:dLbls><c:numFmt formatCode="#,##0;;" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${properties}</a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>${inside}`,
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>',
  ].join('');
}

/** Dark letters on light bars, white ones on dark bars. */
function onBar(look: Look): string {
  const [red = 0, green = 0, blue = 0] = (barColour(look).match(/../g) ?? []).map((two) => Number.parseInt(two, 16));
  return red * 0.3 + green * 0.59 + blue * 0.11 > 150 ? ink : 'FFFFFF';
}

function seriesXml({ name, values, look, looks = [] }: ChartSeries, index: number, chart: Chart): string {
  const points = looks.map(
    (own, point) =>
      `<c:dPt><c:idx val="${point}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${shape(own)}</c:dPt>`,
  );
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx>${texts(name)}</c:tx>${shape(look)}`,
    `<c:invertIfNegative val="0"/>${points.join('')}${labels(look, chart.kind)}`,
    `<c:cat>${texts(chart.categories)}</c:cat><c:val>${numbers(values)}</c:val></c:ser>`,
  ].join('');
}

const groupings = { bars: 'clustered', stacked: 'stacked', shares: 'percentStacked' } as const;
const thin = `<c:spPr><a:ln w="6350">${solid(lines.hatch)}</a:ln></c:spPr>`;

/** The content of a chart's part. Bars lie, so that long names can be read; the first stands at the top. */
export function chartXml(chart: Chart): string {
  const { kind, series, title } = chart;
  const overlap = kind === 'bars' ? '' : '<c:overlap val="100"/>';
  const legend =
    series.length > 1 ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${wordsOf(labelSize)}</c:legend>` : '';
  return [
    `${declaration}<c:chartSpace xmlns:c="${drawingSpace}/chart" xmlns:a="${drawingSpace}/main" xmlns:r="${officeSpace}">`,
    '<c:roundedCorners val="0"/><c:chart>',
    `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${letters(titleSize, 1)}</a:pPr>`,
    `<a:r><a:rPr lang="en-GB" sz="${titleSize}" b="1">${solid(ink)}<a:latin typeface="${fontName}"/></a:rPr><a:t>${plain(title)}</a:t></a:r></a:p></c:rich></c:tx>`,
    '<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>',
    `<c:barChart><c:barDir val="bar"/><c:grouping val="${groupings[kind]}"/><c:varyColors val="0"/>`,
    series.map((one, index) => seriesXml(one, index, chart)).join(''),
    `<c:gapWidth val="45"/>${overlap}<c:axId val="1"/><c:axId val="2"/></c:barChart>`,
    '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>',
    `<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${thin}${wordsOf(labelSize)}`,
    '<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>',
    '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>',
    `<c:majorGridlines><c:spPr><a:ln w="6350">${solid(lines.thin)}</a:ln></c:spPr></c:majorGridlines>`,
    `<c:numFmt formatCode="${kind === 'shares' ? '0%' : '#,##0'}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${thin}${wordsOf(labelSize)}`,
    '<c:crossAx val="1"/><c:crosses val="max"/><c:crossBetween val="between"/></c:valAx>',
    `<c:spPr><a:noFill/></c:spPr></c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>`,
    `<c:spPr>${solid('FFFFFF')}<a:ln w="6350">${solid(lines.thin)}</a:ln></c:spPr></c:chartSpace>`,
  ].join('');
}
