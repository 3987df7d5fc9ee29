// What the drafts of the conclusions rest on: the results of an audit and its findings by what they ask for.
import { withScale } from './audit-grades.ts';
import type { Catalogue, GovernanceId } from './catalogue.ts';
import type { ConclusionFields } from './conclusions.ts';
import { isNonconformity } from './findings.ts';
import { compareNumbers } from './numbering.ts';
import type { RecordOf } from './nouns.ts';
import type { RequirementResult } from './roll-up.ts';
import { countAudit, type Countable, type Counts, resultsByRequirement, type Tally } from './summary.ts';
import { templateOf } from './templates.ts';
import type { Verdict } from './vocabulary.ts';

export type ConclusionText = Exclude<keyof ConclusionFields, GovernanceId | 'acceptedAt' | 'acceptedBy'>;

/** The conclusions in the order of the report. */
export const conclusionTexts: readonly ConclusionText[] = [
  'objectivesMet',
  'conformity',
  'effectiveness',
  'scopeFit',
  'earlierActions',
  'recommendation',
  'differences',
  'programme',
  'marks',
  'limits',
  'notAudited',
];

/** What could be concluded, and the results behind it. An empty `text` where the results say nothing. */
export interface ConclusionDraft {
  text: string;
  reasons: string[];
}

/** What of an open audit the drafts are made from. */
export interface DraftAudit extends Countable {
  audit: RecordOf<'audit'>;
  checklist: RecordOf<'checklistItem'>[];
  soa: { entries: RecordOf<'soaEntry'>[] };
  findings: RecordOf<'finding'>[];
  actions: RecordOf<'action'>[];
  gradeDecisions: RecordOf<'gradeDecision'>[];
  auditGrades: RecordOf<'auditGrade'>[];
  meetings: RecordOf<'meeting'>[];
  aiSystems: RecordOf<'aiSystem'>[];
}

/** What the rules read: the audit, its results, and its findings by what they ask for. */
export interface DraftFacts {
  open: DraftAudit;
  counts: Counts;
  results: [string, RequirementResult][];
  /** Numbers of findings. */
  majors: string[];
  minors: string[];
  concerns: string[];
  /** Whether the audit looks at readiness and grades nothing as a nonconformity. */
  isReadiness: boolean;
}

/** References in brackets; of many, the first and how many more. */
export function refer(targets: readonly string[], most = 40): string {
  const shown = targets.slice(0, most).map((target) => `[${target}]`);
  return [...shown, ...(targets.length > most ? [`and ${targets.length - most} more`] : [])].join(' ');
}

/** A count with its noun. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const verdictWords: readonly (readonly [readonly Verdict[], string])[] = [
  [['conforms'], 'conform'],
  [['improvement'], 'conform with improvement'],
  [['nonconforming'], 'nonconforming'],
  [['not-applicable'], 'not applicable'],
  [['not-audited'], 'not audited'],
  [['not-started', 'in-progress'], 'open'],
];

/** Results in words, those that there are. */
export function listTally(byVerdict: Tally<Verdict>): string {
  return verdictWords
    .map(([keys, words]) => [keys.reduce((sum, key) => sum + byVerdict[key], 0), words] as const)
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(', ');
}

/** The facts of an audit. */
export function collectFacts(open: DraftAudit, catalogue: Catalogue): DraftFacts {
  const of = (grade: string) =>
    open.findings
      .filter((finding) => finding.grade === grade)
      .map(({ number }) => number)
      .toSorted(compareNumbers);
  const used = withScale(templateOf(catalogue, open.audit), open.auditGrades).grades.map(({ grade }) => grade);
  const [majors, minors, concerns] = [of('major'), of('minor'), of('concern')];
  return {
    open,
    counts: countAudit(catalogue, open),
    results: [...resultsByRequirement(catalogue, open)],
    majors,
    minors,
    concerns,
    isReadiness: majors.length + minors.length === 0 && !used.some(isNonconformity),
  };
}

/** The requirements with one of these results. */
export const withVerdict = ({ results }: DraftFacts, wanted: readonly Verdict[]): string[] =>
  results.flatMap(([id, { verdict }]) => (wanted.includes(verdict) ? [id] : []));
