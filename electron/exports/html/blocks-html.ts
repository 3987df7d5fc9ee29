// The blocks of a report as HTML, each as Word shows it.
import type {
  Block,
  Caption,
  ChartBlock,
  ContentsBlock,
  CoverageBlock,
  CoverBlock,
  CoverLogo,
  FactsBlock,
  Figure,
  FiguresBlock,
  HeadingBlock,
  ReportDocument,
  StripBlock,
  TableBlock,
} from '../blocks.ts';
import { type Listed, lineStyle, listedIn, wordsOf } from '../docx/contents.ts';
import { bookmarkName } from '../docx/inline.ts';
import { headingStyles, paragraphLooks } from '../docx/theme.ts';
import { escapeXml } from '../docx/xml-text.ts';
import { chartHtml } from './chart-html.ts';
import { cellHtml, link, paragraphHtml, runsHtml } from './inline-html.ts';

/** Where the bytes of pictures come from: attributes of their `img`. */
export interface PictureSources {
  figure: (figure: Figure) => string;
  logo: (logo: CoverLogo) => string;
}

const pixels = (millimetres: number) => Math.round((millimetres * 96) / 25.4);

/** Ids of what the lists at the front lead to. */
type Ids = ReadonlyMap<object, string>;

const caption = (label: string, { number }: { number: number }, html: string, id: string | undefined) =>
  `<p class="Caption"${id ? ` id="${id}"` : ''} dir="auto">${label} ${number}. ${html}</p>`;

function headingHtml(block: HeadingBlock, ids: Ids): string {
  const { level, number, text, place, counted } = block;
  const style = counted === 'annex' ? 'AnnexHeading' : headingStyles[level];
  const own = place ? `<span id="${bookmarkName(place)}"></span>` : '';
  const id = ids.get(block);
  const words = number ? `<span class="number">${escapeXml(number)}</span> ${escapeXml(text)}` : escapeXml(text);
  return `<h${level} class="${style}"${id ? ` id="${id}"` : ''} dir="auto">${own}${words}</h${level}>`;
}

function tableHtml({ name, columns, rows, caption: title }: TableBlock, ids: Ids): string {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const share = (width: number) => `${((100 * width) / whole).toFixed(2)}%`;
  return [
    title ? caption('Table', title, escapeXml(title.text), ids.get(title)) : '',
    `<table class="table" aria-label="${escapeXml(name)}"><colgroup>`,
    // An attribute: the page allows no styles in the text of a document.
    ...columns.map(({ width }) => `<col width="${share(width)}"/>`),
    '</colgroup><thead><tr>',
    ...columns.map(
      ({ title: head, align }) => `<th scope="col" class="CellHead${align ? 'Right' : ''}">${escapeXml(head)}</th>`,
    ),
    '</tr></thead><tbody>',
    ...rows.map(({ cells, whole: isWhole }) => {
      const shown = cells.map(({ paragraphs, tone }, place) => {
        const style = columns[place]?.align === 'right' ? 'CellRight' : 'Cell';
        return `<td${tone ? ` class="tone-${tone}"` : ''}>${cellHtml(style, paragraphs)}</td>`;
      });
      return `<tr${isWhole ? ' class="whole"' : ''}>${shown.join('')}</tr>`;
    }),
    '</tbody></table>',
  ].join('');
}

function factsHtml(
  { name, labelWidth, rows, tone }: Pick<FactsBlock, 'name' | 'labelWidth' | 'rows' | 'tone'>,
  style: 'Fact' | 'CoverFact' = 'Fact',
): string {
  const bar = tone ? ` bar-${tone}` : '';
  const lines = rows.map(
    ({ label, paragraphs }) =>
      `<tr><th scope="row" class="${style}" width="${pixels(labelWidth)}">${escapeXml(label)}</th><td>${cellHtml('Cell', paragraphs)}</td></tr>`,
  );
  return `<table class="facts${bar}" aria-label="${escapeXml(name)}"><tbody>${lines.join('')}</tbody></table>`;
}

const stripHtml = ({ name, items }: StripBlock) =>
  `<dl class="strip" aria-label="${escapeXml(name)}">${items
    .map(
      ({ value, label, tone }) =>
        `<div><dd class="StripValue${tone ? ` ink-${tone}` : ''}">${escapeXml(value)}</dd><dt class="StripLabel">${escapeXml(label)}</dt></div>`,
    )
    .join('')}</dl>`;

const coverageHtml = (block: CoverageBlock, ids: Ids) =>
  `<table class="coverage" aria-label="${escapeXml(block.name)}"><tbody>${block.rows
    .map(
      ({ id, title, cells }) =>
        `<tr><th scope="row" class="MapLabel">${escapeXml(`${id}  ${title}`)}</th><td>${cells
          .map(
            ({ place, isLinked, verdict, letter }) =>
              `<span class="MapCell tone-${verdict}">${isLinked ? link(place, place) : escapeXml(place)} <b>${escapeXml(letter)}</b></span>`,
          )
          .join('')}</td></tr>`,
    )
    .join(
      '',
    )}</tbody></table>${caption('Table', block.caption, escapeXml(block.caption.text), ids.get(block.caption))}`;

