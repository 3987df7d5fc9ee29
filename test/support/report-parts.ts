// Parts of the plausible report models: samples, decisions, plan and meetings.
import type {
  GradeDecisionRecord,
  MeetingRecord,
  PlanSlotRecord,
  SampleRecord,
} from '../../shared/contract/records.ts';
import type { ReportNote } from '../../electron/exports/report-model.ts';
import { at, auditors, pick, recordId } from './invented.ts';

/** A sample of a question. */
export const aSampleOf = (position: number): SampleRecord => ({
  id: recordId(9, position),
  item: recordId(3, position),
  population: 'model changes since June',
  populationSize: (position % 9) + 4,
  size: 3,
  source: 'Release log, shown by the release lead',
  method: position % 2 === 0 ? 'random' : 'judgement',
  seed: position % 2 === 0 ? String(1_000 + position) : '',
  items: ['CHG-101', 'CHG-107', 'CHG-112'],
  exceptions: position % 3 === 0 ? 'CHG-107 <no> assessment & no approval\nCHG-112 approved after release' : '',
  position: 0,
});

/** A decision on the grade of a finding. */
export const aDecision = (
  finding: string,
  position: number,
  fields: Pick<GradeDecisionRecord, 'from' | 'grade'> & Partial<GradeDecisionRecord>,
): GradeDecisionRecord => ({
  id: recordId(10, position * 2 + (fields.from === '' ? 0 : 1)),
  finding,
  unfulfilled: 'yes',
  capabilityInDoubt: 'no',
  systemic: 'no',
  affected: null,
  examined: null,
  reason: fields.from === '' ? 'One sampled change.' : 'The team found the same in six of nine changes.',
  decidedAt: at(position * 11 + (fields.from === '' ? 5 : 60)),
  decidedBy: pick(auditors, position),
  ...fields,
});

/** The fields of an audit whose report nobody has looked at yet. */
export const notReviewedYet = {
  reviewer: '',
  reviewStep: true,
  releasedAt: null,
  releasedBy: '',
  correctionReason: '',
  fileNamePattern: '',
  houseLayout: null,
};

/** A report of which no version was issued. */
export const notIssuedYet = { reviewComments: [], version: 1, signatures: [], issues: [] };
/** A slot of the plan about the named requirements. */
export const aSlot = (requirements: string[]): PlanSlotRecord => ({
  id: recordId(11, 0),
  title: 'Walk through the management system',
  on: '2026-11-16',
  startsAt: '09:00',
  minutes: 420,
  actualMinutes: 450,
  place: 'Room 2',
  requirements,
  auditee: 'AIMS manager',
  auditor: auditors[0] ?? '',
  position: 0,
});

/** The closing meeting. */
export const aMeeting = (): MeetingRecord => ({
  id: recordId(12, 0),
  kind: 'closing',
  title: '',
  on: '2026-11-18',
  startsAt: '15:00',
  minutes: 45,
  actualMinutes: null,
  place: 'Room 2',
  agenda: ['Findings', 'What happens next'],
  attendees: ['Head of claims (role)', 'AIMS manager (role)'],
  opinions: '',
  notes: '',
  position: 0,
});

/** Two lines of the running notes, the second of which corrects the first. */
export const runningNotes = (hasEvidence: boolean): ReportNote[] => [
  {
    id: recordId(8, 1),
    text: 'Fire drill at 11, ten minutes lost.',
    at: at(120),
    by: auditors[0] ?? '',
    corrects: null,
    line: 1,
    correctsLine: 0,
    correctedBy: 2,
    became: [],
  },
  {
    id: recordId(8, 2),
    text: '#8.4 Fire drill at 11, twenty minutes lost.',
    at: at(125),
    by: auditors[0] ?? '',
    corrects: recordId(8, 1),
    line: 2,
    correctsLine: 1,
    correctedBy: 0,
    became: hasEvidence ? ['E-001', '8.4'] : [],
  },
];
