// Writes the client's Statement of Applicability, flaws included: node build/sample/write-statement.ts
import path from 'node:path';
import type ExcelJS from 'exceljs';
import sharp from 'sharp';
import { groups, readStatementLines, type StatementLine } from './documents/applicability.ts';
import { makeWorkbook, petrol, styleHeader } from './workbook.ts';

const file = path.resolve(import.meta.dirname, '../../assets/sample/soa.xlsx');
const headerRow = 7;

const logo = `<svg xmlns="http://www.w3.org/2000/svg" width="360" height="96" font-family="Carlito,Calibri,sans-serif">
  <path d="M48 6 84 27v42L48 90 12 69V27Z" fill="#f2c14e"/>
  <path d="M27 54q10-15 21 0t21 0" stroke="#1f4e5f" stroke-width="7" fill="none" stroke-linecap="round"/>
  <text x="104" y="48" font-size="34" font-weight="700" fill="#1f4e5f">Brackenfjord</text>
  <text x="104" y="78" font-size="24" fill="#1f4e5f">Mutual (invented)</text></svg>`;

const facts: [string, string | Date][] = [
  ['Document', 'SOA-06'],
  ['Standard', 'ISO/IEC 42001:2023, Annex A'],
  ['Version', '2.1'],
  ['Date', new Date('2026-09-02T00:00:00Z')],
  ['Approved by', 'Chief risk officer'],
  ['Prepared by', 'AIMS manager'],
  ['Replaces', 'Version 2.0 of 11 May 2026'],
  ['Organisation', 'Brackenfjord Mutual (invented sample organisation)'],
];

function addCover(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.addWorksheet('Cover');
  sheet.columns = [{ width: 4 }, { width: 26 }, { width: 52 }];
  sheet.mergeCells('B3:C3');
  sheet.getCell('B3').value = 'Statement of Applicability';
  sheet.getCell('B3').font = { name: 'Calibri', bold: true, size: 20, color: { argb: petrol } };
  for (const [index, [label, value]] of facts.entries()) {
    const row = sheet.getRow(6 + index);
    row.getCell(2).value = label;
    row.getCell(2).font = { name: 'Calibri', size: 11, bold: true };
    row.getCell(3).value = value;
    row.getCell(3).alignment = { horizontal: 'left' };
    if (value instanceof Date) {
      row.getCell(3).numFmt = 'd mmmm yyyy';
    }
  }
}

function addTop(workbook: ExcelJS.Workbook, sheet: ExcelJS.Worksheet, picture: Buffer): void {
  const base64 = `data:image/png;base64,${picture.toString('base64')}`;
  const image = workbook.addImage({ base64, extension: 'png' });
  sheet.addImage(image, { tl: { col: 0, row: 0 }, ext: { width: 240, height: 64 } });
  sheet.mergeCells('A1:B4');
  sheet.mergeCells('C2:F2');
  sheet.getCell('C2').value = 'SOA-06  Statement of Applicability  v2.1';
  sheet.getCell('C2').font = { name: 'Calibri', bold: true, size: 14 };
  sheet.mergeCells('C3:F3');
  sheet.getCell('C3').value = 'Internal. Printed copies are not controlled.';
}

function addStatement(workbook: ExcelJS.Workbook, picture: Buffer, lines: StatementLine[]): void {
  const sheet = workbook.addWorksheet('SoA', { views: [{ state: 'frozen', ySplit: headerRow }] });
  sheet.columns = [15, 62, 15, 62, 40, 24].map((width) => ({ width }));
  sheet.getColumn(7).hidden = true;
  addTop(workbook, sheet, picture);
  const header = sheet.getRow(headerRow);
  header.values = ['Control', 'Title', 'Applicable?', 'Justification (in or out)', 'Implementation', 'Owner', 'Key'];
  styleHeader(header);
  let number = headerRow + 1;
  let group = '';
  for (const line of lines) {
    if (line.group !== group) {
      group = line.group;
      sheet.mergeCells(`A${number}:F${number}`);
      sheet.getCell(`A${number}`).value = group in groups ? `${group}  ${groups[group]}` : 'Own controls';
      sheet.getCell(`A${number}`).font = { name: 'Calibri', size: 11, bold: true, color: { argb: petrol } };
      number += 1;
    }
    const row = sheet.getRow(number);
    row.values = [...line.cells.map((cell) => (cell === '' ? null : cell)), `k${number}`];
    row.alignment = { vertical: 'top', wrapText: true };
    number += 1;
  }
  sheet.getCell(`A${number + 1}`).value = 'End of statement';
  const printTitlesRow = `${headerRow}:${headerRow}`;
  sheet.pageSetup = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow };
}

function addLegend(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.addWorksheet('Legend');
  sheet.columns = [{ width: 18 }, { width: 70 }];
  sheet.addRow(['Word', 'Meaning']).font = { name: 'Calibri', size: 11, bold: true };
  sheet.addRow(['R-07', 'Number of the treatment in plan RTP-05']);
  sheet.addRow(['Yes, x, ✓', 'The control is applied']);
  sheet.addRow(['No, N/A', 'The control is left out']);
}

const workbook = makeWorkbook();
addCover(workbook);
addStatement(workbook, await sharp(Buffer.from(logo)).png().toBuffer(), await readStatementLines());
addLegend(workbook);
await workbook.xlsx.writeFile(file);
