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
      { title: 'AI system', width: 28, cell: ({ name }) => words(name, looks.strong) },
      { title: 'Purpose', width: 46, cell: ({ purpose }) => words(purpose) },
      { title: 'Role', width: 12, cell: ({ role }) => words(systemRoles[role]) },
      { title: 'Life-cycle stage', width: 26, cell: ({ lifecycle }) => words(lifecycleStages[lifecycle]) },
      { title: 'Impact', width: 14, cell: ({ impact }) => words(impacts[impact]) },
      { title: 'Owner', width: 22, cell: ({ owner }) => words(owner) },
      { title: 'Supplier', width: 22, cell: ({ supplier }) => words(supplier) },
      { title: 'In scope', width: 10, cell: ({ inScope }) => words(yesOrNo(inScope)) },
      { title: 'Sampled', width: 10, cell: ({ sampled }) => words(yesOrNo(sampled)) },
      { title: 'Why', width: 46, cell: ({ samplingReason }) => words(samplingReason) },
      { title: 'Questions', width: 11, cell: ({ name }) => amount(questions.get(name)?.length ?? 0) },
      { title: 'Findings', width: 18, cell: ({ id }) => references(findingsAbout(id)) },
    ],
    ({ name }) => `AI system ${name}`,
  );
}
