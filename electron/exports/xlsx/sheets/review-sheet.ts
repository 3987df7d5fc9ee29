import { reviewDispositions, reviewTargets } from '../../../../shared/domain/vocabulary.ts';
import type { ReportModel } from '../../report-model.ts';
import { aboutComment } from '../../sections/review-words.ts';
import { instant, references, type Sheet, tableSheet, words } from '../cells.ts';

/** The remarks of the independent reviewer and what became of them, one row each. */
export function reviewSheet(model: ReportModel): Sheet {
  return tableSheet(
    'Review',
    model.reviewComments,
    [
      {
        title: 'Kind',
        width: 14,
        about: 'What kind of thing the remark is about.',
        list: 'reviewTarget',
        cell: ({ noun }) => words(reviewTargets[noun]),
      },
      {
        title: 'About',
        width: 24,
        about: 'The finding or section that the remark is about; leads to a finding.',
        cell: (comment) =>
          comment.noun === 'finding' ? references([aboutComment(model, comment)]) : words(aboutComment(model, comment)),
      },
      { title: 'Comment', width: 50, about: 'What the reviewer remarked.', cell: ({ text }) => words(text) },
      {
        title: 'Written at',
        width: 23,
        about: 'When it was written, with the clock of the place.',
        kind: 'moment',
        cell: ({ writtenAt }) => instant(writtenAt),
      },
      { title: 'Written by', width: 20, about: 'Who wrote it.', cell: ({ writtenBy }) => words(writtenBy) },
      {
        title: 'Disposition',
        width: 14,
        about: 'What became of the remark.',
        list: 'disposition',
        cell: ({ disposition }) => words(reviewDispositions[disposition]),
      },
      { title: 'Answer', width: 50, about: 'What the audit team answered.', cell: ({ answer }) => words(answer) },
      {
        title: 'Answered at',
        width: 23,
        about: 'When it was answered, with the clock of the place.',
        kind: 'moment',
        cell: ({ answeredAt }) => instant(answeredAt),
      },
      { title: 'Answered by', width: 20, about: 'Who answered it.', cell: ({ answeredBy }) => words(answeredBy) },
    ],
    ({ id }) => `Review ${id}`,
    { about: 'Remarks of the independent reviewer and what became of them.', from: 'The review', key: 1, caption: 2 },
  );
}
