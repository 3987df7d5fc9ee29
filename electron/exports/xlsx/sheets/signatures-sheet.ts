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
      { title: 'Name', width: 28, cell: ({ name }) => words(name, looks.strong) },
      { title: 'Role', width: 28, cell: ({ role }) => words(role) },
      { title: 'For', width: 16, cell: ({ side }) => words(signatureSides[side]) },
      { title: 'Version', width: 9, cell: ({ version }) => amount(version) },
      { title: 'Signed at', width: 23, cell: ({ signedAt }) => instant(signedAt) },
      { title: 'Drawn', width: 9, cell: ({ drawing }) => words(drawing === '' ? 'No, typed' : 'Yes') },
    ],
    ({ id }) => `Signature ${id}`,
  );
}
