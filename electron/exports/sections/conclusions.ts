import type { MeetingRecord } from '../../../shared/contract/records.ts';
import type { ConclusionFields } from '../../../shared/domain/conclusions.ts';
import type { ReportContent } from '../../../shared/domain/report-layouts.ts';
import { meetingKinds } from '../../../shared/domain/vocabulary.ts';
import type { Block } from '../blocks.ts';
import type { ReportModel } from '../report-model.ts';
import {
  type Composing,
  cell,
  heading,
  paragraph,
  referToSection,
  row,
  sectionHeading,
  table,
  words,
} from './composing.ts';
import { sectionPlace } from './layout.ts';
import { byKind } from './plan.ts';
import { counted, formatDay, formatInstant } from './wording.ts';

/** The parts: what each is called, whether references lead to it, and what to say where nothing is written. */
const parts: readonly Part[] = [
  { field: 'objectivesMet', title: 'Objectives of the audit', part: 'objectives' },
  { field: 'conformity', title: 'Conformity', part: 'conformity' },
  { field: 'effectiveness', title: 'Effectiveness', part: 'effectiveness' },
  { field: 'scopeFit', title: 'Fitness of the scope', part: 'scope-fit', content: 'scope-fit' },
  { field: 'earlierActions', title: 'Actions on earlier findings', part: 'earlier', content: 'earlier-findings' },
  { field: 'recommendation', title: 'Recommendation', part: 'recommendation' },
  { field: 'differences', title: 'Unresolved differences of opinion', part: 'differences', none: 'None recorded.' },
  { field: 'programme', title: 'For the audits to come', part: 'programme', none: 'None recorded.' },
  { field: 'marks', title: 'Use of certificate and marks', part: 'marks', content: 'marks' },
  { field: 'limits', title: 'Limits on the conclusions', part: 'limits', none: 'None recorded.' },
];

interface Part {
  field: Exclude<keyof ConclusionFields, 'acceptedAt' | 'acceptedBy' | 'notAudited'>;
  title: string;
  part: string;
  /** The content that a report has to ask for; without a text it stands only there. */
  content?: ReportContent;
  none?: string;
}

/** What the audit concludes, and what was not audited and why. */
export function composeConclusions(composing: Composing): Block[] {
  const { audit, conclusion } = composing.model;
  const accepted = conclusion.acceptedAt !== null;
  const blocks: Block[] = [sectionHeading(composing, 'conclusions')];
  if (accepted) {
    const by = conclusion.acceptedBy ? ` by ${conclusion.acceptedBy}` : '';
    blocks.push(paragraph(`Accepted ${formatInstant(conclusion.acceptedAt)}${by}.`, 'muted'));
  } else {
    blocks.push({
      kind: 'callout',
      paragraphs: [[{ kind: 'words', text: 'Draft: the lead auditor has not accepted these conclusions yet.' }]],
    });
  }
  const asked = new Set(composing.model.reportLayout.contents.map(({ id }) => id));
  for (const { field, title, part, content, none } of parts) {
    const text = conclusion[field].trim();
    if (!text && content && !asked.has(content)) continue;
    blocks.push(heading(2, title, sectionPlace('conclusions', part)));
    const recorded = field === 'differences' ? composeDifferences(composing) : [];
    if (!text && recorded.length > 0) {
      blocks.push(...recorded);
      continue;
    }
    const nothing = none ?? 'Not written yet.';
    blocks.push(...composing.write(text || nothing, audit.ref).map((runs) => paragraph(runs)), ...recorded);
  }
  return [
    ...blocks,
    heading(2, 'Areas not audited', sectionPlace('conclusions', 'not-audited')),
    ...composeNotAudited(composing),
  ];
}

/** Where opinions stayed apart in meetings or about findings, each with the place where it was recorded. */
function composeDifferences(composing: Composing): Block[] {
  const { audit, findings, meetings } = composing.model;
  const apart = meetings.toSorted(byKind).filter(({ opinions }) => opinions.trim() !== '');
  const disputed = findings.filter(({ auditeePosition }) => auditeePosition === 'disagrees');
  return [
    ...apart.flatMap((meeting) => {
      const [first = [], ...more] = composing.write(meeting.opinions.trim(), audit.ref);
      return [[words(`${meetingName(meeting)}: `, 'bold'), ...first], ...more].map((runs) => paragraph(runs));
    }),
    ...disputed.flatMap((finding) => {
      const { number, auditeeComment } = finding;
      const said = auditeeComment.trim();
      const [first = [], ...more] = said ? composing.write(said, number) : [];
      const who = [finding.auditeeBy.trim(), formatDay(finding.auditeeOn)].filter(Boolean).join(', ');
      const opening = [
        words('The auditee disagrees with '),
        composing.refer(number, audit.ref),
        words(`${who ? ` (${who})` : ''}${said ? ': ' : '.'}`),
      ];
      return [[...opening, ...first], ...more].map((runs) => paragraph(runs));
    }),
  ];
}

/** A meeting as it is named in a sentence, with its day. */
function meetingName({ kind, title, on }: MeetingRecord): string {
  const name = title.trim() || meetingKinds[kind];
  return on ? `${name}, ${formatDay(on)}` : name;
}

function composeNotAudited(composing: Composing): Block[] {
  const { audit, conclusion, notAudited } = composing.model;
  const text = conclusion.notAudited.trim();
  const blocks: Block[] = text ? composing.write(text, audit.ref).map((runs) => paragraph(runs)) : [];
  if (notAudited.length === 0) {
    if (!text) blocks.push(paragraph('No question was left unaudited.'));
    return blocks;
  }
  const columns = [
    { title: 'No.', width: 17 },
    { title: 'Requirement', width: 48 },
    { title: 'Question', width: 53 },
    { title: 'Reason', width: 48 },
  ];
  const scope = composing.layout.get('scope');
  const rows = notAudited.map(({ requirement, title, question, reason }) => {
    const isWhole = question === '';
    const why =
      isWhole && scope && reason.trim()
        ? [[words('Left out, see '), ...referToSection(composing, 'scope'), words('.')]]
        : composing.write(reason.trim() || 'No reason recorded.', requirement);
    return row(
      cell([composing.refer(requirement, audit.ref)]),
      cell(title),
      cell(isWhole ? [words('The whole requirement', 'muted')] : question),
      cell(why),
    );
  });
  return [
    ...blocks,
    paragraph(countNotAudited(notAudited)),
    table(composing, 'Areas not audited', columns, rows, 'Areas not audited and why.'),
  ];
}

/** How many questions and how many whole requirements were not audited. */
function countNotAudited(entries: ReportModel['notAudited']): string {
  const whole = entries.filter(({ question }) => question === '').length;
  const asked = entries.length - whole;
  const said: string[] = [];
  if (asked > 0) said.push(`${counted(asked, 'question was', 'questions were')} not audited`);
  if (whole > 0) said.push(`${counted(whole, 'requirement was', 'requirements were')} left out of the audit`);
  return `${said.join(', and ')}.`;
}
