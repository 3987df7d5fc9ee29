// The look of the report on the screen and in PDF, made from the theme that Word's styles are made from.

import type { ReportDocument, Tone } from '../blocks.ts';
import { pageMark, pagesMark } from '../docx/base-look.ts';
import { fontStack } from '../docx/font-facts.ts';
import {
  figureSize,
  hashSize,
  type ParagraphStyle,
  strongColour,
  type Theme,
  tones,
  usualTheme,
} from '../docx/theme.ts';

const declarations = (style: ParagraphStyle): string =>
  [
    style.font ? `font-family:${fontStack(style.font)}` : '',
    style.italic ? 'font-style:italic' : '',
    style.caps ? 'text-transform:uppercase' : '',
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

const hatching = `repeating-linear-gradient(-45deg,#${usualTheme.colours.lineStrong} 0 1px,transparent 1px 4px)`;

const toneRules = (Object.keys(tones) as Tone[]).map((tone) => {
  const { fill, ink, hatched } = tones[tone];
  const strong = strongColour(tone);
  return (
    `.tone-${tone}{background:${hatched ? `${hatching},` : ''}#${fill};color:#${ink}}.tone-${tone} p,.tone-${tone} a{color:inherit}` +
    `.ink-${tone}{color:#${strong}}.bar-${tone}{border-left:2.6mm solid #${strong};padding-left:3mm}`
  );
});

const layout = ({ colours, fonts }: Theme) => `
.report{font-family:${fontStack(fonts.text)};color:#${colours.ink};background:#${colours.paper};font-variant-numeric:tabular-nums;text-align:start}
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
.report .logo{display:block;height:auto;margin-bottom:3mm}
`;

/** The styles of the report on a screen. */
export const reportStyles = (theme: Theme = usualTheme): string =>
  [
    layout(theme),
    ...Object.entries(theme.styles).map(([name, style]) => `.report .${name}{${declarations(style)}}`),
    // On a screen no page begins with a section.
    '@media screen{.report :is(.Heading1,.AnnexHeading,.TOCHeading){margin-top:14mm}}',
    ...toneRules.map((rules) => rules.replaceAll(/(^|})\./g, '$1.report .').replaceAll(/,\./g, ',.report .')),
  ].join('\n');

/** A text in quotes, with its line ends: a style sheet writes them as a code. */
const quoted = (text: string) =>
  `"${text
    .split('\n')
    .map((line) =>
      line
        .replaceAll(/[^\P{C}\u{f8f0}\u{f8f1}]/gu, ' ')
        .replaceAll(/[\\"]/g, '\\$&')
        // A style sheet stands in a page: no text of it may end the sheet.
        .replaceAll('<', '\\3c ')
        .replaceAll(pageMark, '" counter(page) "')
        .replaceAll(pagesMark, '" counter(pages) "'),
    )
    .join('\\a ')}"`;

/** What printing adds: pages with header and footer, turned ones among them, and what stays together. */
export function printStyles(
  { header, product, footer }: Pick<ReportDocument, 'header' | 'product' | 'footer'>,
  theme: Theme = usualTheme,
): string {
  const { colours, fonts, page } = theme;
  const box = `font:8.5pt ${fontStack(fonts.text)};color:#${colours.ink3};white-space:pre-line`;
  // Margins hold words only: of a base document those, without its pictures.
  const above = theme.header?.words ? `${theme.header.words}\n` : '';
  const below = theme.footer?.words ? `\n${theme.footer.words}` : '';
  const edges =
    `@top-left{content:${quoted(above + header.left)};${box}}@top-right{content:${quoted(header.right)};${box}}` +
    `@bottom-left{content:${quoted((footer ?? product) + below)};${box}}@bottom-right{content:${theme.footer?.countsPages ? '""' : '"Page " counter(page) " of " counter(pages)'};${box}}`;
  return `
@page{size:A4;margin:${page.top}mm ${page.side}mm ${page.bottom}mm;${edges}}
@page turned{size:A4 landscape}
@page :first{margin-top:${page.coverTop}mm;@top-left{content:""}@top-right{content:""}}
html,body{margin:0;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.report .turned{page:turned}
.report :is(.Heading1,.AnnexHeading,.TOCHeading){break-before:page}
.report .turned>:is(.Heading1,.AnnexHeading):first-child{break-before:auto}
.report :is(tr.whole,figure,.strip,.chart,.coverage tr){break-inside:avoid}
.report thead{display:table-header-group}
.report p{orphans:2;widows:2}
`;
}
