import type { ReportModel, ReportNote } from '../../report-model.ts';
import { amount, instant, references, type Sheet, tableSheet, words } from '../cells.ts';
import { looks } from '../theme.ts';

/** Whether a line is a correction, or was corrected: a reader of one line must not miss the other. */
function correctionOf({ correctsLine, correctedBy }: ReportNote): string {
  const parts = [
    correctsLine === 0 ? '' : `Corrects line ${correctsLine}`,
    correctedBy === 0 ? '' : `Corrected by line ${correctedBy}`,
  ];
  return parts.filter(Boolean).join('; ');
}

/** The running notes, one row per line in the order they were written, with what became of each. */
export function notesSheet(model: ReportModel): Sheet {
  return tableSheet(
    'Notes',
    model.notes,
    [
      { title: 'Line', width: 8, cell: ({ line }) => amount(line, looks.count) },
      { title: 'Written at', width: 23, cell: ({ at }) => instant(at) },
      { title: 'By', width: 18, cell: ({ by }) => words(by) },
      { title: 'Text', width: 70, cell: ({ text }) => words(text) },
      { title: 'Correction', width: 20, cell: (note) => words(correctionOf(note)) },
      { title: 'Became', width: 24, cell: ({ became }) => references(became) },
    ],
    ({ line }) => `line ${line}`,
  );
}
