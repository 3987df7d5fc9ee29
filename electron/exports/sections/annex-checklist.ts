import type { Block, Run } from '../blocks.ts';
import type { ReportQuestion, ReportRequirement } from '../report-model.ts';
import {
  type Composing,
  cell,
  heading,
  joinRuns,
  paragraph,
  row,
  sectionHeading,
  table,
  verdictRuns,
  words,
} from './composing.ts';

/** Annex A: every question with its answer, notes, people asked, samples and evidence, by requirement. */
export function composeChecklist(composing: Composing): Block[] {
  const { catalogue, requirements, audit } = composing.model;
  const blocks: Block[] = [sectionHeading('checklist')];
  if (requirements.every(({ questions }) => questions.length === 0)) {
    composing.warn(audit.ref, 'The checklist has no question.');
    return [...blocks, paragraph('The checklist has no question.')];
  }
  for (const group of catalogue.groups) {
    const members = requirements.filter((requirement) => requirement.group === group.id);
    if (members.length === 0) continue;
    blocks.push(heading(2, `${group.id} ${group.title}: questions`));
    for (const requirement of members) blocks.push(...composeRequirement(composing, requirement));
  }
  return blocks;
}

function composeRequirement(composing: Composing, requirement: ReportRequirement): Block[] {
  const title = `${requirement.id} ${requirement.title}`;
  const blocks: Block[] = [heading(3, title)];
  if (requirement.questions.length === 0) return [...blocks, paragraph('No question was asked.')];
  const columns = [
    { title: 'Question, notes and evidence', width: 134 },
    { title: 'Answer', width: 32 },
  ];
  const rows = requirement.questions.map((question) =>
    row(cell(composeAnswer(composing, question)), cell(verdictRuns(question.verdict))),
  );
  return [...blocks, table(composing, `Questions on ${title}`, columns, rows)];
}

const labelled = (label: string, runs: Run[]) => (runs.length > 0 ? [words(`${label} `, 'muted'), ...runs] : []);
const plain = (label: string, text: string) => labelled(label, text.trim() ? [words(text)] : []);

function composeAnswer(composing: Composing, question: ReportQuestion): Run[][] {
  const { id } = question;
  const paragraphs: Run[][] = [[words(question.text, 'bold')]];
  if (question.notes.trim()) paragraphs.push(...composing.write(question.notes, id));
  if (question.reason.trim()) {
    const [first = [], ...more] = composing.write(question.reason, id);
    paragraphs.push([words('Reason: ', 'muted'), ...first], ...more);
  }
  paragraphs.push(
    joinRuns([
      [words(id, 'id')],
      plain('System', question.aiSystem),
      plain('Asked', question.interviewees.join(', ')),
      plain('Sampled', question.sampled),
      labelled('Evidence', composing.referAll(question.evidence, id)),
      labelled('Findings', composing.referAll(question.findings, id)),
    ]),
  );
  return paragraphs;
}
