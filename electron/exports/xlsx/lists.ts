// The words that may stand in a column: drop-downs, their colours, and the sheet that shows them.
import { closureStates } from '../../../shared/domain/closure.ts';
import {
  actionKinds,
  actionStatuses,
  auditeePositions,
  confidentialityLevels,
  decisionAnswers,
  depths,
  earlierStatuses,
  evidenceKinds,
  evidenceMethods,
  impacts,
  keysOf,
  lifecycleStages,
  meetingKinds,
  reviewDispositions,
  reviewTargets,
  sampleMethods,
  signatureSides,
  systemRoles,
  teamRoles,
  verdicts,
} from '../../../shared/domain/vocabulary.ts';
import type { ReportModel } from '../report-model.ts';
import { gradeNames, gradesShown } from '../sections/grading.ts';
import { gradeLooks, type Look, stateLooks, verdictLooks } from './theme.ts';

const titles = {
  verdict: 'Verdict',
  grade: 'Grade',
  yesNo: 'Yes or no',
  answer: 'Answer',
  parked: 'Parked',
  depth: 'Depth',
  sampleMethod: 'Method of sampling',
  evidenceKind: 'Kind of evidence',
  evidenceMethod: 'Method',
  confidentiality: 'Confidentiality',
  position: 'Auditee position',
  earlierStatus: 'Status of an earlier finding',
  closureState: 'State of a finding',
  actionKind: 'Kind of action',
  actionStatus: 'Status of an action',
  teamRole: 'Role in the team',
  systemRole: 'Role for an AI system',
  lifecycle: 'Life-cycle stage',
  impact: 'Impact',
  meetingKind: 'Kind of meeting',
  reviewTarget: 'What a remark is about',
  disposition: 'Disposition of a remark',
  signatureSide: 'Side that signs',
} as const;
export type ListName = keyof typeof titles;

/** One list: its words in order, and how cells with some of them look. */
export interface WordList {
  name: ListName;
  title: string;
  words: readonly string[];
  looks: ReadonlyMap<string, Look>;
}

/** The name of a list in formulas. */
export const listRangeName = (name: ListName): string => `list_${name}`;

type Looks = Partial<Record<string, Look>>;

function listOf(name: ListName, labels: Record<string, string>, looks: Looks = {}): WordList {
  const known = Object.entries(labels).flatMap(([key, label]): [string, Look][] => {
    const look = looks[key];
    return look ? [[label, look]] : [];
  });
  return { name, title: titles[name], words: [...new Set(Object.values(labels))], looks: new Map(known) };
}

/** Every list of a report. Grades are called what the template of the audit calls them. */
export function wordLists(model: Pick<ReportModel, 'template' | 'counts'>): WordList[] {
  const names = gradeNames(model);
  const shown = gradesShown(model);
  // Grades that nothing has come last: a reader who grades anew may need them.
  const order = [...shown, ...keysOf(names).filter((grade) => !shown.includes(grade))];
  const { quiet, done, underway, failed } = stateLooks;
  return [
    listOf('verdict', verdicts, verdictLooks),
    listOf('grade', Object.fromEntries(order.map((grade) => [grade, names[grade]])), gradeLooks),
    listOf('yesNo', { yes: 'Yes', no: 'No' }, { no: quiet }),
    listOf('answer', decisionAnswers),
    listOf('parked', { yes: 'Parked' }, { yes: underway }),
    listOf('depth', depths),
    listOf('sampleMethod', sampleMethods),
    listOf('evidenceKind', evidenceKinds),
    listOf('evidenceMethod', evidenceMethods),
    listOf('confidentiality', confidentialityLevels),
    listOf('position', auditeePositions, { disagrees: underway }),
    listOf('earlierStatus', earlierStatuses, {
      '': underway,
      closed: done,
      open: underway,
      'not-effective': failed,
      'not-verified': quiet,
    }),
    listOf('closureState', closureStates, {
      stated: quiet,
      awaiting: underway,
      open: underway,
      overdue: failed,
      verified: done,
      closed: done,
    }),
    listOf('actionKind', actionKinds),
    listOf('actionStatus', actionStatuses, { open: underway, verified: done, closed: done }),
    listOf('teamRole', teamRoles),
    listOf('systemRole', systemRoles),
    listOf('lifecycle', lifecycleStages),
    listOf('impact', impacts),
    listOf('meetingKind', meetingKinds),
    listOf('reviewTarget', reviewTargets),
    listOf('disposition', reviewDispositions),
    listOf('signatureSide', signatureSides),
  ];
}
