import ExcelJS from 'exceljs';

/** House colour of the invented client, as Excel wants it. */
export const petrol = 'FF1F4E5F';

/** An empty workbook with the client's name and fixed dates. */
export function makeWorkbook(): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Brackenfjord Mutual (invented sample organisation)';
  workbook.created = new Date('2026-09-02T08:00:00Z');
  workbook.modified = new Date('2026-09-02T14:12:00Z');
  return workbook;
}

/** Makes a row look like a table heading. */
export function styleHeader(row: ExcelJS.Row): void {
  row.font = { name: 'Calibri', size: 11, bold: true, color: { argb: 'FFFFFFFF' } };
  row.height = 22;
  row.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: petrol } };
    cell.alignment = { vertical: 'middle', wrapText: true };
  });
}
