import { exceptionsOf } from '../../../../shared/domain/samples.ts';
import { sampleMethods } from '../../../../shared/domain/vocabulary.ts';
import type { ReportModel } from '../../report-model.ts';
import { amount, references, type Sheet, tableSheet, words } from '../cells.ts';

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
      { title: 'Requirement', width: 13, cell: ({ requirement }) => references([requirement]) },
      { title: 'Question id', width: 14, cell: ({ question }) => words(question.id) },
      { title: 'AI system', width: 16, cell: ({ question }) => words(question.aiSystem) },
      { title: 'Population', width: 30, cell: ({ sample }) => words(sample.population) },
      { title: 'Population size', width: 12, cell: ({ sample }) => amount(sample.populationSize) },
      { title: 'Sample size', width: 10, cell: ({ sample }) => amount(sample.size) },
      { title: 'Method', width: 14, cell: ({ sample }) => words(sampleMethods[sample.method]) },
      { title: 'Seed', width: 12, cell: ({ sample }) => words(sample.seed) },
      { title: 'Source', width: 26, cell: ({ sample }) => words(sample.source) },
      { title: 'Items', width: 34, cell: ({ sample }) => words(sample.items.join('\n')) },
      { title: 'Exceptions', width: 11, cell: ({ sample }) => amount(exceptionsOf(sample).length) },
      { title: 'What was not as it should be', width: 40, cell: ({ sample }) => words(sample.exceptions) },
    ],
    ({ sample }) => sample.id,
    1,
  );
}
