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
      { title: 'Kind', width: 14, cell: ({ noun }) => words(reviewTargets[noun]) },
      {
        title: 'About',
        width: 24,
        cell: (comment) =>
          comment.noun === 'finding' ? references([aboutComment(model, comment)]) : words(aboutComment(model, comment)),
      },
      { title: 'Comment', width: 50, cell: ({ text }) => words(text) },
      { title: 'Written at', width: 23, cell: ({ writtenAt }) => instant(writtenAt) },
      { title: 'Written by', width: 20, cell: ({ writtenBy }) => words(writtenBy) },
      { title: 'Disposition', width: 14, cell: ({ disposition }) => words(reviewDispositions[disposition]) },
      { title: 'Answer', width: 50, cell: ({ answer }) => words(answer) },
      { title: 'Answered at', width: 23, cell: ({ answeredAt }) => instant(answeredAt) },
      { title: 'Answered by', width: 20, cell: ({ answeredBy }) => words(answeredBy) },
    ],
    ({ id }) => `Review ${id}`,
  );
}
