import { confidentialityLevels, evidenceKinds, evidenceMethods } from '../../../../shared/domain/vocabulary.ts';
import type { ReportModel } from '../../report-model.ts';
import { amount, instant, references, type Sheet, tableSheet, words } from '../cells.ts';
import { looks } from '../theme.ts';

/** The evidence register, one row each, hashes whole. */
export function evidenceSheet(model: ReportModel): Sheet {
  return tableSheet(
    'Evidence',
    model.evidence,
    [
      { title: 'Number', width: 10, cell: ({ number }) => words(number, looks.strong) },
      { title: 'Title', width: 30, cell: ({ title }) => words(title) },
      { title: 'Kind', width: 13, cell: ({ kind }) => words(evidenceKinds[kind]) },
      { title: 'Method', width: 11, cell: ({ method }) => words(evidenceMethods[method]) },
      { title: 'Source', width: 18, cell: ({ source }) => words(source) },
      { title: 'Place', width: 14, cell: ({ place }) => words(place) },
      { title: 'Collected at', width: 23, cell: ({ collectedAt }) => instant(collectedAt) },
      { title: 'Collected by', width: 15, cell: ({ collectedBy }) => words(collectedBy) },
      { title: 'Permitted by', width: 14, cell: ({ permittedBy }) => words(permittedBy) },
      {
        title: 'Confidentiality',
        width: 15,
        cell: ({ confidentiality }) => words(confidentialityLevels[confidentiality]),
      },
      { title: 'AI systems', width: 13, cell: ({ systemNames }) => words(systemNames.join(', ')) },
      { title: 'Original name', width: 21, cell: ({ originalName }) => words(originalName) },
      { title: 'Size in bytes', width: 11, cell: ({ size }) => amount(size) },
      { title: 'SHA-256', width: 36, cell: ({ sha256 }) => words(sha256) },
      { title: 'Used in', width: 20, cell: ({ usedIn }) => references(usedIn) },
      { title: 'Caption', width: 30, cell: ({ caption }) => words(caption) },
      { title: 'Media type', width: 16, cell: ({ mediaType }) => words(mediaType) },
    ],
    ({ number }) => number,
  );
}
