// The words of the report room.
import { formatCount } from '../../ui/format.ts';
import type { ConclusionText } from '../../../shared/domain/conclusion-facts.ts';
import type { PointPlace } from '../../api/open-points.ts';

export const texts = {
  room: 'Report',
  work: 'Conclusions',
  side: 'Export and open points',
  figures: {
    audited: (total: number) => `of ${total} requirements audited`,
    answered: (total: number) => `of ${total} questions answered`,
    major: () => 'major',
    minor: () => 'minor',
    concern: (count: number) => (count === 1 ? 'area of concern' : 'areas of concern'),
    improvement: (count: number) => (count === 1 ? 'improvement' : 'improvements'),
    evidence: (count: number) => (count === 1 ? 'piece of evidence' : 'pieces of evidence'),
    actions: (count: number) => (count === 1 ? 'open action' : 'open actions'),
  },
  sameNumbers: 'Word, Excel and this page count the same records in the same way.',

  conclusions: 'Conclusions',
  conclusionsWords:
    'They are yours. Each has a draft from the results: take it over, change it, or write your own; then accept them all. A draft that nobody took over is never printed.',
  fields: {
    objectivesMet: 'Objectives of the audit',
    conformity: 'Conformity',
    effectiveness: 'Effectiveness',
    recommendation: 'Recommendation',
    differences: 'Unresolved differences of opinion',
    limits: 'Limits on the conclusions',
    notAudited: 'Areas not audited',
    scopeFit: 'Fitness of the scope',
    earlierActions: 'Actions on earlier findings',
    programme: 'For the audits to come',
    marks: 'Use of certificate and marks',
  } satisfies Record<ConclusionText, string>,
  placeholders: {
    objectivesMet: 'Whether each objective was met, and where not',
    conformity: 'How far the requirements are fulfilled, with references',
    effectiveness: 'Whether the system reaches what it is meant to reach',
    recommendation: 'What you recommend, and under which conditions',
    differences: 'What the auditee sees differently, or leave empty',
    limits: 'Sampling, withheld evidence, remote share, whatever limits reliance',
    notAudited: 'What was not audited and why',
    scopeFit: 'Whether the scope suits what the organisation does with AI',
    earlierActions: 'Whether the actions on earlier findings were carried out and worked',
    programme: 'What matters for the audits to come, or leave empty',
    marks: 'How the certificate and marks are used, complaints included; leave empty where there is no certificate',
  } satisfies Record<ConclusionText, string>,
  questions: 'The four questions of a board',
  questionsWords: 'They open the executive summary. Answers print once the conclusions are accepted.',
  answerTo: (question: string) => `Answer: ${question}`,
  answerPlaceholder: 'Two or three sentences, with references such as [F-001]',
  results: 'From the results:',
  draft: 'Draft:',
  takeDraft: 'Take over this draft',

  accept: 'Accept as lead auditor',
  acceptWords: (name: string) =>
    name === ''
      ? 'Say who you are first, at the lower left: the acceptance carries your name.'
      : `The acceptance carries your name, ${name}, and this moment.`,
  otherLead: (lead: string) => `The lead auditor of this audit is ${lead}.`,
  emptyTexts: (count: number) => `${formatCount(count, 'text is', 'texts are')} still empty.`,
  accepted: (when: string, by: string) => `Accepted ${when}${by === '' ? '' : ` by ${by}`}`,
  takeBack: 'Take the acceptance back',
  acceptLabel: 'acceptance of the conclusions',
  conclusionName: 'the conclusions',

  export: 'Export',
  word: 'Word report',
  excel: 'Excel workbook',
  both: 'Word and Excel',
  pdf: 'PDF',
  preview: 'Preview',
  previewTitle: 'The report as it would be printed now',
  previewReading: 'Composing the report',
  closePreview: 'Close the preview',
  contents: {
    word: 'Summary for the board, scope, results, findings, conclusions, complete checklist, statement, evidence with hashes, photos.',
    excel: 'Summary, checklist, statement, findings, actions and evidence as tables with filters.',
    pdf: 'The same content as Word, page by page.',
  },
  licensed: 'Print the licensed text of the standard',
  licensedWords: (standard: string, holder: string) =>
    `The text of ${standard} kept on this computer, ${holder === '' ? 'under the licence of whoever entered it' : `under the licence of ${holder}`}. Off again when you come back.`,
  cancelled: 'Cancelled. No file was made; what was exported before is still there.',
  unsaved: 'Not exported: something on this page is not saved yet. Your text is kept; export again once it is saved.',
  failed: (sentence: string) => `${sentence} No file was made; what was exported before is still there.`,
  last: 'Last export',
  never: 'Nothing exported yet.',
  made: (when: string, size: string) => `${when}, ${size}`,
  stale: 'The audit has changed since.',
  reopened: 'Reopened and checked against the audit before it got its name.',
  hash: 'SHA-256',
  copyHash: (name: string) => `Copy the hash of ${name}`,
  copied: 'Copied',
  copyFailed: 'Not copied. Select the hash and copy it yourself.',

  points: 'Before you can issue',
  pointsCount: (count: number) => (count === 0 ? 'nothing open' : `${count} open`),
  pointsWords: (blocking: number) =>
    blocking === 0
      ? 'None of these stops issuing; a reader should know of them.'
      : `${formatCount(blocking, 'point')} marked “must” ${blocking === 1 ? 'stands' : 'stand'} in the way of issuing. An export is always possible.`,
  must: 'must',
  noPoints: 'Nothing is open: no missing verdict, part, reason or declaration was found.',
  reading: 'Reading what is open',
  pointsFailed: 'The open points could not be read.',
  tryAgain: 'Try again',
  places: {
    checklist: 'Checklist',
    findings: 'Findings',
    evidence: 'Evidence',
    applicability: 'Applicability',
    notes: 'Notes',
    conclusions: 'Conclusions',
    review: 'Review and sign-off',
    plan: 'Plan',
    audit: 'Audit and team',
  } satisfies Record<PointPlace, string>,
  morePoints: (count: number) => `Show ${count} more`,
} as const;
