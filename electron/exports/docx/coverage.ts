import { type CoverageBlock, type CoverageCell, textWidth } from '../blocks.ts';
import { type Bookmarks, inkStyle, paragraphXml, reference, wordsXml } from './inline.ts';
import { cellXml, openTable, tableCaptionXml, twips, wholeRow } from './tables.ts';
import { colours, tones } from './theme.ts';
import { textRun } from './xml-text.ts';

const mapColumns = 9;
/** Width of the labels in millimetres, with the room to the cells. */
export const mapLabel = 46;
export const mapLabelGap = 2.5;
const mapCell = (textWidth - mapLabel) / mapColumns;
const labelProperties = `<w:tcMar><w:right w:w="${twips(mapLabelGap)}" w:type="dxa"/></w:tcMar><w:vAlign w:val="center"/>`;

/** The coverage map: a line per group (more where a group is long), a cell per requirement, linked to its result. */
export function coverageXml(block: CoverageBlock, bookmarks: Bookmarks): string {
  const widths = [mapLabel, ...Array.from({ length: mapColumns }, () => mapCell)];
  const parts = [openTable({ style: 'PlainTable', name: block.name, widths, header: false })];
  for (const line of block.rows) {
    const { cells } = line;
    for (let from = 0; from < Math.max(cells.length, 1); from += mapColumns) {
      const label = from === 0 ? coverageLabel(line) : '';
      parts.push(
        `<w:tr>${wholeRow}`,
        cellXml(mapLabel, paragraphXml('MapLabel', wordsXml(label), label, { keepNext: true }), labelProperties),
      );
      const shown = cells.slice(from, from + mapColumns);
      for (const cell of shown) parts.push(coverageCell(cell));
      const rest = mapColumns - shown.length;
      if (rest > 0) parts.push(cellXml(mapCell * rest, paragraphXml('MapCell', ''), `<w:gridSpan w:val="${rest}"/>`));
      parts.push('</w:tr>');
    }
  }
  parts.push('</w:tbl>', tableCaptionXml(block.caption, bookmarks, false));
  return parts.join('');
}

const edge = (side: string) => `<w:${side} w:val="single" w:sz="18" w:space="0" w:color="${colours.paper}"/>`;

function coverageCell({ place, isLinked, verdict, letter }: CoverageCell): string {
  const { fill, hatched } = tones[verdict];
  const shade = hatched
    ? `<w:shd w:val="thinDiagStripe" w:color="${colours.lineStrong}" w:fill="${fill}"/>`
    : `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`;
  const borders = `<w:tcBorders>${['top', 'left', 'bottom', 'right'].map(edge).join('')}</w:tcBorders>`;
  const margins =
    '<w:tcMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>';
  const style = inkStyle(verdict);
  const look = `<w:rStyle w:val="${style}"/>`;
  const name = isLinked ? reference(place, place, style) : textRun(place, look);
  const content = name + textRun(` ${letter}`, `${look}<w:b/>`);
  return cellXml(mapCell, paragraphXml('MapCell', content, '', { keepNext: true }), borders + shade + margins);
}

/** Longest title beside a line of the map, in characters: it takes two lines of the label. */
const longestTitle = 60;

/** What stands beside a line of the map. */
export function coverageLabel({ id, title }: CoverageBlock['rows'][number]): string {
  const cut = title.lastIndexOf(' ', longestTitle - 1) + 1 || longestTitle - 1;
  return `${id}\u00a0 ${title.length <= longestTitle ? title : `${title.slice(0, cut).trimEnd()} …`}`;
}
