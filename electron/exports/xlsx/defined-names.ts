// The names of a workbook: what is printed, what stands on every page, lists and counts.
import type { Sheet } from './cells.ts';
import type { Workbook } from './compose-workbook.ts';
import { absolute, onSheet, sheetRange } from './places.ts';
import { cleanText, escapeXml } from './xml-text.ts';

/** Width that one page shows so that it can still be read, in the units of a spreadsheet. */
const pageWidth = 260;

/** How many pages a sheet is wide. */
export function pagesAcross({ widths, form }: Pick<Sheet, 'widths' | 'form'>): number {
  if (form) return form.pagesWide;
  return Math.max(1, Math.round(widths.reduce((sum, width) => sum + width, 0) / pageWidth));
}

/** What every page of a sheet repeats: its header, and what names a row where one page does not show it all. */
export function repeated(sheet: Sheet): string {
  const rows = onSheet(sheet.name, '$1:$1');
  return pagesAcross(sheet) > 1 ? `${onSheet(sheet.name, '$A:$A')},${rows}` : rows;
}

/** What is printed of a sheet: everything. */
export const printArea = (sheet: Sheet): string => onSheet(sheet.name, absolute(sheetRange(sheet)));

/** The names of a workbook that formulas may use, with the ranges they stand for. */
export function ownNames({ sheets }: Pick<Workbook, 'sheets'>): [name: string, range: string][] {
  return sheets.flatMap(({ name, names = new Map<string, string>() }) =>
    [...names].map(([own, range]): [string, string] => [own, onSheet(name, range)]),
  );
}

/** The defined names of a workbook, in the order of their names as spreadsheet programs keep them. */
export function definedNamesXml(workbook: Workbook): string {
  const { sheets } = workbook;
  const of = (name: string, index: number, range: string) =>
    `<definedName name="${name}" localSheetId="${index}">${escapeXml(cleanText(range))}</definedName>`;
  const areas = sheets.map((sheet, index) => of('_xlnm.Print_Area', index, printArea(sheet)));
  const titles = sheets.map((sheet, index) => of('_xlnm.Print_Titles', index, repeated(sheet)));
  const own = ownNames(workbook)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, range]) => `<definedName name="${name}">${escapeXml(cleanText(range))}</definedName>`);
  return `<definedNames>${[...areas, ...titles, ...own].join('')}</definedNames>`;
}
