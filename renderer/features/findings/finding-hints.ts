// Which open point of the report check belongs beside which part of a finding. Pure.
import type { ReportWarning } from '../../../shared/contract/reports.ts';

export type FindingPart = 'requirement' | 'evidence' | 'nature' | 'choice' | 'grade' | 'requirements' | 'other';
export type FindingHints = Readonly<Record<FindingPart, readonly string[]>>;

// The sentences are the engine's own; a sentence that fits none of these still shows, under `other`.
const places: readonly [RegExp, FindingPart][] = [
  [/grade that the template/, 'choice'],
  [/reason for (?:its|the) grade/, 'grade'],
  [/names no requirement|^cites /, 'requirements'],
  [/what was required/, 'requirement'],
  [/what was seen|[Rr]efers to (?:no evidence|[EF]-)/, 'evidence'],
  [/what is not fulfilled/, 'nature'],
];

const capitalise = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** The hints for one finding, by part, without its number. */
export function hintsFor(warnings: readonly ReportWarning[], number: string): FindingHints {
  const hints: Record<FindingPart, string[]> = {
    requirement: [],
    evidence: [],
    nature: [],
    choice: [],
    grade: [],
    requirements: [],
    other: [],
  };
  for (const { record, message } of warnings) {
    if (record !== number) continue;
    const words = message.startsWith(`${number} `) ? message.slice(number.length + 1) : message;
    const place = places.find(([pattern]) => pattern.test(words))?.[1] ?? 'other';
    hints[place].push(capitalise(words));
  }
  return hints;
}
