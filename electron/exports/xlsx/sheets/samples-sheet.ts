import { exceptionsOf } from '../../../../shared/domain/samples.ts';
import { sampleMethods } from '../../../../shared/domain/vocabulary.ts';
import type { ReportModel } from '../../report-model.ts';
import { amount, references, type Sheet, tableSheet, words } from '../cells.ts';
import { questionPlace } from './checklist-sheet.ts';

/** Every sample, one row each, with all that is needed to draw it again. */
export function samplesSheet(model: ReportModel): Sheet {
  const records = model.requirements.flatMap((requirement) =>
    requirement.questions.flatMap((question) =>
      question.samples.map((sample) => ({ requirement: requirement.id, question, sample })),
    ),
  );
  return tableSheet(
    'Samples',
    records,
    [
      {
        title: 'Requirement',
        width: 13,
        about: 'The requirement that the sample was drawn for; leads to it.',
        from: 'The question',
        cell: ({ requirement }) => references([requirement]),
      },
      {
        title: 'Question id',
        width: 14,
        about: 'The question that the sample answers; leads to the checklist.',
        from: 'The question',
        cell: ({ question }) => references([questionPlace(question)], [question.id]),
      },
      {
        title: 'AI system',
        width: 16,
        about: 'The AI system that the question is asked about.',
        from: 'The question',
        cell: ({ question }) => words(question.aiSystem),
      },
      {
        title: 'Population',
        width: 30,
        about: 'What the sample was drawn from.',
        cell: ({ sample }) => words(sample.population),
      },
      {
        title: 'Population size',
        width: 12,
        about: 'How many there are in all.',
        kind: 'amount',
        cell: ({ sample }) => amount(sample.populationSize),
      },
      {
        title: 'Sample size',
        width: 10,
        about: 'How many were looked at.',
        kind: 'amount',
        cell: ({ sample }) => amount(sample.size),
      },
      {
        title: 'Method',
        width: 14,
        about: 'How they were chosen.',
        list: 'sampleMethod',
        cell: ({ sample }) => words(sampleMethods[sample.method]),
      },
      {
        title: 'Seed',
        width: 12,
        about: 'The number that gives the same random choice again.',
        cell: ({ sample }) => words(sample.seed),
      },
      {
        title: 'Source',
        width: 26,
        about: 'Where the list of the population came from.',
        cell: ({ sample }) => words(sample.source),
      },
      {
        title: 'Items',
        width: 34,
        about: 'What was looked at, one item a line.',
        cell: ({ sample }) => words(sample.items.join('\n')),
      },
      {
        title: 'Exceptions',
        width: 11,
        about: 'How many were not as they should be.',
        from: 'Counted',
        kind: 'amount',
        cell: ({ sample }) => amount(exceptionsOf(sample).length),
      },
      {
        title: 'What was not as it should be',
        width: 40,
        about: 'The exceptions in words, one a line.',
        cell: ({ sample }) => words(sample.exceptions),
      },
    ],
    ({ sample }) => sample.id,
    { about: 'Every sample with all that is needed to draw it again.', from: 'The sample', key: 1, caption: 3 },
  );
}
