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
      {
        title: 'Line',
        width: 8,
        about: 'Its place in the notes, from 1.',
        from: 'Counted',
        kind: 'amount',
        cell: ({ line }) => amount(line, looks.count),
      },
      {
        title: 'Written at',
        width: 23,
        about: 'When it was written, with the clock of the place.',
        kind: 'moment',
        cell: ({ at }) => instant(at),
      },
      { title: 'By', width: 18, about: 'Who wrote it.', cell: ({ by }) => words(by) },
      { title: 'Text', width: 70, about: 'What was written; it is never changed.', cell: ({ text }) => words(text) },
      {
        title: 'Correction',
        width: 20,
        about: 'The line that it corrects, or the newest line that corrects it.',
        cell: (note) => words(correctionOf(note)),
      },
      {
        title: 'Became',
        width: 24,
        about: 'The evidence, findings and answers that were made from it; leads to them.',
        from: 'Links of the line',
        cell: ({ became }) => references(became),
      },
    ],
    ({ line }) => `line ${line}`,
    { about: 'The running notes in the order they were written.', from: 'The note', caption: 3 },
  );
}
