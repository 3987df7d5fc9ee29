// Writes the client's register of impact assessments: node build/sample/write-register.ts
import path from 'node:path';
import { makeWorkbook, petrol, styleHeader } from './workbook.ts';

const folder = path.resolve(import.meta.dirname, '../../assets/sample/files');
const heading = 'Number;System;Version assessed;Date;Reason;Impact;Decided by;Decision;Next due;State';

const assessments = `
AIA-003;Mail sorter;4;2024-03-14;First;Low;Chief risk officer;Approved;2026-03-14;Replaced by AIA-010
AIA-005;Claims triage;2.0;2024-06-10;First;High;Chief risk officer;Approved with 4 conditions;2025-06-10;Replaced by AIA-008
AIA-008;Claims triage;2.1;2025-06-08;Interval;High;Chief risk officer;Approved with 2 conditions;2026-06-08;Current
AIA-010;Mail sorter;5;2025-09-30;Interval;Low;Chief risk officer;Approved;2027-09-30;Current
AIA-011;Photo estimate (study);draft;2026-01-30;First;High;Chief risk officer;Refused, not built;;Closed
AIA-012;Broker assist;0.9;2026-05-20;First;Medium;Chief risk officer;Approved with 3 conditions;2027-11-20;Replaced by AIA-013
AIA-013;Broker assist;1.0;2026-08-28;Change d;Medium;Chief risk officer;Approved with 1 condition;2028-02-28;Current`;

/** Dates become real dates, everything else stays text. */
function readCell(text: string): string | Date {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : text;
}

const workbook = makeWorkbook();
const sheet = workbook.addWorksheet('IAP-07-R1', { views: [{ state: 'frozen', ySplit: 3 }] });
sheet.getCell('A1').value = 'Register of AI system impact assessments IAP-07-R1, as of 13 October 2026';
sheet.getCell('A1').font = { name: 'Calibri', bold: true, size: 14, color: { argb: petrol } };
sheet.getRow(3).values = heading.split(';');
styleHeader(sheet.getRow(3));
for (const [index, line] of assessments.trim().split('\n').entries()) {
  sheet.getRow(4 + index).values = line.split(';').map(readCell);
}
for (const [index, width] of [10, 24, 17, 14, 12, 10, 20, 28, 14, 24].entries()) {
  sheet.getColumn(index + 1).width = width;
}
for (const column of [4, 9]) {
  sheet.getColumn(column).numFmt = 'yyyy-mm-dd';
  sheet.getColumn(column).alignment = { horizontal: 'left' };
}
sheet.pageSetup = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
sheet.autoFilter = { from: 'A3', to: 'J10' };
await workbook.xlsx.writeFile(path.join(folder, 'IAP-07-R1 impact assessment register.xlsx'));
