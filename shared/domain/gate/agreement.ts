// Whether answers, findings and counts say the same.
import type { FindingFields } from '../findings.ts';
import { isNonconformity } from '../findings.ts';
import type { Counts } from '../summary.ts';
import { keysOf, type Verdict, verdicts } from '../vocabulary.ts';
import { blocking, type GatePoint, telling } from './points.ts';

/** The parts of a report that have to agree. */
export interface Agreeing {
  findings: readonly Pick<
    FindingFields,
    'number' | 'grade' | 'title' | 'nature' | 'item' | 'requirements' | 'earlierFinding'
  >[];
  requirements: readonly {
    id: string;
    result: { verdict: Verdict };
    questions: readonly { id: string; itemId: string; verdict: Verdict }[];
  }[];
  evidence: readonly unknown[];
  counts: Counts;
}

const fails = ({ verdict }: { verdict: Verdict }) => verdict === 'nonconforming';

/** Nonconformities whose question says something else, and findings that say nothing. */
export function findingPoints({ findings, requirements }: Agreeing): GatePoint[] {
  const questions = new Map(
    requirements.flatMap(({ questions: own }) => own.map((question) => [question.itemId, question])),
  );
  const failing = new Set(
    requirements.filter((one) => fails(one.result) || one.questions.some(fails)).map(({ id }) => id),
  );
  return findings.flatMap(({ number, grade, title, nature, item, requirements: cited, earlierFinding }) => {
    if (nature.trim() === '' && title.trim() === '' && !isNonconformity(grade))
      return [blocking(number, `${number} says nothing: it has neither a title nor a text.`)];
    // What this audit found about an earlier finding stands in its status, not in an answer.
    if (!isNonconformity(grade) || earlierFinding !== null) return [];
    const question = questions.get(item ?? '');
    if (question && !fails(question)) {
      const answer = verdicts[question.verdict].toLowerCase();
      return [blocking(number, `${number} is a nonconformity, but its question ${question.id} says: ${answer}.`)];
    }
    if (!question && cited.length > 0 && !cited.some((id) => failing.has(id))) {
      const which = cited.length === 1 ? cited[0] : cited.join(', ');
      return [
        telling(number, `${number} is a nonconformity, but no question about ${which} is answered nonconforming.`),
      ];
    }
    return [];
  });
}

/** Counts that do not add up to the records they count: no document can be right then. */
export function countPoints({ findings, requirements, evidence, counts }: Agreeing): GatePoint[] {
  const tally = (results: readonly { verdict: Verdict }[]) =>
    keysOf(verdicts).map((verdict) => results.filter((one) => one.verdict === verdict).length);
  const counted = (byVerdict: Record<Verdict, number>) => keysOf(verdicts).map((verdict) => byVerdict[verdict]);
  const pairs: [string, readonly number[], readonly number[]][] = [
    ['requirements', counted(counts.requirements.byVerdict), tally(requirements.map(({ result }) => result))],
    ['questions', counted(counts.questions.byVerdict), tally(requirements.flatMap(({ questions }) => questions))],
    ['findings', [counts.findings.total], [findings.length]],
    ['pieces of evidence', [counts.evidence], [evidence.length]],
  ];
  return pairs
    .filter(([, said, found]) => said.join() !== found.join())
    .map(([what]) => blocking('Counts', `The counts of ${what} do not add up to the records. Run verify.`));
}
