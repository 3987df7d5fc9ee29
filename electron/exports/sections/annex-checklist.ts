import type { Block, Run } from '../blocks.ts';
import type { SampleRecord } from '../../../shared/contract/records.ts';
import { exceptionsOf, sampleLine } from '../../../shared/domain/samples.ts';
import type { ReportQuestion, ReportRequirement } from '../report-model.ts';
import {
  type Composing,
  cell,
  groupHeading,
  heading,
  joinRuns,
  paragraph,
  row,
  sectionHeading,
  table,
  verdictRuns,
  words,
} from './composing.ts';
import { sectionOfRequirements } from './layout.ts';
import { licenceLine } from './wording.ts';

/** Annex: every question with its answer, notes, people asked, samples and evidence, by requirement. */
export function composeChecklist(composing: Composing): Block[] {
  const { catalogue, requirements, audit, themes } = composing.model;
  const blocks: Block[] = [sectionHeading(composing, 'checklist')];
  if (requirements.every(({ questions }) => questions.length === 0)) {
    composing.warn(audit.ref, 'The checklist has no question.');
    return [...blocks, paragraph('The checklist has no question.')];
  }
  if (themes.length > 0) {
    const names = themes.map(({ id, title }) => `${id} ${title}`).join(' · ');
    blocks.push(paragraph([words('Themes of the questions: ', 'muted'), words(`${names}.`)], 'small'));
  }
  for (const group of catalogue.groups) {
    const members = requirements.filter((requirement) => requirement.group === group.id);
    if (members.length === 0) continue;
    blocks.push(groupHeading(group.id, group.kind, `${group.title}: questions`));
    const aside = members.filter((requirement) => isPassedOver(composing, requirement));
    for (const requirement of members)
      if (!aside.includes(requirement)) blocks.push(...composeRequirement(composing, requirement));
    if (aside.length > 0) {
      const ids = aside.map(({ id }) => id);
      blocks.push(paragraph([words('Left out of this audit: '), ...composing.referAll(ids, audit.ref), words('.')]));
    }
  }
  return blocks;
}

/** Whether the checklist is where references to the requirement lead. */
const holdsPlace = ({ layout, model }: Composing, { kind }: ReportRequirement) =>
  sectionOfRequirements(layout, kind, model) === 'checklist';

/** Whether there is nothing to say of a requirement but that the audit leaves it out. */
function isPassedOver(composing: Composing, requirement: ReportRequirement): boolean {
  const { isLeftOut, questions, licensedText } = requirement;
  return isLeftOut && questions.length === 0 && licensedText.trim() === '' && !holdsPlace(composing, requirement);
}

function composeRequirement(composing: Composing, requirement: ReportRequirement): Block[] {
  const title = `${requirement.id} ${requirement.title}`;
  const blocks: Block[] = [
    holdsPlace(composing, requirement)
      ? { kind: 'heading', level: 3, number: requirement.id, text: requirement.title, place: requirement.id }
      : heading(3, title),
    ...quoteStandard(composing, requirement),
  ];
  if (requirement.questions.length === 0)
    return [...blocks, paragraph(requirement.isLeftOut ? 'Left out of this audit.' : 'No question was asked.')];
  const columns = [
    { title: 'Question, notes and evidence', width: 134 },
    { title: 'Answer', width: 32 },
  ];
  const rows = requirement.questions.map((question) =>
    row(
      cell(composeAnswer(composing, question)),
      cell(
        question.parked
          ? [verdictRuns(composing, question.verdict), [words('parked', 'muted')]]
          : [verdictRuns(composing, question.verdict)],
      ),
    ),
  );
  return [...blocks, { ...table(composing, `Questions on ${title}`, columns, rows), together: false }];
}

/** The text of the standard, set off and named as what it is; nothing where it is not printed. */
function quoteStandard({ model }: Composing, { licensedText }: ReportRequirement): Block[] {
  if (licensedText.trim() === '') return [];
  const paragraphs = licensedText.trim().split(/\r?\n[\t ]*\r?\n\s*/);
  return [
    ...paragraphs.map((text) => paragraph(text, 'quote')),
    paragraph([words(licenceLine(model), 'muted')], 'small'),
  ];
}

const labelled = (label: string, runs: Run[]) => (runs.length > 0 ? [words(`${label} `, 'muted'), ...runs] : []);
const plain = (label: string, text: string) => labelled(label, text.trim() ? [words(text)] : []);

/** A sample: what it was in one line, then where it came from, which items, and what was not as it should be. */
function composeSample(composing: Composing, sample: SampleRecord, id: string): Run[][] {
  const facts = joinRuns([
    plain('Source', sample.source),
    plain('Items', sample.items.join(', ')),
    exceptionsOf(sample).length === 0 && sample.items.length > 0 ? [words('no exceptions noted', 'muted')] : [],
  ]);
  const [first = [], ...more] = exceptionsOf(sample).flatMap((line) => composing.write(line, id));
  return [
    [words('Sample ', 'muted'), words(sampleLine(sample), 'sample')],
    ...(facts.length > 0 ? [facts] : []),
    ...(first.length > 0 ? [[words('Exceptions: ', 'muted'), ...first], ...more] : []),
  ];
}

function composeAnswer(composing: Composing, question: ReportQuestion): Run[][] {
  const { id } = question;
  const system = question.aiSystem ? `${question.aiSystem}: ` : '';
  const paragraphs: Run[][] = [[words(`${system}${question.text}`, 'bold')]];
  if (question.notes.trim()) paragraphs.push(...composing.write(question.notes, id));
  if (question.reason.trim()) {
    const [first = [], ...more] = composing.write(question.reason, id);
    paragraphs.push([words('Reason: ', 'muted'), ...first], ...more);
  }
  for (const sample of question.samples) paragraphs.push(...composeSample(composing, sample, id));
  paragraphs.push(
    joinRuns([
      [words(id, 'id')],
      question.isOwn ? [words('added by the audit team', 'muted')] : [],
      labelled('About the exclusion of', question.control ? [composing.refer(question.control, id)] : []),
      plain('Asked', question.interviewees.join(', ')),
      plain('Sampled', question.sampled),
      labelled('Evidence', composing.referAll(question.evidence, id)),
      labelled('Findings', composing.referAll(question.findings, id)),
      question.themes.length > 0 ? [words(`Themes ${question.themes.join(', ')}`, 'muted')] : [],
    ]),
  );
  return paragraphs;
}
