import { frameworks } from '../../../../shared/domain/crosswalks.ts';
import { isOpen } from '../../../../shared/domain/roll-up.ts';
import { verdicts } from '../../../../shared/domain/vocabulary.ts';
import type { ReportModel, ReportRequirement } from '../../report-model.ts';
import { frameworkIds } from '../../sections/crosswalk-rows.ts';
import { amount, type Column, linkCount, references, type Sheet, tableSheet, words } from '../cells.ts';
import { looks } from '../theme.ts';
import { questionsOf } from './checklist-sheet.ts';

/** What of a requirement was not looked at. */
function coverageOf({ isLeftOut, questions, result }: ReportRequirement): string {
  if (isLeftOut && questions.length === 0) return 'Left out of this audit';
  return result.partial ? 'Not audited in part' : '';
}

/** The places of a framework that a requirement links to; an asterisk marks a judgement of ours. */
const linksOf = (links: ReportRequirement['crosswalk']['nistAiRmf']) =>
  links.map(({ id, basis }) => (basis === 'judgement' ? `${id}*` : id)).join(', ');

const linkWidths = { nistAiRmf: 38, euAiAct: 28, iso27001: 24 } as const;

const catalogue = 'The catalogue';
const counted = 'Counted';

function columns(model: ReportModel): Column<ReportRequirement>[] {
  const groups = new Map(model.catalogue.groups.map(({ id, title }) => [id, title]));
  const licensed: Column<ReportRequirement> = {
    title: 'Text of the standard',
    width: 60,
    about: 'The text of the standard that the holder of the licence stored; not to be passed on.',
    from: 'The licensed text on this machine',
    cell: ({ licensedText }) => words(licensedText),
  };
  return [
    {
      title: 'Requirement',
      width: 14,
      about: 'The id of the requirement in the standard.',
      from: catalogue,
      cell: ({ id }) => words(id, looks.strong),
    },
    { title: 'Title', width: 44, about: 'Its title.', from: catalogue, cell: ({ title }) => words(title) },
    {
      title: 'Group',
      width: 28,
      about: 'The clause or group of controls that it belongs to.',
      from: catalogue,
      cell: ({ group }) => words(`${group} ${groups.get(group) ?? ''}`.trim()),
    },
    {
      title: 'Result',
      width: 16,
      about: 'What all answers together say about it: the worst one counts.',
      list: 'verdict',
      cell: ({ result }) => words(verdicts[result.verdict]),
    },
    {
      title: 'Coverage',
      width: 20,
      about: 'What of it was not looked at, or that the audit leaves it out.',
      cell: (requirement) => words(coverageOf(requirement)),
    },
    {
      title: 'Findings',
      width: 18,
      about: 'Numbers of the findings that cite it; leads to them.',
      from: 'The findings',
      cell: ({ findings }) => references(findings),
    },
    {
      title: 'Number of findings',
      width: 11,
      about: 'How many they are; leads to them one by one.',
      from: counted,
      kind: 'amount',
      cell: ({ findings }) => linkCount(findings),
    },
    {
      title: 'Themes',
      width: 16,
      about: 'The themes of AI governance that it belongs to; the Summary names them.',
      from: catalogue,
      cell: ({ themes }) => words(themes.join(', ')),
    },
    ...frameworkIds.map(
      (framework): Column<ReportRequirement> => ({
        title: frameworks[framework],
        width: linkWidths[framework],
        about: 'Places of that framework that cover the same ground; an asterisk marks a judgement.',
        from: catalogue,
        cell: ({ crosswalk }) => words(linksOf(crosswalk[framework])),
      }),
    ),
    ...(model.requirements.some(({ licensedText }) => licensedText !== '') ? [licensed] : []),
    {
      title: 'Questions',
      width: 12,
      about: 'How many questions ask about it; leads to the first in the checklist.',
      from: counted,
      kind: 'amount',
      cell: ({ id, questions }) => ({ ...amount(questions.length), targets: [questionsOf(id)] }),
    },
    {
      title: 'Answered',
      width: 12,
      about: 'How many of them have an answer.',
      from: counted,
      kind: 'amount',
      cell: ({ questions }) => amount(questions.filter(({ verdict }) => !isOpen(verdict)).length),
    },
  ];
}

/** Every requirement with its result, whether it has a question or not. */
export function requirementsSheet(model: ReportModel): Sheet {
  return tableSheet('Requirements', model.requirements, columns(model), ({ id }) => id, {
    about: 'Every requirement of the standard with its result.',
    from: 'Worked out from the answers',
    caption: 1,
  });
}
