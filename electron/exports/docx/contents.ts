// The lists at the front: contents, figures, tables. Each is a real field that is already filled, each line a link.
import type { Caption, ContentsBlock, Figure, HeadingBlock, ReportDocument } from '../blocks.ts';
import { field, paragraphXml, plainText, wordsXml } from './inline.ts';
import { twips } from './tables.ts';
import { type ParagraphStyle, type ParagraphStyleId, paragraphStyles } from './theme.ts';

/** What the lists name, in the order of the document. */
export interface Listed {
  headings: HeadingBlock[];
  figures: (Caption | Figure)[];
  tables: Caption[];
}

/** The lists with the page of each entry. Without pages, the lists have names only. */
export interface Contents extends Listed {
  pageOf: ReadonlyMap<object, number> | undefined;
  marks: ReadonlyMap<object, string>;
}

/** Longest list of contents with its second level, in lines. */
const longestContents = 120;

/** Everything that the lists name. */
export function listedIn({ blocks }: ReportDocument): Listed {
  const headings = blocks.filter((block) => block.kind === 'heading');
  const upper = headings.filter(({ level }) => level <= 2);
  return {
    headings: upper.length <= longestContents ? upper : headings.filter(({ level }) => level === 1),
    figures: blocks.flatMap((block): (Caption | Figure)[] =>
      block.kind === 'chart' ? [block.caption] : block.kind === 'figures' ? block.items : [],
    ),
    tables: blocks.flatMap((block) =>
      block.kind === 'coverage' || (block.kind === 'table' && block.caption) ? (block.caption ?? []) : [],
    ),
  };
}

/** The bookmark of every entry: around the whole heading or caption. */
export function marksOf({ headings, figures, tables }: Listed): Map<object, string> {
  const name = (list: number, position: number) => `_Toc${list * 10_000_000 + position + 1}`;
  return new Map<object, string>(
    [headings, tables, figures].flatMap((list, place) =>
      list.map((entry, position): [object, string] => [entry, name(place + 1, position)]),
    ),
  );
}

/** The words of an entry as the list shows them. */
export function wordsOf(entry: HeadingBlock | Caption | Figure, label: 'Table' | 'Figure' | ''): string {
  if ('kind' in entry) return entry.number ? `${entry.number}\t${entry.text}` : entry.text;
  return `${label} ${entry.number}. ${'text' in entry ? entry.text : plainText(entry.caption)}`;
}

/** The style of the line of a heading. */
export const lineStyle = ({ level }: HeadingBlock): ParagraphStyleId => (level === 1 ? 'TOC1' : 'TOC2');

/** The list of contents, then those of figures and tables as far as there are any. */
export function contentsXml({ title, figures, tables }: ContentsBlock, contents: Contents): string {
  const deepest = Math.max(1, ...contents.headings.map(({ level }) => level));
  const lists = [
    [figures, 'Figure', contents.figures],
    [tables, 'Table', contents.tables],
  ] as const;
  return [
    paragraphXml('TOCHeading', wordsXml(title), title),
    ...listXml(`TOC \\o "1-${deepest}"`, '\\u', contents.headings, '', contents),
    ...lists.flatMap(([heading, label, entries]) =>
      entries.length === 0
        ? []
        : [
            paragraphXml('ListHeading', wordsXml(heading), heading),
            ...listXml(`TOC \\c "${label}"`, '', entries, label, contents),
          ],
    ),
  ].join('');
}

/** Takes away the left tabulators of a style, which are places for numbers. */
function clearedTabs(style: ParagraphStyleId): string {
  const { tabs = [] }: ParagraphStyle = paragraphStyles[style];
  return tabs.map((tab) => `<w:tab w:val="clear" w:pos="${twips(tab)}"/>`).join('');
}

function listXml(
  kind: string,
  more: string,
  entries: readonly (HeadingBlock | Caption | Figure)[],
  label: 'Table' | 'Figure' | '',
  { pageOf, marks }: Contents,
): string[] {
  const instruction = [kind, pageOf ? '' : '\\n', '\\h \\z', more].filter(Boolean).join(' ');
  const begin =
    `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText xml:space="preserve"> ${instruction} </w:instrText>` +
    '<w:fldChar w:fldCharType="separate"/></w:r>';
  const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
  return entries.map((entry, position) => {
    const name = marks.get(entry) ?? '';
    const words = wordsOf(entry, label);
    const at = pageOf?.get(entry);
    const number = at === undefined ? '' : `<w:r><w:tab/></w:r>${field(`PAGEREF ${name} \\h`, String(at))}`;
    const link = `<w:hyperlink w:anchor="${name}" w:history="1">${wordsXml(words)}${number}</w:hyperlink>`;
    const first = position === 0 ? begin : '';
    const last = position === entries.length - 1 ? end : '';
    // A line without a number goes straight to its page: the places for numbers would stop it half-way.
    const style = 'kind' in entry ? lineStyle(entry) : 'TableofFigures';
    const tabs = 'kind' in entry && !entry.number ? clearedTabs(style) : '';
    return paragraphXml(style, `${first}${link}${last}`, words, { tabs });
  });
}
