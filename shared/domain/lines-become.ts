// What lines of the running notes become: evidence, part of an answer, a finding. Pure; who calls it stores it.
import type { Catalogue } from './catalogue.ts';
import type { EvidenceFields } from './evidence.ts';
import type { FindingFields } from './findings.ts';
import { type NoteKind, noteKinds, type NoteKindKey, noteMethods } from './line-tags.ts';
import type { NoteFields } from './notes.ts';
import type { LineReader } from './tagged-line.ts';
import { gradeForVerdict, type Template } from './templates.ts';
import type { Grade } from './vocabulary.ts';

export type NoteLine = Pick<NoteFields, 'text' | 'at' | 'by' | 'corrects'> & { id: string };

const unique = (values: readonly string[]): string[] => [...new Set(values)];
const longestTitle = 80;

function cut(words: string): string {
  if (words.length <= longestTitle) return words;
  const end = words.lastIndexOf(' ', longestTitle - 2);
  return `${words.slice(0, end > 0 ? end : longestTitle - 2).trimEnd()} …`;
}

/** Day and time as they were written down, at the place: `2026-10-13 14:05`. */
const dayAndTime = (at: string) => `${at.slice(0, 10)} ${at.slice(11, 16)}`;
const withSeconds = (at: string) => `${at.slice(0, 10)} ${at.slice(11, 19)} ${at.replace(/^.{19}(\.\d+)?/, '')}`;
const wordsOf = (line: NoteLine, read: LineReader) => read(line.text).words || line.text;

/** The requirements that lines name, each once. */
export function requirementsOf(lines: readonly NoteLine[], read: LineReader): string[] {
  return unique(lines.flatMap(({ text }) => read(text).requirements));
}

/** The people that lines name, each once. */
export function peopleNamed(lines: readonly NoteLine[], read: LineReader): string[] {
  return unique(lines.flatMap(({ text }) => read(text).people));
}

/** What is known of the evidence that lines become. */
export function evidenceOfLines(
  lines: readonly NoteLine[],
  read: LineReader,
): Pick<EvidenceFields, 'title' | 'kind' | 'method' | 'source' | 'collectedAt' | 'collectedBy'> {
  const people = peopleNamed(lines, read);
  const [typed] = lines.flatMap(({ text }) => read(text).methods);
  const method = typed ? noteMethods[typed].method : people.length > 0 ? 'interview' : 'observe';
  const [first] = lines;
  return {
    title: cut(first ? wordsOf(first, read) : ''),
    kind: method === 'interview' ? 'interview' : 'document',
    method,
    source: people.join(', ').slice(0, 2_000),
    collectedAt: first?.at ?? null,
    collectedBy: first?.by ?? '',
  };
}

/** The text file that lines become as evidence. The same lines give the same text. */
export function fileOfLines(
  lines: readonly NoteLine[],
  audit: { ref: string; title: string; organization: string },
  timeOf: (line: string) => string | undefined,
): { name: string; text: string } {
  const [first] = lines;
  const last = lines.at(-1);
  const head = [
    'Running notes',
    `Audit: ${`${audit.ref} ${audit.title}`.trim()}`,
    `Organisation: ${audit.organization}`,
    `Written by: ${
      unique(lines.map(({ by }) => by))
        .filter(Boolean)
        .join(', ') || 'not recorded'
    }`,
    `From: ${first ? withSeconds(first.at) : ''}`,
    `To: ${last ? withSeconds(last.at) : ''}`,
    `Lines: ${lines.length}`,
  ];
  const body = lines.map(({ text, at, by, corrects }) => {
    const corrected = corrects === null ? undefined : timeOf(corrects);
    const mark =
      corrects === null ? '' : `Corrects ${corrected ? `the line of ${withSeconds(corrected)}` : 'an earlier line'}.\n`;
    return `${withSeconds(at)}  ${by}`.trimEnd() + `\n${mark}${text.replaceAll(/\r\n?/g, '\n')}\n`;
  });
  const when = first ? dayAndTime(first.at).replace(':', '.') : '';
  return { name: `Notes ${audit.ref} ${when}.txt`, text: `${head.join('\n')}\n\n${body.join('\n')}` };
}

/** What lines add to the notes of a question: the words with time and who, in the order they were written. */
export function answerOfLines(lines: readonly NoteLine[], read: LineReader): string {
  return lines
    .map((line) => {
      const { people } = read(line.text);
      const said = people.length === 0 ? '' : ` (${people.join(', ')})`;
      return `${`${dayAndTime(line.at)} ${line.by}`.trim()}: ${wordsOf(line, read)}${said}`;
    })
    .join('\n');
}

/** The gravest kind that lines are tagged with. */
function gravestKind(lines: readonly NoteLine[], read: LineReader): NoteKindKey | undefined {
  const typed = new Set(lines.flatMap(({ text }) => read(text).kinds));
  return (Object.keys(noteKinds) as NoteKindKey[]).find((key) => typed.has(key));
}

/** The grade that lines suggest, one of the template's where it has a fitting one. */
export function gradeOfLines(lines: readonly NoteLine[], read: LineReader, template: Pick<Template, 'grades'>): Grade {
  const key = gravestKind(lines, read);
  const kind: NoteKind | undefined = key && noteKinds[key];
  return kind?.grade ?? gradeForVerdict(template, kind?.verdict ?? 'in-progress');
}

/** What is known of the finding that lines become. `evidence` are the numbers of the evidence made of them. */
export function findingOfLines(
  lines: readonly NoteLine[],
  read: LineReader,
  audit: { catalogue: Pick<Catalogue, 'standard' | 'requirements'>; template: Pick<Template, 'grades'> },
  evidence: readonly string[],
): Pick<FindingFields, 'grade' | 'requirement' | 'evidence' | 'requirements'> {
  const requirements = requirementsOf(lines, read);
  const { standard } = audit.catalogue;
  const titles = new Map(audit.catalogue.requirements.map(({ id, title }) => [id, title]));
  const seen = lines.map((line) => {
    const { people } = read(line.text);
    return `${wordsOf(line, read)} (${[...people, dayAndTime(line.at)].join(', ')})`;
  });
  return {
    grade: gradeOfLines(lines, read, audit.template),
    requirement: requirements
      .map((id) => `${standard.name}:${standard.edition}, ${id} ${titles.get(id) ?? ''}`)
      .join('\n'),
    evidence: [...seen, evidence.map((number) => `[${number}]`).join(' ')].filter(Boolean).join('\n'),
    requirements,
  };
}
