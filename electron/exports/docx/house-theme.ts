// The look of one report: the usual one, over it what its base document has, over that what its layout says.
import { readableOnWhite } from '../../../shared/domain/colours.ts';
import type { ReportHouseLayout } from '../report-model.ts';
import type { BaseEdge, BaseLook, BaseStyle, StyleLook } from './base-look.ts';
import { factsOf } from './font-facts.ts';
import { type ParagraphStyle, type ParagraphStyleId, type Theme, usualTheme } from './theme.ts';

/** The style of a base document that one of ours looks like. */
const basedOn: Partial<Record<ParagraphStyleId, BaseStyle>> = {
  Normal: 'Normal',
  Title: 'Title',
  Subtitle: 'Subtitle',
  Heading1: 'heading 1',
  AnnexHeading: 'heading 1',
  TOCHeading: 'heading 1',
  Heading2: 'heading 2',
  ListHeading: 'heading 2',
  Heading3: 'heading 3',
  Caption: 'caption',
  TOC1: 'toc 1',
  TOC2: 'toc 2',
  Header: 'header',
  Footer: 'footer',
};

const headings: readonly ParagraphStyleId[] = [
  'Title',
  'Heading1',
  'AnnexHeading',
  'TOCHeading',
  'Heading2',
  'ListHeading',
  'Heading3',
];
/** Headings that have the accent, as long as no colour of headings is named. */
const accented: readonly ParagraphStyleId[] = ['Heading2', 'ListHeading'];

/** What stands in places of a fixed width, which a wider font would not fit into at the same size. */
const measured: readonly ParagraphStyleId[] = [
  'Cell',
  'CellRight',
  'CellHead',
  'CellHeadRight',
  'Fact',
  'CoverFact',
  'MapLabel',
  'MapCell',
  'StripLabel',
  'TOC1',
  'TOC2',
  'TableofFigures',
  'Header',
  'Footer',
];
const smallest = 7;

/** A size at which words of the font take about the room of the usual one; halves of a point. */
const fitted = (size: number, font: string) =>
  Math.max(Math.min(size, smallest), Math.floor((size * 2) / Math.max(1, factsOf(font).width)) / 2);

/** What a base says about a look counts, also where it says that something is not there. */
function dressed(style: ParagraphStyle, look: StyleLook | undefined): ParagraphStyle {
  if (!look) return style;
  const { bold: _b, italic: _i, caps: _c, border, fill: _f, spacing: _s, align: _a, ...rest } = style;
  // Lines of header and footer stay where the base has none: they keep our words apart from the text.
  const kept = style.rightTab === 'plain' && border && !look.border ? { border } : {};
  return { ...rest, ...kept, ...look };
}

const roomBeside = (edge: BaseEdge | undefined, from: number) => (edge ? from + edge.height + 12 : 0);

function pageOf(base: BaseLook | undefined): Theme['page'] {
  const page = { ...usualTheme.page, ...base?.page };
  // A header grows downwards and a footer upwards: the text makes room for both.
  return {
    ...page,
    top: Math.max(page.top, roomBeside(base?.header, page.header)),
    bottom: Math.max(page.bottom, roomBeside(base?.footer, page.footer)),
  };
}

function stylesOf(layout: ReportHouseLayout, base: BaseLook | undefined, theme: Theme): Theme['styles'] {
  const usual = usualTheme.styles;
  const size = base?.styles.Normal?.size ?? usual.Normal.size;
  const headingFont = layout.headingFont || (layout.textFont && !base ? layout.textFont : '');
  const styles: Partial<Record<ParagraphStyleId, ParagraphStyle>> = {};
  for (const [id, own] of Object.entries(usual) as [ParagraphStyleId, ParagraphStyle][]) {
    const look = base?.styles[basedOn[id] ?? 'Normal'];
    let style = basedOn[id] ? dressed(own, look) : own;
    // What is as large as the text stays so.
    if (!basedOn[id] && own.size === usual.Normal.size) style = { ...style, size };
    if (measured.includes(id)) style = { ...style, size: fitted(style.size, style.font ?? theme.fonts.text) };
    if (headings.includes(id)) {
      if (headingFont) style = { ...style, font: headingFont };
      if (layout.headingColour) style = { ...style, colour: readableOnWhite(layout.headingColour) };
      else if (layout.accent && accented.includes(id)) style = { ...style, colour: theme.colours.accent };
    } else if (id === 'Normal' || layout.textFont) {
      const { font: _font, ...rest } = style;
      style = rest;
    }
    if (layout.accent && style.rightTab === 'plain' && style.border)
      style = { ...style, border: { ...style.border, colour: theme.colours.accent } };
    if (style.font === theme.fonts.text) {
      const { font: _font, ...rest } = style;
      style = rest;
    }
    styles[id] = style;
  }
  return styles as Theme['styles'];
}

/** The look of a report with a layout of the house and its base document, if it has them. Changes nothing. */
export function themeOf(layout: ReportHouseLayout | null, base?: BaseLook): Theme {
  if (layout === null) return usualTheme;
  const text = layout.textFont || base?.styles.Normal?.font || usualTheme.fonts.text;
  const ofHeadings = base?.styles['heading 2']?.colour ?? base?.styles['heading 1']?.colour;
  const colours = {
    ...usualTheme.colours,
    ink: base?.styles.Normal?.colour ?? usualTheme.colours.ink,
    accent: layout.accent ? readableOnWhite(layout.accent) : (ofHeadings ?? usualTheme.colours.accent),
  };
  const { width, line } = factsOf(text);
  const theme: Theme = {
    colours,
    fonts: { ...usualTheme.fonts, text },
    page: pageOf(base),
    styles: usualTheme.styles,
    letters: { width, line },
    ...(base?.header ? { header: base.header } : {}),
    ...(base?.footer ? { footer: base.footer } : {}),
  };
  return { ...theme, styles: stylesOf(layout, base, theme) };
}
