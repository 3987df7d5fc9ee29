import { keysOf, verdicts } from '../../../shared/domain/vocabulary.ts';
import { attribute, chipStyle, inkStyle } from './inline.ts';
import { numberingIds } from './numbering-part.ts';
import { twips } from './tables.ts';
import { cellMargins, hashSize, type ParagraphStyle, type Theme, tones } from './theme.ts';

const wordNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const points = (value: number) => Math.round(value * 20);
const halfPoints = (value: number) => Math.round(value * 2);
const fontNames = (font: string) => {
  const name = attribute(font);
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:cs="${name}"/>`;
};
const size = (value: number) => `<w:sz w:val="${halfPoints(value)}"/><w:szCs w:val="${halfPoints(value)}"/>`;

function paragraphStyle(id: string, style: ParagraphStyle, { colours, fonts, page }: Theme): string {
  const { border } = style;
  const isDefault = id === 'Normal';
  const right = twips(page.width - 2 * page.side);
  const properties = [
    style.keepNext && '<w:keepNext/><w:keepLines/>',
    style.newPage && '<w:pageBreakBefore/>',
    style.counted &&
      `<w:numPr><w:ilvl w:val="${style.counted.level}"/><w:numId w:val="${numberingIds[style.counted.list]}"/></w:numPr>`,
    border &&
      `<w:pBdr><w:${border.side} w:val="single" w:sz="${Math.round(border.width * 8)}" w:space="${border.space}" w:color="${border.colour}"/></w:pBdr>`,
    style.fill && `<w:shd w:val="clear" w:color="auto" w:fill="${style.fill}"/>`,
    style.rightTab &&
      `<w:tabs>${(style.tabs ?? []).map((tab) => `<w:tab w:val="left" w:pos="${twips(tab)}"/>`).join('')}` +
        `<w:tab w:val="right"${style.rightTab === 'dots' ? ' w:leader="dot"' : ''} w:pos="${right}"/></w:tabs>`,
    `<w:spacing w:before="${points(style.before ?? 0)}" w:after="${points(style.after ?? 0)}" w:line="${Math.round(240 * (style.line ?? 1))}" w:lineRule="auto"/>`,
    style.indent && `<w:ind w:left="${twips(style.indent)}"/>`,
    style.align && `<w:jc w:val="${style.align}"/>`,
    style.outline !== undefined && `<w:outlineLvl w:val="${style.outline}"/>`,
  ];
  const run = [
    (style.font || isDefault) && fontNames(style.font ?? fonts.text),
    style.bold && '<w:b/><w:bCs/>',
    style.italic && '<w:i/><w:iCs/>',
    style.caps && '<w:caps/>',
    `<w:color w:val="${style.colour ?? colours.ink}"/>`,
    style.spacing && `<w:spacing w:val="${points(style.spacing)}"/>`,
    size(style.size),
  ];
  const next = style.outline !== undefined || style.newPage ? '<w:next w:val="Normal"/>' : '';
  return (
    `<w:style w:type="paragraph"${isDefault ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${style.name}"/>` +
    `${isDefault ? '' : '<w:basedOn w:val="Normal"/>'}${next}<w:qFormat/>` +
    `<w:pPr>${properties.filter(Boolean).join('')}</w:pPr><w:rPr>${run.filter(Boolean).join('')}</w:rPr></w:style>`
  );
}

const characterStyle = (id: string, name: string, properties: string) =>
  `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:qFormat/><w:rPr>${properties}</w:rPr></w:style>`;
const colour = (value: string) => `<w:color w:val="${value}"/>`;
const fill = (value: string) => `<w:shd w:val="clear" w:color="auto" w:fill="${value}"/>`;

function characterStyles({ colours, fonts }: Theme): string {
  const chips = Object.entries(tones).map(([tone, { fill: background, ink }]) =>
    characterStyle(
      chipStyle(tone),
      `Chip ${tone}`,
      `<w:b/><w:bCs/>${colour(ink)}${fill(background === colours.paper ? 'ececea' : background)}`,
    ),
  );
  const inks = keysOf(verdicts).map((verdict) =>
    characterStyle(inkStyle(verdict), `Ink ${verdict}`, colour(tones[verdict].ink)),
  );
  return [
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
    characterStyle('Strong', 'Strong', '<w:b/><w:bCs/>'),
    characterStyle('Muted', 'Muted', colour(colours.ink3)),
    characterStyle('Ref', 'Reference', colour(colours.accent)),
    characterStyle('QuestionId', 'Question id', colour(colours.ink3)),
    characterStyle('Sample', 'Sample', ''),
    characterStyle('Hash', 'Hash', `${fontNames(fonts.mono)}<w:noProof/>${size(hashSize)}`),
    ...chips,
    ...inks,
  ].join('');
}

const line = (side: string, width: number, value: string) =>
  `<w:${side} w:val="single" w:sz="${Math.round(width * 8)}" w:space="0" w:color="${value}"/>`;
const margin = (side: string, value: number) => `<w:${side} w:w="${twips(value)}" w:type="dxa"/>`;

function tableStyle(
  id: string,
  name: string,
  borders: string,
  margins: typeof cellMargins | undefined,
  first = '',
): string {
  const sides = margins
    ? margin('top', margins.top) + margin('left', 0) + margin('bottom', margins.bottom) + margin('right', margins.right)
    : ['top', 'left', 'bottom', 'right'].map((side) => margin(side, 0)).join('');
  return (
    `<w:style w:type="table" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="TableNormal"/>` +
    `<w:tblPr>${borders && `<w:tblBorders>${borders}</w:tblBorders>`}<w:tblCellMar>${sides}</w:tblCellMar></w:tblPr>${first}</w:style>`
  );
}

/** word/styles.xml: every style of the report, made from the theme; `language` is the tag of its texts. */
export function stylesXml(language: string, theme: Theme): string {
  const { colours } = theme;
  const rows = line('bottom', 0.5, colours.line) + line('insideH', 0.5, colours.line);
  const head =
    '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>' +
    `${line('bottom', 1, colours.ink2)}</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>`;
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles ${wordNamespace}>`,
    `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="${attribute(language)}" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>`,
    ...Object.entries(theme.styles).map(([id, style]) => paragraphStyle(id, style, theme)),
    characterStyles(theme),
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>',
    tableStyle('ReportTable', 'Report table', rows, cellMargins, head),
    tableStyle('FactsTable', 'Facts table', rows, cellMargins),
    tableStyle('PlainTable', 'Plain table', '', undefined),
    '</w:styles>',
  ].join('');
}
