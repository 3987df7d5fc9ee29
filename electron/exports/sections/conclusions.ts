import type { MeetingRecord } from '../../../shared/contract/records.ts';
import type { ConclusionFields } from '../../../shared/domain/conclusions.ts';
import type { ReportContent } from '../../../shared/domain/report-layouts.ts';
import { meetingKinds } from '../../../shared/domain/vocabulary.ts';
import type { Block } from '../blocks.ts';
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
    const recorded = field === 'differences' ? composeDifferences(composing, text) : [];
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

/**
 * Where opinions stayed apart in meetings or about findings, each with the place where it was recorded. What concerns
 * only findings that the conclusions name already is not said again.
 */
function composeDifferences(composing: Composing, text: string): Block[] {
  const { audit, findings, meetings } = composing.model;
  const named = new Set(findingsNamedIn(text));
  const apart = meetings.toSorted(byKind).filter(({ opinions }) => {
    const numbers = findingsNamedIn(opinions);
    const isSaid = numbers.length > 0 && numbers.every((number) => named.has(number));
    return opinions.trim() !== '' && !isSaid;
  });
  const disputed = findings.filter(
    ({ number, auditeePosition }) => auditeePosition === 'disagrees' && !named.has(number),
  );
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

/** The numbers of findings in a text, with or without brackets. */
const findingsNamedIn = (text: string): string[] => text.match(/\bF-[A-Z]?\d{3,}\b/g) ?? [];

/** A meeting as it is named in a sentence, with its day. */
function meetingName({ kind, title, on }: MeetingRecord): string {
  const name = title.trim() || meetingKinds[kind];
  return on ? `${name}, ${formatDay(on)}` : name;
}

function composeNotAudited(composing: Composing): Block[] {
  const { audit, conclusion, notAudited } = composing.model;
  const text = conclusion.notAudited.trim();
  const blocks: Block[] = text ? composing.write(text, audit.ref).map((runs) => paragraph(runs)) : [];
  // What is left out as a whole stands with the scope, where its one reason is; without that section it stands here.
  const hasScope = composing.layout.has('scope');
  const listed = notAudited.filter(({ question }) => question !== '' || !hasScope);
  const whole = notAudited.length - notAudited.filter(({ question }) => question !== '').length;
  if (notAudited.length > 0) blocks.push(countNotAudited(composing, notAudited.length - whole, whole));
  else if (!text) blocks.push(paragraph('No question was left unaudited.'));
  if (listed.length === 0) return blocks;
  const columns = [
    { title: 'No.', width: 17 },
    { title: 'Requirement', width: 48 },
    { title: 'Question', width: 53 },
    { title: 'Reason', width: 48 },
  ];
  const rows = listed.map(({ requirement, title, question, reason }) =>
    row(
      cell([composing.refer(requirement, audit.ref)]),
      cell(title),
      cell(question || [words('The whole requirement', 'muted')]),
      cell(composing.write(reason.trim() || 'No reason recorded.', requirement)),
    ),
  );
  return [...blocks, table(composing, 'Areas not audited', columns, rows, 'Areas not audited and why.')];
}

/** How many questions and how many whole requirements were not audited, and where the latter stand. */
function countNotAudited(composing: Composing, asked: number, whole: number): Block {
  const said: string[] = [];
  if (asked > 0) said.push(`${counted(asked, 'question was', 'questions were')} not audited`);
  if (whole > 0) said.push(`${counted(whole, 'requirement was', 'requirements were')} left out of the audit`);
  const where =
    whole > 0 && composing.layout.has('scope')
      ? [
          words(`; ${whole === 1 ? 'it stands' : 'they stand'} with the reason in `),
          ...referToSection(composing, 'scope'),
        ]
      : [];
  return paragraph([words(said.join(', and ')), ...where, words('.')]);
}
