// The questions of a catalogue under their requirements, as one list to read and search. Pure.
import type { Catalogue, Question, Requirement } from '../../../shared/domain/catalogue.ts';

export type QuestionRow =
  | { kind: 'requirement'; requirement: Requirement; count: number }
  | { kind: 'question'; question: Question };

export const keyOfRow = (row: QuestionRow) =>
  row.kind === 'requirement' ? `requirement ${row.requirement.id}` : row.question.id;

const wordsOf = ({ id, requirement, question, intent, lookAt, sampling, redFlags, pitfall }: Question, title: string) =>
  [id, requirement, title, question, intent, lookAt, sampling, pitfall, ...redFlags].join(' ').toLowerCase();

/** The questions that have all the words, under their requirements in the order of the catalogue. */
export function listQuestions(
  { requirements, questions }: Pick<Catalogue, 'requirements' | 'questions'>,
  text: string,
) {
  const typed = text.toLowerCase().split(/\s+/).filter(Boolean);
  const titles = new Map(requirements.map(({ id, title }) => [id, title]));
  const fitting = questions.filter((question) => {
    const words = typed.length === 0 ? '' : wordsOf(question, titles.get(question.requirement) ?? '');
    return typed.every((word) => words.includes(word));
  });
  const byRequirement = Map.groupBy(fitting, ({ requirement }) => requirement);
  const rows = requirements.flatMap((requirement): QuestionRow[] => {
    const own = byRequirement.get(requirement.id) ?? [];
    if (own.length === 0) return [];
    return [
      { kind: 'requirement', requirement, count: own.length },
      ...own.map((question): QuestionRow => ({ kind: 'question', question })),
    ];
  });
  return { rows, count: fitting.length };
}
