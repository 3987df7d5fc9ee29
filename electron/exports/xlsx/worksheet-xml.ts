import type { Cell, Sheet } from './cells.ts';
import type { Workbook } from './compose-workbook.ts';
import { protectionXml, validationsXml } from './form.ts';
import { fitRow } from './row-heights.ts';
import type { Styles } from './styles.ts';
import { cleanText, escapeCoded, escapeXml } from './xml-text.ts';

/** Texts of a workbook, each stored once. */
export interface SharedStrings {
  /** The position of a text. */
  add(text: string): number;
  /** The content of `xl/sharedStrings.xml`. */
  xml(): string;
}

/** The first line of every part. */
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The name space of sheets, styles and texts. */
export const mainSpace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Text that somebody could take for a formula when it is edited or re-read. */
const formulaLike = /^[=+\-@\t\n]/;

/** The name of a column, from 0: A, B, … Z, AA, … */
export function columnName(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));
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
    xml() {
      let xml = `${declaration}<sst xmlns="${mainSpace}" count="${uses}" uniqueCount="${positions.size}">`;
      for (const text of positions.keys()) {
        xml += `<si><t xml:space="preserve">${escapeXml(escapeCoded(text))}</t></si>`;
      }
      return `${xml}</sst>`;
    },
  };
}

/** The range that a table covers, such as `A1:N1201`. */
export function tableRange({ widths, rows }: Sheet): string {
  return `A1:${columnName(widths.length - 1)}${rows.length}`;
}

function cellXml({ value, look }: Cell, place: string, styles: Styles, strings: SharedStrings): string {
  if (value === null || value === '') return `<c r="${place}" s="${styles.indexOf(look, false)}"/>`;
  if (typeof value === 'number') return `<c r="${place}" s="${styles.indexOf(look, false)}"><v>${value}</v></c>`;
  const style = styles.indexOf(look, formulaLike.test(value));
  return `<c r="${place}" s="${style}" t="s"><v>${strings.add(value)}</v></c>`;
}

function rowsXml(sheet: Sheet, letters: string[], styles: Styles, strings: SharedStrings): string {
  let xml = '';
  for (const [index, row] of sheet.rows.entries()) {
    const number = index + 1;
    const fixed = sheet.heights.get(number);
    const height = fixed ?? fitRow(row, sheet.widths, sheet.table && index === 0);
    xml += `<row r="${number}" ht="${height}"${fixed === undefined ? '' : ' customHeight="1"'}>`;
    for (const [column, cell] of row.entries()) xml += cellXml(cell, `${letters[column]}${number}`, styles, strings);
    xml += '</row>';
  }
  return xml;
}

function hyperlinksXml(sheet: Sheet, letters: string[], places: ReadonlyMap<string, string>): string {
  let xml = '';
  for (const [index, row] of sheet.rows.entries()) {
    for (const [column, { goesTo }] of row.entries()) {
      if (goesTo === undefined) continue;
      xml += `<hyperlink ref="${letters[column]}${index + 1}" location="${escapeXml(places.get(goesTo) ?? '')}"/>`;
    }
  }
  return xml && `<hyperlinks>${xml}</hyperlinks>`;
}

/** The content of one sheet's part. The order of its elements is fixed by the format. */
export function worksheetXml(
  sheet: Sheet,
  position: number,
  workbook: Workbook,
  styles: Styles,
  strings: SharedStrings,
): string {
  const { widths, merges, rows, table, form } = sheet;
  const letters = widths.map((_, index) => columnName(index));
  const range = tableRange(sheet);
  const pane = table
    ? '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>' +
      '<selection pane="topRight"/><selection pane="bottomLeft"/><selection pane="bottomRight" activeCell="B2" sqref="B2"/>'
    : '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>';
  const columns = widths.map((width, index) => {
    const look = sheet.columnLooks?.[index];
    const style = look ? ` style="${styles.indexOf(look, false)}"` : '';
    const hidden = form?.hidden.includes(index) ? ' hidden="1"' : '';
    return `<col min="${index + 1}" max="${index + 1}" width="${width}"${style}${hidden} customWidth="1"/>`;
  });
  const footer = escapeXml(`&L${cleanText(workbook.footer).replaceAll('&', '&&')}&C&A&RPage &P of &N`);
  return [
    `${declaration}<worksheet xmlns="${mainSpace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="${range}"/>`,
    `<sheetViews><sheetView showGridLines="0"${position === 0 ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}`,
    `</sheetView></sheetViews><sheetFormatPr defaultRowHeight="13.5"/><cols>${columns.join('')}</cols>`,
    `<sheetData>${rowsXml(sheet, letters, styles, strings)}</sheetData>`,
    protectionXml(form),
    table ? `<autoFilter ref="${range}"/>` : '',
    merges.length > 0
      ? `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : '',
    validationsXml(form),
    hyperlinksXml(sheet, letters, workbook.places),
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${form?.pagesWide ?? 1}" fitToHeight="0"/>`,
    `<headerFooter><oddFooter>${footer}</oddFooter></headerFooter>`,
    // Ids such as 8.4 are text that looks like a number; without this every one gets a warning mark.
    rows.length > 1 ? `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors>` : '',
    '</worksheet>',
  ].join('');
}
