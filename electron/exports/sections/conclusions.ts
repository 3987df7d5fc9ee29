import type { Block } from '../blocks.ts';
import { type Composing, cell, heading, paragraph, row, sectionHeading, table } from './composing.ts';
import { counted, formatInstant } from './wording.ts';

const parts = [
  ['objectivesMet', 'Objectives of the audit'],
  ['conformity', 'Conformity'],
  ['effectiveness', 'Effectiveness'],
  ['recommendation', 'Recommendation'],
  ['differences', 'Unresolved differences of opinion'],
  ['limits', 'Limits on the conclusions'],
] as const;

/** What the audit concludes, and what was not audited and why. */
export function composeConclusions(composing: Composing): Block[] {
  const { audit, conclusion } = composing.model;
  const accepted = conclusion.acceptedAt !== null;
  const blocks: Block[] = [sectionHeading('conclusions')];
  if (accepted) {
    const by = conclusion.acceptedBy ? ` by ${conclusion.acceptedBy}` : '';
    blocks.push(paragraph(`Accepted ${formatInstant(conclusion.acceptedAt)}${by}.`, 'muted'));
  } else {
    blocks.push({
      kind: 'callout',
      paragraphs: [[{ kind: 'words', text: 'Draft: the lead auditor has not accepted these conclusions yet.' }]],
    });
  }
  for (const [field, title] of parts) {
    blocks.push(heading(2, title));
    const text = conclusion[field].trim();
    const nothing =
      field === 'differences' ? 'None recorded.' : field === 'limits' ? 'None recorded.' : 'Not written yet.';
    if (!text && nothing === 'Not written yet.')
      composing.warn(audit.ref, `Conclusions: ${title.toLowerCase()} is not written yet.`);
    blocks.push(...composing.write(text || nothing, audit.ref).map((runs) => paragraph(runs)));
  }
  return [...blocks, heading(2, 'Areas not audited'), ...composeNotAudited(composing)];
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
    { title: 'Requirement', width: 41 },
    { title: 'Question', width: 58 },
    { title: 'Reason', width: 50 },
  ];
  const rows = notAudited.map(({ requirement, title, question, reason }) =>
    row(
      cell([composing.refer(requirement, audit.ref)]),
      cell(title),
      cell(question),
      cell(composing.write(reason.trim() || 'No reason recorded.', requirement)),
    ),
  );
  return [
    ...blocks,
    paragraph(`${counted(notAudited.length, 'question was', 'questions were')} not audited.`),
    table(composing, 'Areas not audited', columns, rows, 'Areas not audited and why.'),
  ];
}
