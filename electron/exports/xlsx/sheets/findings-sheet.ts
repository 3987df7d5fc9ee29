import { closureStates } from '../../../../shared/domain/closure.ts';
import { auditeePositions, earlierStatuses } from '../../../../shared/domain/vocabulary.ts';
import type { ReportFinding, ReportModel, ReportQuestion } from '../../report-model.ts';
import { gradeNames } from '../../sections/grading.ts';
import { amount, type Column, day, instant, linkCount, references, type Sheet, tableSheet, words } from '../cells.ts';
import { looks } from '../theme.ts';
import { actionsOf } from './actions-sheet.ts';
import { questionPlace } from './checklist-sheet.ts';
import { decisionsOf } from './decisions-sheet.ts';

const closure = 'Worked out from grade and actions on the day of the export';

function columns(model: ReportModel): Column<ReportFinding>[] {
  const names = gradeNames(model);
  const questions = new Map<string, ReportQuestion>();
  for (const { questions: own } of model.requirements) for (const one of own) questions.set(one.itemId, one);
  return [
    {
      title: 'Number',
      width: 10,
      about: 'The number of the finding in this audit; it is never used again.',
      cell: ({ number }) => words(number, looks.strong),
    },
    {
      title: 'Grade',
      width: 16,
      about: 'How serious it is, in the words of the audit; the report defines them.',
      list: 'grade',
      cell: ({ grade }) => words(names[grade]),
    },
    {
      title: 'Heading',
      width: 19,
      about: 'What it is called; the beginning of its nature where nobody named it.',
      cell: ({ heading }) => words(heading),
    },
    {
      title: 'Requirement',
      width: 29,
      about: 'What the criteria ask for.',
      cell: ({ requirement }) => words(requirement),
    },
    { title: 'Evidence', width: 33, about: 'What was seen instead.', cell: ({ evidence }) => words(evidence) },
    { title: 'Nature', width: 29, about: 'What is not as it should be.', cell: ({ nature }) => words(nature) },
    {
      title: 'Reason for the grade',
      width: 21,
      about: 'Why it has this grade; the sheet Grade decisions has every decision.',
      cell: ({ gradeReason }) => words(gradeReason),
    },
    {
      title: 'Requirements',
      width: 15,
      about: 'Ids of the requirements that it cites; leads to them.',
      cell: ({ requirements }) => references(requirements),
    },
    {
      title: 'Raised from',
      width: 13,
      about: 'The question of the checklist that it was raised from; leads to it.',
      cell: ({ item }) => {
        const question = questions.get(item ?? '');
        return question ? references([questionPlace(question)], [question.id]) : words('');
      },
    },
    {
      title: 'AI systems',
      width: 14,
      about: 'The AI systems that it is about.',
      cell: ({ systemNames }) => words(systemNames.join(', ')),
    },
    {
      title: 'Evidence numbers',
      width: 18,
      about: 'Numbers of the evidence that it rests on; leads to it.',
      from: 'Links, and numbers in its texts',
      cell: ({ evidenceNumbers }) => references(evidenceNumbers),
    },
    {
      title: 'Pieces of evidence',
      width: 11,
      about: 'How many they are; leads to them one by one.',
      from: 'Counted',
      kind: 'amount',
      cell: ({ evidenceNumbers }) => linkCount(evidenceNumbers),
    },
    {
      title: 'Raised at',
      width: 23,
      about: 'When it was raised, with the clock of the place.',
      kind: 'moment',
      cell: ({ raisedAt }) => instant(raisedAt),
    },
    { title: 'Raised by', width: 15, about: 'Who raised it.', cell: ({ raisedBy }) => words(raisedBy) },
    {
      title: 'Auditee position',
      width: 13,
      about: 'Whether the auditee agrees.',
      list: 'position',
      cell: ({ auditeePosition }) => words(auditeePositions[auditeePosition]),
    },
    {
      title: 'Position taken by',
      width: 15,
      about: 'Who spoke for the auditee.',
      cell: ({ auditeeBy }) => words(auditeeBy),
    },
    {
      title: 'Position taken on',
      width: 13,
      about: 'When the auditee said so.',
      kind: 'day',
      cell: ({ auditeeOn }) => day(auditeeOn),
    },
    {
      title: 'Auditee comment',
      width: 18,
      about: 'What the auditee said about it.',
      cell: ({ auditeeComment }) => words(auditeeComment),
    },
    {
      title: 'Earlier finding',
      width: 15,
      about: 'The finding of an earlier audit that it continues, by audit and number.',
      from: 'The earlier audit',
      cell: ({ earlierReference }) => words(earlierReference),
    },
    {
      title: 'Status of the earlier finding',
      width: 18,
      about: 'What this audit found about it.',
      list: 'earlierStatus',
      cell: ({ earlierFinding, earlierStatus }) => words(earlierFinding === null ? '' : earlierStatuses[earlierStatus]),
    },
    {
      title: 'Reason for the status',
      width: 20,
      about: 'What that status rests on.',
      cell: ({ earlierReason }) => words(earlierReason),
    },
    {
      title: 'State',
      width: 14,
      about: 'How far it is on its way to closure.',
      from: closure,
      list: 'closureState',
      cell: ({ state }) => words(closureStates[state]),
    },
    {
      title: 'Actions',
      width: 10,
      about: 'How many actions answer it; leads to them.',
      from: 'Counted',
      kind: 'amount',
      cell: ({ number, actions }) => ({ ...amount(actions.length), targets: [actionsOf(number)] }),
    },
    {
      title: 'Decisions',
      width: 11,
      about: 'How many times its grade was decided; leads to the decisions.',
      from: 'Counted',
      kind: 'amount',
      cell: ({ number, decisions }) => ({ ...amount(decisions.length), targets: [decisionsOf(number)] }),
    },
  ];
}

/** Every finding, one row each. */
export function findingsSheet(model: ReportModel): Sheet {
  return tableSheet('Findings', model.findings, columns(model), ({ number }) => number, {
    about: 'Every finding with requirement, evidence, nature, grade and state.',
    from: 'The finding',
    caption: 2,
  });
}
