// Writes the client's spreadsheets of the sample audit: node build/sample/write-workbooks.ts
import path from 'node:path';
import ExcelJS from 'exceljs';
import sharp from 'sharp';
import { controls, groups } from './documents/applicability.ts';

const sample = path.resolve(import.meta.dirname, '../../assets/sample');
const petrol = 'FF1F4E5F';

function makeWorkbook(): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Brackenfjord Mutual (invented sample organisation)';
  workbook.created = new Date('2026-09-02T08:00:00Z');
  workbook.modified = new Date('2026-09-02T14:12:00Z');
  return workbook;
}

function styleHeader(row: ExcelJS.Row): void {
  row.font = { bold: true, color: { argb: 'FFFFFFFF' } };
  row.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: petrol } };
    cell.alignment = { vertical: 'middle', wrapText: true };
  });
}

function drawLogo(): Promise<Buffer> {
  return sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="360" height="96" font-family="Carlito,Calibri,sans-serif">
    <path d="M48 6 84 27v42L48 90 12 69V27Z" fill="#f2c14e"/><path d="M27 54q10-15 21 0t21 0" stroke="#1f4e5f" stroke-width="7" fill="none" stroke-linecap="round"/>
    <text x="104" y="48" font-size="34" font-weight="700" fill="#1f4e5f">Brackenfjord</text><text x="104" y="78" font-size="24" fill="#1f4e5f">Mutual (invented)</text></svg>`),
  )
    .png()
    .toBuffer();
}

function addCover(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.addWorksheet('Cover');
  sheet.columns = [{ width: 4 }, { width: 26 }, { width: 52 }];
  sheet.mergeCells('B3:C3');
  sheet.getCell('B3').value = 'Statement of Applicability';
  sheet.getCell('B3').font = { bold: true, size: 20, color: { argb: petrol } };
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
  facts.forEach(([label, value], index) => {
    const row = sheet.getRow(6 + index);
    row.getCell(2).value = label;
    row.getCell(2).font = { bold: true };
    row.getCell(3).value = value;
    row.getCell(3).alignment = { horizontal: 'left' };
    if (value instanceof Date) {
      row.getCell(3).numFmt = 'd mmmm yyyy';
    }
  });
}

function addStatement(workbook: ExcelJS.Workbook, logo: Buffer): void {
  const sheet = workbook.addWorksheet('SoA', { views: [{ state: 'frozen', ySplit: 7 }] });
  sheet.columns = [{ width: 15 }, { width: 44 }, { width: 15 }, { width: 62 }, { width: 40 }, { width: 24 }, { width: 12, hidden: true }];
  const picture = workbook.addImage({ base64: `data:image/png;base64,${logo.toString('base64')}`, extension: 'png' });
  sheet.addImage(picture, { tl: { col: 0, row: 0 }, ext: { width: 240, height: 64 } });
  sheet.mergeCells('A1:B4');
  sheet.mergeCells('C2:F2');
  sheet.getCell('C2').value = 'SOA-06  Statement of Applicability  v2.1';
  sheet.getCell('C2').font = { bold: true, size: 14 };
  sheet.mergeCells('C3:F3');
  sheet.getCell('C3').value = 'Internal. Printed copies are not controlled.';
  const header = sheet.getRow(7);
  header.values = ['Control', 'Title', 'Applicable?', 'Justification (in or out)', 'Implementation', 'Owner', 'Key'];
  styleHeader(header);
  let number = 8;
  let group = '';
  for (const control of controls) {
    if (control.group !== group) {
      group = control.group;
      sheet.mergeCells(`A${number}:F${number}`);
      sheet.getCell(`A${number}`).value = `${group}  ${groups[group] ?? 'Own controls'}`;
      sheet.getCell(`A${number}`).font = { bold: true, color: { argb: petrol } };
      number += 1;
    }
    const row = sheet.getRow(number);
    row.values = [control.id, control.title, control.applicable, control.justification, control.implementation, control.owner, `k${number}`];
    row.alignment = { vertical: 'top', wrapText: true };
    number += 1;
  }
  sheet.getCell(`A${number + 1}`).value = 'End of statement';
  sheet.pageSetup = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '7:7' };
}

function addLegend(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.addWorksheet('Legend');
  sheet.columns = [{ width: 18 }, { width: 70 }];
  sheet.addRow(['Word', 'Meaning']).font = { bold: true };
  sheet.addRow(['R-07', 'Number of the treatment in plan RTP-05']);
  sheet.addRow(['Yes, x, ✓', 'The control is applied']);
  sheet.addRow(['No, N/A', 'The control is left out']);
}

async function writeStatement(): Promise<void> {
  const workbook = makeWorkbook();
  addCover(workbook);
  addStatement(workbook, await drawLogo());
  addLegend(workbook);
  await workbook.xlsx.writeFile(path.join(sample, 'soa.xlsx'));
}

const assessments: (string | Date)[][] = [
  ['AIA-003', 'Mail sorter', '4', new Date('2024-03-14'), 'First', 'Low', 'Chief risk officer', 'Approved', new Date('2026-03-14'), 'Replaced by AIA-010'],
  ['AIA-005', 'Claims triage', '2.0', new Date('2024-06-10'), 'First', 'High', 'Chief risk officer', 'Approved with 4 conditions', new Date('2025-06-10'), 'Replaced by AIA-008'],
  ['AIA-008', 'Claims triage', '2.1', new Date('2025-06-08'), 'Interval', 'High', 'Chief risk officer', 'Approved with 2 conditions', new Date('2026-06-08'), 'Current'],
  ['AIA-010', 'Mail sorter', '5', new Date('2025-09-30'), 'Interval', 'Low', 'Chief risk officer', 'Approved', new Date('2027-09-30'), 'Current'],
  ['AIA-011', 'Photo estimate (study)', 'draft', new Date('2026-01-30'), 'First', 'High', 'Chief risk officer', 'Refused, not built', '', 'Closed'],
  ['AIA-012', 'Broker assist', '0.9', new Date('2026-05-20'), 'First', 'Medium', 'Chief risk officer', 'Approved with 3 conditions', new Date('2027-11-20'), 'Replaced by AIA-013'],
  ['AIA-013', 'Broker assist', '1.0', new Date('2026-08-28'), 'Change d', 'Medium', 'Chief risk officer', 'Approved with 1 condition', new Date('2028-02-28'), 'Current'],
];

async function writeRegister(): Promise<void> {
  const workbook = makeWorkbook();
  const sheet = workbook.addWorksheet('IAP-07-R1', { views: [{ state: 'frozen', ySplit: 3 }] });
  sheet.getCell('A1').value = 'Register of AI system impact assessments IAP-07-R1, as of 13 October 2026';
  sheet.getCell('A1').font = { bold: true, size: 14, color: { argb: petrol } };
  sheet.getRow(3).values = ['Number', 'System', 'Version assessed', 'Date', 'Reason', 'Impact', 'Decided by', 'Decision', 'Next due', 'State'];
  sheet.getRow(3).height = 22;
  styleHeader(sheet.getRow(3));
  assessments.forEach((cells, index) => {
    sheet.getRow(4 + index).values = cells;
  });
  [10, 24, 17, 14, 12, 10, 20, 28, 14, 24].forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  for (const column of [4, 9]) {
    sheet.getColumn(column).numFmt = 'yyyy-mm-dd';
    sheet.getColumn(column).alignment = { horizontal: 'left' };
  }
  sheet.autoFilter = { from: 'A3', to: 'J10' };
  await workbook.xlsx.writeFile(path.join(sample, 'files/IAP-07-R1 impact assessment register.xlsx'));
}

await writeStatement();
await writeRegister();
