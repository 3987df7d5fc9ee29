import type { ReportModel } from '../../report-model.ts';
import { amount, type Column, instant, type Sheet, tableSheet, words } from '../cells.ts';

type Version = ReportModel['issues'][number];

const hashOf = (title: string, what: string, hash: (version: Version) => string): Column<Version> => ({
  title,
  width: 34,
  about: `The hash of ${what}: proof that it has not changed since.`,
  cell: (version) => words(hash(version)),
});

const columns: Column<Version>[] = [
  {
    title: 'Version',
    width: 9,
    about: 'The number of the version, from 1.',
    kind: 'amount',
    cell: ({ version }) => amount(version),
  },
  {
    title: 'Issued at',
    width: 23,
    about: 'When it was issued, with the clock of the place.',
    kind: 'moment',
    cell: ({ issuedAt }) => instant(issuedAt),
  },
  { title: 'Issued by', width: 20, about: 'Who issued it.', cell: ({ issuedBy }) => words(issuedBy) },
  {
    title: 'Released by',
    width: 20,
    about: 'The independent reviewer who released it.',
    cell: ({ releasedBy }) => words(releasedBy),
  },
  { title: 'Reason', width: 40, about: 'Why a corrected version was issued.', cell: ({ reason }) => words(reason) },
  {
    title: 'Differences',
    width: 60,
    about: 'What differs from the version before.',
    cell: ({ differences }) => words(differences),
  },
  {
    title: 'File name',
    width: 34,
    about: 'The name of the issued files.',
    cell: ({ fileName }) => words(fileName),
  },
  hashOf('SHA-256 of the Word report', 'the Word report', ({ word }) => word),
  hashOf('SHA-256 of the Excel workbook', 'the Excel workbook', ({ excel }) => excel),
  hashOf('SHA-256 of the PDF', 'the PDF', ({ pdf }) => pdf),
  hashOf('SHA-256 of what was printed', 'everything that the version printed', ({ model }) => model),
  hashOf('Hash of the newest change', 'the newest change that the version contains', ({ head }) => head),
];

/** The issued versions of the report, one row each. No file can hold its own hash; the next version has it. */
export function versionsSheet(model: ReportModel): Sheet {
  return tableSheet('Versions', model.issues, columns, ({ version }) => `Version ${version}`, {
    about: 'The issued versions of the report, with hashes.',
    from: 'The issue of the report',
    caption: 6,
  });
}
