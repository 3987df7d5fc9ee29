import type { Sheet } from './cells.ts';
import type { Workbook } from './compose-workbook.ts';
import { pagesAcross } from './defined-names.ts';
import { declaration, mainSpace, officeSpace } from './parts.ts';
import { columnName, sheetRange } from './places.ts';
import { protectionXml } from './form.ts';
import { fitRow } from './row-heights.ts';
import { conditionsXml, validationsXml } from './sheet-rules-xml.ts';
import type { Styles } from './styles.ts';
import type { TextPart } from './text-part.ts';
import { looks } from './theme.ts';
import { cleanText, escapeCoded, escapeXml } from './xml-text.ts';

/** Texts of a workbook, each stored once. */
export interface SharedStrings {
  /** The position of a text. */
  add(text: string): number;
  /** Writes the content of `xl/sharedStrings.xml`. */
  write(part: TextPart): void;
}

/** Longest head or foot of a page that spreadsheet programs take. */
const longestMargin = 250;

/** Whether somebody could take a text for a formula when it is edited or re-read: = + - @ or a tabulator or line end. */
function isFormulaLike(text: string): boolean {
  const code = text.charCodeAt(0);
  return code === 61 || code === 43 || code === 45 || code === 64 || code === 9 || code === 10;
}

/** An empty set of shared texts. */
export function createSharedStrings(): SharedStrings {
  const positions = new Map<string, number>();
  let uses = 0;
  return {
    add(text) {
      uses += 1;
      const known = positions.get(text);
      if (known !== undefined) return known;
      positions.set(text, positions.size);
      return positions.size - 1;
    },
    write(part) {
      part.add(`${declaration}<sst xmlns="${mainSpace}" count="${uses}" uniqueCount="${positions.size}">`);
      for (const text of positions.keys())
        part.add(`<si><t xml:space="preserve">${escapeXml(escapeCoded(text))}</t></si>`);
      part.add('</sst>');
    },
  };
}

/** The rows of a sheet into its part. */
function writeRows(part: TextPart, sheet: Sheet, letters: string[], styles: Styles, strings: SharedStrings): void {
  const { rows, widths, heights, table } = sheet;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? [];
    const number = index + 1;
    const fixed = heights.get(number);
    const height = fixed ?? fitRow(row, widths, table && index === 0);
    let xml = `<row r="${number}" ht="${height}"${fixed === undefined ? '>' : ' customHeight="1">'}`;
    for (let column = 0; column < row.length; column += 1) {
      const { value = null, look = looks.body } = row[column] ?? {};
      xml += `<c r="${letters[column]}${number}" s="`;
      if (value === null || value === '') xml += `${styles.indexOf(look, false)}"/>`;
      else if (typeof value === 'number') xml += `${styles.indexOf(look, false)}"><v>${value}</v></c>`;
      else xml += `${styles.indexOf(look, isFormulaLike(value))}" t="s"><v>${strings.add(value)}</v></c>`;
    }
    part.add(`${xml}</row>`);
  }
}

function writeHyperlinks(part: TextPart, { rows }: Sheet, letters: string[]): void {
  let any = false;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? [];
    for (let column = 0; column < row.length; column += 1) {
      const link = row[column]?.link;
      if (link === undefined) continue;
      if (!any) part.add('<hyperlinks>');
      any = true;
      part.add(`<hyperlink ref="${letters[column]}${index + 1}" location="${escapeXml(link)}"/>`);
    }
  }
  if (any) part.add('</hyperlinks>');
}

/** A text in the head or foot of a page; `&` has a meaning there and stands twice. */
function marginText(text: string): string {
  const clean = cleanText(text).replaceAll(/\s+/g, ' ');
  const short = clean.length > longestMargin / 2 ? `${clean.slice(0, longestMargin / 2 - 1).toWellFormed()}…` : clean;
  return short.replaceAll('&', '&&');
}

function marginsXml({ header, footer }: Workbook): string {
  const head = header ? escapeXml(`&L${marginText(header[0])}&R${marginText(header[1])}`) : '';
  const foot = escapeXml(`&L${marginText(footer)}&C&A&RPage &P of &N`);
  return `<headerFooter>${head && `<oddHeader>${head}</oddHeader>`}<oddFooter>${foot}</oddFooter></headerFooter>`;
}

const tablePane =
  '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>' +
  '<selection pane="topRight"/><selection pane="bottomLeft"/><selection pane="bottomRight" activeCell="B2" sqref="B2"/>';
const pagePane =
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>';

/** Writes the content of one sheet's part. The order of its elements is fixed by the format. */
export function writeWorksheet(
  part: TextPart,
  sheet: Sheet,
  position: number,
  workbook: Workbook,
  styles: Styles,
  strings: SharedStrings,
): void {
  const { widths, merges, rows, table, form, charts = [] } = sheet;
  const { lists = [] } = workbook;
  const letters = widths.map((_, index) => columnName(index));
  const range = sheetRange(sheet);
  const columns = widths.map((width, index) => {
    const look = sheet.columnLooks?.[index];
    const style = look ? ` style="${styles.indexOf(look, false)}"` : '';
    const hidden = form?.hidden.includes(index) ? ' hidden="1"' : '';
    return `<col min="${index + 1}" max="${index + 1}" width="${width}"${style}${hidden} customWidth="1"/>`;
  });
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  part.add(
    [
      `${declaration}<worksheet xmlns="${mainSpace}" xmlns:r="${officeSpace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
      `<dimension ref="${range}"/>`,
      `<sheetViews><sheetView showGridLines="0"${position === 0 ? ' tabSelected="1"' : ''} workbookViewId="0">`,
      table ? tablePane : pagePane,
      `</sheetView></sheetViews><sheetFormatPr defaultRowHeight="13.5"/><cols>${columns.join('')}</cols><sheetData>`,
    ].join(''),
  );
  writeRows(part, sheet, letters, styles, strings);
  part.add(
    [
      '</sheetData>',
      protectionXml(form),
      merged && `<mergeCells count="${merges.length}">${merged}</mergeCells>`,
      conditionsXml(sheet, lists, styles),
      validationsXml(sheet, lists),
    ].join(''),
  );
  writeHyperlinks(part, sheet, letters);
  part.add(
    [
      '<pageMargins left="0.4" right="0.4" top="0.7" bottom="0.6" header="0.3" footer="0.3"/>',
      `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${pagesAcross(sheet)}" fitToHeight="0" pageOrder="overThenDown"/>`,
      marginsXml(workbook),
      // Ids such as 8.4 are text that looks like a number; without this every one gets a warning mark.
      rows.length > 1 ? `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors>` : '',
      // The first relationship of a sheet is its drawing or its table; none of ours has both.
      charts.length > 0 ? '<drawing r:id="rId1"/>' : '',
      table ? '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' : '',
      '</worksheet>',
    ].join(''),
  );
}
