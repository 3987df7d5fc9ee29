import type { Catalogue } from './catalogue.ts';
import { isOpen, type RequirementResult, rollUp, verdictInForce } from './roll-up.ts';
import { type Grade, grades, type Verdict, verdicts } from './vocabulary.ts';

/** How many there are of each kind. */
export type Tally<K extends string> = Record<K, number>;

/** What the counts are made from: the parts of an audit that count. */
export interface Countable {
  audit: { leftOut: readonly string[] };
  checklist: readonly { requirement: string; verdict: Verdict }[];
  soa: { entries: readonly { control: string; applicable: boolean; additional: boolean }[] };
  findings: readonly { grade: Grade; earlierFinding: string | null }[];
  evidence: readonly unknown[];
  actions: readonly { status: string }[];
  notes: readonly unknown[];
}

/** The counts that screen, Word, Excel and command line show. Every count says what it counts. */
export interface Counts {
  questions: { total: number; answered: number; byVerdict: Tally<Verdict> };
  requirements: { total: number; audited: number; byVerdict: Tally<Verdict> };
  /** Findings carried over from an earlier audit count in all three. */
  findings: { total: number; byGrade: Tally<Grade>; earlier: number };
  controls: { applicable: number; excluded: number; additional: number };
  evidence: number;
  notes: number;
  actions: { total: number; open: number };
}

const zeros = <K extends string>(list: Record<K, string>): Tally<K> =>
  Object.fromEntries(Object.keys(list).map((key) => [key, 0])) as Tally<K>;

/** The controls that the Statement of Applicability excludes. */
export function excludedControls(soa: {
  entries: readonly { control: string; applicable: boolean }[];
}): ReadonlySet<string> {
  return new Set(soa.entries.filter(({ applicable }) => !applicable).map(({ control }) => control));
}

/**
 * The result of every requirement of the catalogue, by its id. Without a question, a requirement that the audit leaves
 * out is not audited, any other is not started.
 */
export function resultsByRequirement(
  catalogue: Pick<Catalogue, 'requirements'>,
  audit: Pick<Countable, 'audit' | 'checklist' | 'soa'>,
): Map<string, RequirementResult> {
  const answers = new Map<string, Verdict[]>(catalogue.requirements.map(({ id }) => [id, []]));
  for (const item of audit.checklist) answers.get(item.requirement)?.push(item.verdict);
  const excluded = excludedControls(audit.soa);
  const leftOut = new Set(audit.audit.leftOut);
  return new Map(
    [...answers].map(([id, given]) => [
      id,
      given.length === 0 && leftOut.has(id) && !excluded.has(id)
        ? { verdict: 'not-audited', partial: false }
        : rollUp(given, excluded.has(id)),
    ]),
  );
}

/** How many of these requirements have which result. One without a result is not started. */
export function tallyResults(
  requirements: readonly string[],
  results: ReadonlyMap<string, RequirementResult>,
): Tally<Verdict> {
  const byVerdict = zeros(verdicts);
  for (const id of requirements) byVerdict[results.get(id)?.verdict ?? 'not-started'] += 1;
  return byVerdict;
}

/** Whether a requirement counts as audited: looked at and judged. */
export function isAudited(result: RequirementResult): boolean {
  return ['conforms', 'improvement', 'nonconforming'].includes(result.verdict);
}

/** The counts of one audit. */
export function countAudit(catalogue: Pick<Catalogue, 'requirements'>, audit: Countable): Counts {
  const questions = zeros(verdicts);
  const excluded = excludedControls(audit.soa);
  const verdictsInForce = audit.checklist.map((item) => verdictInForce(item, excluded));
  for (const verdict of verdictsInForce) questions[verdict] += 1;
  const results = resultsByRequirement(catalogue, audit);
  const byGrade = zeros(grades);
  for (const { grade } of audit.findings) byGrade[grade] += 1;
  const annex = audit.soa.entries.filter((entry) => !entry.additional);
  return {
    questions: {
      total: audit.checklist.length,
      answered: verdictsInForce.filter((verdict) => !isOpen(verdict)).length,
      byVerdict: questions,
    },
    requirements: {
      total: results.size,
      audited: [...results.values()].filter(isAudited).length,
      byVerdict: tallyResults([...results.keys()], results),
    },
    findings: {
      total: audit.findings.length,
      byGrade,
      earlier: audit.findings.filter(({ earlierFinding }) => earlierFinding !== null).length,
    },
    controls: {
      applicable: annex.filter((entry) => entry.applicable).length,
      excluded: annex.filter((entry) => !entry.applicable).length,
      additional: audit.soa.entries.length - annex.length,
    },
    evidence: audit.evidence.length,
    notes: audit.notes.length,
    actions: { total: audit.actions.length, open: audit.actions.filter(({ status }) => status === 'open').length },
  };
}

/** The themes that a question carries; those of its requirement where it names none of its own. */
export function themesOf(
  question: { themes: readonly string[] } | undefined,
  requirement: { themes: readonly string[] },
): string[] {
  return [...(question && question.themes.length > 0 ? question.themes : requirement.themes)];
}

/** Per theme, how many requirements that carry it have which result. A theme has counts, never a score. */
export function countThemes(
  catalogue: Pick<Catalogue, 'requirements' | 'themes'>,
  results: ReadonlyMap<string, RequirementResult>,
): { id: string; title: string; byVerdict: Tally<Verdict>; total: number }[] {
  return catalogue.themes.map((theme) => {
    const carrying = catalogue.requirements.filter(({ themes }) => themes.includes(theme.id)).map(({ id }) => id);
    return {
      id: theme.id,
      title: theme.title,
      byVerdict: tallyResults(carrying, results),
      total: carrying.length,
    };
  });
}
