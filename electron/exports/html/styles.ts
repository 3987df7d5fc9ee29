// The look of the report on the screen and in PDF, made from the theme that Word's styles are made from.

import type { ReportDocument, Tone } from '../blocks.ts';
import {
  colours,
  figureSize,
  fonts,
  hashSize,
  page,
  type ParagraphStyle,
  paragraphStyles,
  strongColour,
  tones,
} from '../docx/theme.ts';

const declarations = (style: ParagraphStyle): string =>
  [
    `font-size:${style.size}pt`,
    `font-weight:${style.bold ? 600 : 400}`,
    `line-height:${(1.22 * (style.line ?? 1)).toFixed(3)}`,
    `margin:${style.before ?? 0}pt 0 ${style.after ?? 0}pt ${style.indent ?? 0}mm`,
    style.colour ? `color:#${style.colour}` : '',
    style.align ? `text-align:${style.align === 'right' ? 'end' : 'center'}` : '',
    style.spacing === undefined ? '' : `letter-spacing:${style.spacing}pt`,
    style.fill ? `background:#${style.fill}` : '',
    style.border
      ? `border-${style.border.side}:${style.border.width}pt solid #${style.border.colour};padding-${style.border.side}:${style.border.space}pt`
      : '',
    style.keepNext ? 'break-after:avoid' : '',
  ]
    .filter(Boolean)
    .join(';');

const hatching = `repeating-linear-gradient(-45deg,#${colours.lineStrong} 0 1px,transparent 1px 4px)`;

const toneRules = (Object.keys(tones) as Tone[]).map((tone) => {
  const { fill, ink, hatched } = tones[tone];
  const strong = strongColour(tone);
  return (
    `.tone-${tone}{background:${hatched ? `${hatching},` : ''}#${fill};color:#${ink}}.tone-${tone} p,.tone-${tone} a{color:inherit}` +
    `.ink-${tone}{color:#${strong}}.bar-${tone}{border-left:2.6mm solid #${strong};padding-left:3mm}`
  );
});

const layout = `
.report{font-family:${fonts.text},Carlito,"Segoe UI",sans-serif;color:#${colours.ink};background:#${colours.paper};font-variant-numeric:tabular-nums;text-align:start}
.report *{box-sizing:border-box}
.report :is(p,h1,h2,h3,dl,dd,figure){padding:0;overflow-wrap:anywhere;white-space:pre-line}
.report :is(dl,dd,figure){margin:0}
.report a{color:#${colours.accent};text-decoration:none}
.report a:hover{text-decoration:underline}
.report .bold{font-weight:600}
.report .muted{color:#${colours.ink3}}
.report :is(.question-id,.sample){color:#${colours.ink3}}
.report .hash{font-family:"${fonts.mono}",monospace;font-size:${hashSize}pt}
.report .chip{padding:0 1.6mm;border-radius:1mm;font-size:.86em;white-space:nowrap}
.report .line path{fill:none;stroke:#8a94a3;stroke-width:2}
.report .signature path{fill:none;stroke:#1f2937;stroke-width:5;stroke-linecap:round;stroke-linejoin:round}
.report table{width:100%;border-collapse:collapse;table-layout:fixed;margin-bottom:3mm}
.report .facts{table-layout:auto}
.report .table{border-bottom:.5pt solid #${colours.lineStrong}}
.report .table :is(th,td){border-top:.5pt solid #${colours.line};padding:1.1mm 2mm 1.2mm 0;vertical-align:top}
.report .table thead th{border-top:0;border-bottom:.75pt solid #${colours.lineStrong};text-align:start}
.report .table th.CellHeadRight{text-align:end}
.report .table td[class]{padding-left:1.6mm}
.report .facts :is(th,td){padding:1.1mm 2mm 1.2mm 0;vertical-align:top;text-align:start}
.report .strip{display:flex;flex-wrap:wrap;gap:3mm 6mm;margin-bottom:4mm}
.report .strip>div{flex:1;min-width:22mm;display:flex;flex-direction:column}
.report .coverage th{width:52mm;padding-right:2.5mm}
.report .coverage td{display:flex;flex-wrap:wrap;gap:.9mm}
.report .coverage .MapCell{min-width:12.4mm;padding:.5mm 0}
.report .coverage a{color:inherit}
.report .figures{display:grid;grid-template-columns:1fr 1fr;gap:3mm 6mm}
.report .figures img{display:block;max-width:${figureSize.width}mm;max-height:${figureSize.height}mm;width:auto;height:auto;object-fit:contain}
.report .bars{display:block;width:100%;height:auto;font-family:inherit}
.report .contents a{color:inherit}
.report .contents b{display:inline-block;min-width:11mm;font-weight:inherit}
.report .cover{padding-bottom:12mm}
.report .cover .Subtitle+.facts{margin-top:20mm}
`;

/** The styles of the report on a screen. */
export const reportStyles = (): string =>
  [
    layout,
    ...Object.entries(paragraphStyles).map(([name, style]) => `.report .${name}{${declarations(style)}}`),
    // On a screen no page begins with a section.
    '@media screen{.report :is(.Heading1,.AnnexHeading,.TOCHeading){margin-top:14mm}}',
    ...toneRules.map((rules) => rules.replaceAll(/(^|})\./g, '$1.report .').replaceAll(/,\./g, ',.report .')),
  ].join('\n');

const quoted = (text: string) => `"${text.replaceAll(/[^\P{C}]/gu, ' ').replaceAll(/[\\"]/g, '\\$&')}"`;

/** What printing adds: pages with header and footer, turned ones among them, and what stays together. */
export function printStyles({ header, product, blocks }: ReportDocument): string {
  const box = `font:8.5pt ${fonts.text},Carlito,sans-serif;color:#${colours.ink3}`;
  const edges =
    `@top-left{content:${quoted(header.left)};${box}}@top-right{content:${quoted(header.right)};${box}}` +
    `@bottom-left{content:${quoted(product)};${box}}@bottom-right{content:"Page " counter(page) " of " counter(pages);${box}}`;
  const cover = `@page :first{margin-top:${page.coverTop}mm;@top-left{content:""}@top-right{content:""}}`;
  return `
@page{size:A4;margin:${page.top}mm ${page.side}mm ${page.bottom}mm;${edges}}
@page turned{size:A4 landscape}
${blocks[0]?.kind === 'cover' ? cover : ''}
html,body{margin:0;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.report .turned{page:turned}
.report :is(.Heading1,.AnnexHeading,.TOCHeading){break-before:page}
.report .turned>:is(.Heading1,.AnnexHeading):first-child{break-before:auto}
.report :is(tr.whole,figure,.strip,.chart,.coverage tr){break-inside:avoid}
.report thead{display:table-header-group}
.report p{orphans:2;widows:2}
`;
}
