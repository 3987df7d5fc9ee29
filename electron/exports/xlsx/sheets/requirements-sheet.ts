import { frameworks } from '../../../../shared/domain/crosswalks.ts';
import { isOpen } from '../../../../shared/domain/roll-up.ts';
import { verdicts } from '../../../../shared/domain/vocabulary.ts';
import type { ReportModel, ReportRequirement } from '../../report-model.ts';
import { frameworkIds } from '../../sections/crosswalk-rows.ts';
import { amount, references, type Sheet, tableSheet, words } from '../cells.ts';
import { looks, verdictLooks } from '../theme.ts';

/** What of a requirement was not looked at. */
function coverageOf({ isLeftOut, questions, result }: ReportRequirement): string {
  if (isLeftOut && questions.length === 0) return 'Left out of this audit';
  return result.partial ? 'Not audited in part' : '';
}

/** The places of a framework that a requirement links to; an asterisk marks a judgement of ours. */
const linksOf = (links: ReportRequirement['crosswalk']['nistAiRmf']) =>
  links.map(({ id, basis }) => (basis === 'judgement' ? `${id}*` : id)).join(', ');

const linkWidths = { nistAiRmf: 38, euAiAct: 28, iso27001: 24 } as const;

/** Every requirement with its result, whether it has a question or not. */
export function requirementsSheet(model: ReportModel): Sheet {
  const groups = new Map(model.catalogue.groups.map(({ id, title }) => [id, title]));
  const licensed = model.requirements.some(({ licensedText }) => licensedText !== '')
    ? [
        {
          title: 'Text of the standard',
          width: 60,
          cell: ({ licensedText }: ReportRequirement) => words(licensedText),
        },
      ]
    : [];
  return tableSheet(
    'Requirements',
    model.requirements,
    [
      {
        title: 'Requirement',
        width: 14,
        cell: ({ id, questions }) =>
          questions.length > 0 ? { ...references([id]), look: looks.link } : words(id, looks.strong),
      },
      { title: 'Title', width: 44, cell: ({ title }) => words(title) },
      { title: 'Group', width: 28, cell: ({ group }) => words(`${group} ${groups.get(group) ?? ''}`.trim()) },
      {
        title: 'Result',
        width: 16,
        cell: ({ result }) => words(verdicts[result.verdict], verdictLooks[result.verdict]),
      },
      { title: 'Coverage', width: 20, cell: (requirement) => words(coverageOf(requirement)) },
      { title: 'Findings', width: 18, cell: ({ findings }) => references(findings) },
      { title: 'Themes', width: 16, cell: ({ themes }) => words(themes.join(', ')) },
      ...frameworkIds.map((framework) => ({
        title: frameworks[framework],
        width: linkWidths[framework],
        cell: ({ crosswalk }: ReportRequirement) => words(linksOf(crosswalk[framework])),
      })),
      ...licensed,
      { title: 'Questions', width: 12, cell: ({ questions }) => amount(questions.length) },
      {
        title: 'Answered',
        width: 12,
        cell: ({ questions }) => amount(questions.filter(({ verdict }) => !isOpen(verdict)).length),
      },
    ],
    ({ id }) => id,
  );
}