const figuresHtml = ({ items }: FiguresBlock, ids: Ids, sourceOf: PictureSources['figure']) =>
  `<div class="figures">${items
    .map((figure) => {
      const { picture, place, alt } = figure;
      const id = bookmarkName(place);
      return `<figure id="${id}"><img ${sourceOf(figure)} alt="${escapeXml(alt)}" width="${picture.width}" height="${picture.height}" loading="lazy"/>${caption('Figure', figure, runsHtml(figure.caption), ids.get(figure))}${paragraphHtml('Note', runsHtml(figure.note))}</figure>`;
    })
    .join('')}</div>`;

function coverHtml(
  { title, subtitles, rows, note, logo, lines = [], houseNote }: CoverBlock,
  product: string,
  sourceOf: PictureSources['logo'],
): string {
  const facts = factsHtml({ name: 'The audit', labelWidth: 42, rows }, 'CoverFact');
  const picture = logo
    ? `<img class="logo" ${sourceOf(logo)} alt="${escapeXml(logo.alt)}" width="${pixels(logo.width)}" height="${pixels(logo.height)}"/>`
    : '';
  const address = lines.map((text) => paragraphHtml('CoverLine', escapeXml(text))).join('');
  return `<div class="cover">${picture}${address}${paragraphHtml('Title', escapeXml(title), 'h1')}${subtitles
    .map((text) => paragraphHtml('Subtitle', escapeXml(text)))
    .join(
      '',
    )}${facts}${houseNote ? paragraphHtml('Imprint', escapeXml(houseNote)) : ''}${paragraphHtml('Imprint', escapeXml(`Made with ${product}.`))}${note ? paragraphHtml('Imprint', escapeXml(note)) : ''}</div>`;
}

/** The lists at the front: contents, figures, tables, each line a link. */
function contentsHtml({ title, figures, tables }: ContentsBlock, listed: Listed, ids: Ids): string {
  const lines = (list: readonly (HeadingBlock | Caption | Figure)[], label: 'Table' | 'Figure' | '') =>
    list.map((entry) => {
      const style = 'kind' in entry ? lineStyle(entry) : 'TableofFigures';
      const [number = '', text] = wordsOf(entry, label).split('\t');
      const words = text === undefined ? escapeXml(number) : `<b>${escapeXml(number)}</b> ${escapeXml(text)}`;
      return paragraphHtml(style, `<a href="#${ids.get(entry)}">${words}</a>`);
    });
  const section = (heading: string, label: 'Table' | 'Figure', list: readonly (Caption | Figure)[]) =>
    list.length === 0 ? [] : [paragraphHtml('ListHeading', escapeXml(heading), 'h3'), ...lines(list, label)];
  const parts = [
    paragraphHtml('TOCHeading', escapeXml(title), 'h2'),
    ...lines(listed.headings, ''),
    ...section(figures, 'Figure', listed.figures),
    ...section(tables, 'Table', listed.tables),
  ];
  return `<nav class="contents" aria-label="${escapeXml(title)}">${parts.join('')}</nav>`;
}

function chartFigure(block: ChartBlock, ids: Ids): string {
  const words = caption('Figure', block.caption, escapeXml(block.caption.text), ids.get(block.caption));
  return `<figure class="chart" id="${bookmarkName(block.place)}">${chartHtml(block)}${words}</figure>`;
}

/** The document in HTML, without the page around it. Places have the ids that Word's bookmarks have. */
export function documentHtml(document: ReportDocument, sources: PictureSources): string {
  const listed = listedIn(document);
  const entries = [...listed.headings, ...listed.figures, ...listed.tables];
  const ids = new Map<object, string>(entries.map((entry, place) => [entry, `listed-${place}`]));
  const drawn: { [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => string } = {
    heading: (block) => headingHtml(block, ids),
    paragraph: ({ look, runs }) => paragraphHtml(look ? paragraphLooks[look] : 'Normal', runsHtml(runs)),
    callout: ({ paragraphs }) => cellHtml('Callout', paragraphs),
    table: (block) => tableHtml(block, ids),
    facts: (block) => factsHtml(block),
    strip: stripHtml,
    coverage: (block) => coverageHtml(block, ids),
    figures: (block) => figuresHtml(block, ids, sources.figure),
    cover: (block) => coverHtml(block, document.product, sources.logo),
    contents: (block) => contentsHtml(block, listed, ids),
    chart: (block) => chartFigure(block, ids),
    turn: ({ to }) => (to === 'landscape' ? '</div><div class="turned">' : '</div><div>'),
  };
  const parts = document.blocks.map((block) => (drawn[block.kind] as (one: Block) => string)(block));
  return `<div>${parts.join('')}</div>`;
}
