import { impacts, lifecycleStages, systemRoles } from '../../../../shared/domain/vocabulary.ts';
import type { ReportModel } from '../../report-model.ts';
import { amount, references, type Sheet, tableSheet, words } from '../cells.ts';
import { looks } from '../theme.ts';

const yesOrNo = (value: boolean) => (value ? 'Yes' : 'No');

/** The AI systems of the auditee: what is recorded about each, whether it was sampled and why, what is about it. */
export function systemsSheet(model: ReportModel): Sheet {
  const questions = Map.groupBy(
    model.requirements.flatMap((requirement) => requirement.questions),
    ({ aiSystem }) => aiSystem,
  );
  const findingsAbout = (id: string) =>
    model.findings.filter(({ aiSystems }) => aiSystems.includes(id)).map(({ number }) => number);
  return tableSheet(
    'AI systems',
    model.aiSystems,
    [
      {
        title: 'AI system',
        width: 28,
        about: 'The name of the AI system.',
        cell: ({ name }) => words(name, looks.strong),
      },
      { title: 'Purpose', width: 46, about: 'What it is used for.', cell: ({ purpose }) => words(purpose) },
      {
        title: 'Role',
        width: 12,
        about: 'The role of the organisation for it.',
        list: 'systemRole',
        cell: ({ role }) => words(systemRoles[role]),
      },
      {
        title: 'Life-cycle stage',
        width: 26,
        about: 'How far it is in its life cycle.',
        list: 'lifecycle',
        cell: ({ lifecycle }) => words(lifecycleStages[lifecycle]),
      },
      {
        title: 'Impact',
        width: 14,
        about: 'How much it can affect people, as the organisation assessed it.',
        list: 'impact',
        cell: ({ impact }) => words(impacts[impact]),
      },
      { title: 'Owner', width: 22, about: 'Who answers for it.', cell: ({ owner }) => words(owner) },
      {
        title: 'Supplier',
        width: 22,
        about: 'Who supplies it or parts of it.',
        cell: ({ supplier }) => words(supplier),
      },
      {
        title: 'In scope',
        width: 10,
        about: 'Whether it belongs to the scope of the management system.',
        list: 'yesNo',
        cell: ({ inScope }) => words(yesOrNo(inScope)),
      },
      {
        title: 'Sampled',
        width: 10,
        about: 'Whether this audit looked at it.',
        list: 'yesNo',
        cell: ({ sampled }) => words(yesOrNo(sampled)),
      },
      {
        title: 'Why',
        width: 46,
        about: 'Why it was sampled or not.',
        cell: ({ samplingReason }) => words(samplingReason),
      },
      {
        title: 'Questions',
        width: 11,
        about: 'How many questions of the checklist ask about it.',
        from: 'Counted',
        kind: 'amount',
        cell: ({ name }) => amount(questions.get(name)?.length ?? 0),
      },
      {
        title: 'Findings',
        width: 18,
        about: 'Numbers of the findings about it; leads to them.',
        from: 'The findings',
        cell: ({ id }) => references(findingsAbout(id)),
      },
    ],
    ({ name }) => `AI system ${name}`,
    { about: 'The AI systems, and which of them were sampled and why.', from: 'The AI system', caption: 1 },
  );
}
