import type { ReportModel } from '../../report-model.ts';
import { amount, instant, type Sheet, tableSheet, words } from '../cells.ts';

/** The issued versions of the report, one row each. No file can hold its own hash; the next version has it. */
export function versionsSheet(model: ReportModel): Sheet {
  return tableSheet(
    'Versions',
    model.issues,
    [
      { title: 'Version', width: 9, cell: ({ version }) => amount(version) },
      { title: 'Issued at', width: 23, cell: ({ issuedAt }) => instant(issuedAt) },
      { title: 'Issued by', width: 20, cell: ({ issuedBy }) => words(issuedBy) },
      { title: 'Released by', width: 20, cell: ({ releasedBy }) => words(releasedBy) },
      { title: 'Reason', width: 40, cell: ({ reason }) => words(reason) },
      { title: 'Differences', width: 60, cell: ({ differences }) => words(differences) },
      { title: 'File name', width: 34, cell: ({ fileName }) => words(fileName) },
      { title: 'SHA-256 of the Word report', width: 34, cell: ({ word }) => words(word) },
      { title: 'SHA-256 of the Excel workbook', width: 34, cell: ({ excel }) => words(excel) },
      { title: 'SHA-256 of the PDF', width: 34, cell: ({ pdf }) => words(pdf) },
      { title: 'SHA-256 of what was printed', width: 34, cell: ({ model: printed }) => words(printed) },
      { title: 'Hash of the newest change', width: 34, cell: ({ head }) => words(head) },
    ],
    ({ version }) => `Version ${version}`,
  );
}
