import { signatureSides } from '../../../../shared/domain/vocabulary.ts';
import type { ReportModel } from '../../report-model.ts';
import { amount, instant, type Sheet, tableSheet, words } from '../cells.ts';
import { looks } from '../theme.ts';

/** Who signed which version of the report, one row each. */
export function signaturesSheet(model: ReportModel): Sheet {
  return tableSheet(
    'Signatures',
    model.signatures,
    [
      { title: 'Name', width: 28, about: 'Who signed.', cell: ({ name }) => words(name, looks.strong) },
      { title: 'Role', width: 28, about: 'In what role.', cell: ({ role }) => words(role) },
      {
        title: 'For',
        width: 16,
        about: 'For which side.',
        list: 'signatureSide',
        cell: ({ side }) => words(signatureSides[side]),
      },
      {
        title: 'Version',
        width: 9,
        about: 'The version of the report that was signed.',
        kind: 'amount',
        cell: ({ version }) => amount(version),
      },
      {
        title: 'Signed at',
        width: 23,
        about: 'When it was signed, with the clock of the place.',
        kind: 'moment',
        cell: ({ signedAt }) => instant(signedAt),
      },
      {
        title: 'Drawn',
        width: 9,
        about: 'Whether the signature was drawn or only typed.',
        cell: ({ drawing }) => words(drawing === '' ? 'No, typed' : 'Yes'),
      },
    ],
    ({ id }) => `Signature ${id}`,
    { about: 'Who signed which version of the report.', from: 'The signature' },
  );
}
