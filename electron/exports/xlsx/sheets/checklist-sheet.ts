import { sampleLine } from '../../../../shared/domain/samples.ts';
import { verdicts } from '../../../../shared/domain/vocabulary.ts';
import type { ReportModel, ReportQuestion } from '../../report-model.ts';
import { capitalise } from '../../sections/wording.ts';
import { references, type Sheet, tableSheet, words } from '../cells.ts';
import { looks, verdictLooks } from '../theme.ts';

/** Where a question comes from. */
function sourceOf({ isOwn, control }: ReportQuestion): string {
  if (control) return `Exclusion of ${control}`;
  return isOwn ? 'Own' : 'Catalogue';
}

/** What was sampled: the free line, and under it each sample in one line. */
function sampledIn({ sampled, samples }: ReportQuestion): string {
  return [sampled.trim(), ...samples.map(sampleLine)].filter(Boolean).join('\n');
}

/** The whole checklist, one row per question. Links to a requirement go to its first question. */
export function checklistSheet(model: ReportModel): Sheet {
  const records = model.requirements.flatMap((requirement) => {
    return requirement.questions.map((question) => ({ requirement, question }));
  });
  return tableSheet(
    'Checklist',
    records,
    [
      { title: 'Requirement', width: 13, cell: ({ requirement }) => words(requirement.id, looks.strong) },
      { title: 'Requirement title', width: 19, cell: ({ requirement }) => words(requirement.title) },
      { title: 'Question id', width: 12, cell: ({ question }) => words(question.id) },
      { title: 'AI system', width: 14, cell: ({ question }) => words(question.aiSystem) },
      { title: 'Question', width: 34, cell: ({ question }) => words(question.text) },
      { title: 'Depth', width: 14, cell: ({ question }) => words(capitalise(question.depth)) },
      {
        title: 'Verdict',
        width: 15,
        cell: ({ question }) => words(verdicts[question.verdict], verdictLooks[question.verdict]),
      },
      { title: 'Reason', width: 25, cell: ({ question }) => words(question.reason) },
      { title: 'Notes', width: 46, cell: ({ question }) => words(question.notes) },
      { title: 'Interviewed', width: 16, cell: ({ question }) => words(question.interviewees.join(', ')) },
      { title: 'Sampled', width: 16, cell: ({ question }) => words(sampledIn(question)) },
      { title: 'Evidence', width: 18, cell: ({ question }) => references(question.evidence) },
      { title: 'Findings', width: 13, cell: ({ question }) => references(question.findings) },
      { title: 'Themes', width: 10, cell: ({ question }) => words(question.themes.join(', ')) },
      { title: 'Source', width: 14, cell: ({ question }) => words(sourceOf(question)) },
      { title: 'Parked', width: 10, cell: ({ question }) => words(question.parked ? 'Parked' : '') },
    ],
    ({ requirement }) => requirement.id,
    2,
  );
}
