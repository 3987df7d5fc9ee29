// What the results say about each conclusion and each question of the board, in sentences with references. Pure.
import type { OpenAudit } from '../../../shared/contract/audits.ts';
import type { Catalogue, GovernanceId } from '../../../shared/domain/catalogue.ts';
import type { ConclusionFields } from '../../../shared/domain/conclusions.ts';
import { isNonconformity } from '../../../shared/domain/findings.ts';
import { countAudit, resultsByRequirement } from '../../../shared/domain/summary.ts';
import type { Verdict } from '../../../shared/domain/vocabulary.ts';
import { formatCount } from '../../ui/format.ts';

export type ConclusionText = Exclude<keyof ConclusionFields, GovernanceId | 'acceptedAt' | 'acceptedBy'>;

/** The conclusions in the order of the report. */
export const conclusionTexts: readonly ConclusionText[] = [
  'objectivesMet',
  'conformity',
  'effectiveness',
  'recommendation',
  'differences',
  'limits',
  'notAudited',
];

const refer = (targets: readonly string[]) => targets.map((target) => `[${target}]`).join(' ');

const verdictWords: readonly (readonly [readonly Verdict[], string])[] = [
  [['conforms'], 'conform'],
  [['improvement'], 'conform with improvement'],
  [['nonconforming'], 'nonconforming'],
  [['not-applicable'], 'not applicable'],
  [['not-audited'], 'not audited'],
  [['not-started', 'in-progress'], 'open'],
];

function tally(verdicts: readonly Verdict[]): string {
  return verdictWords
    .map(([keys, words]) => [verdicts.filter((verdict) => keys.includes(verdict)).length, words] as const)
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(', ');
}

function listNonconformities({ findings }: OpenAudit, cites: (requirement: string) => boolean): string {
  const numbers = findings
    .filter(({ grade, requirements }) => isNonconformity(grade) && requirements.some(cites))
    .map(({ number }) => number)
    .toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }));
  return numbers.length === 0 ? 'No nonconformity.' : `Nonconformities: ${refer(numbers)}.`;
}

/** The results behind each of the four questions, by its id. */
export function governanceFacts(open: OpenAudit, catalogue: Catalogue): Map<GovernanceId, string> {
  const results = resultsByRequirement(catalogue, open);
  const verdictOf = (id: string): Verdict => results.get(id)?.verdict ?? 'not-started';
  return new Map(
    catalogue.governance.map(({ id, themes }) => {
      const touched = catalogue.requirements.filter((one) => one.themes.some((theme) => themes.includes(theme)));
      const ids = new Set(touched.map((one) => one.id));
      const notAudited = [...ids].filter((one) => verdictOf(one) === 'not-audited');
      return [
        id,
        [
          `${formatCount(touched.length, 'requirement')}: ${tally([...ids].map(verdictOf)) || 'none'}.`,
          listNonconformities(open, (one) => ids.has(one)),
          ...(notAudited.length === 0 ? [] : [`Not audited: ${refer(notAudited)}.`]),
        ].join(' '),
      ];
    }),
  );
}

function gradesInWords(open: OpenAudit): string {
  const of = (grade: string) => open.findings.filter((finding) => finding.grade === grade).map(({ number }) => number);
  const part = (grade: string, words: string) => {
    const numbers = of(grade);
    return numbers.length === 0 ? `no ${words}` : `${numbers.length} ${words} ${refer(numbers)}`;
  };
  return `${part('major', 'major')}, ${part('minor', 'minor')}.`;
}

/** The results behind each conclusion; an empty text where the results say nothing about it. */
export function conclusionFacts(open: OpenAudit, catalogue: Catalogue): Record<ConclusionText, string> {
  const counts = countAudit(catalogue, open);
  const results = [...resultsByRequirement(catalogue, open)];
  const withVerdict = (wanted: Verdict) => results.flatMap(([id, { verdict }]) => (verdict === wanted ? [id] : []));
  const nonconforming = withVerdict('nonconforming');
  const { requirements, controls, actions } = counts;
  const disagreeing = open.findings.filter(({ auditeePosition }) => auditeePosition === 'disagrees');
  const skipped = open.checklist.filter(({ verdict }) => verdict === 'not-audited');
  const skippedIds = [...new Set(skipped.map(({ requirement }) => requirement))];
  const { remoteShare, limits } = open.audit;
  return {
    objectivesMet:
      `${requirements.audited} of ${formatCount(requirements.total, 'requirement')} audited; ` +
      `${formatCount(controls.excluded, 'control is', 'controls are')} excluded.` +
      (skippedIds.length === 0 ? '' : ` Not audited, whole or in part: ${refer(skippedIds)}.`),
    conformity:
      `${tally(results.map(([, { verdict }]) => verdict))}.` +
      (nonconforming.length === 0 ? '' : ` Nonconforming: ${refer(nonconforming)}.`),
    effectiveness: actions.total === 0 ? '' : `${formatCount(actions.total, 'action')}, ${actions.open} open.`,
    recommendation: open.findings.length === 0 ? '' : `Findings: ${gradesInWords(open)}`,
    differences:
      disagreeing.length === 0 ? '' : `The auditee disagrees with ${refer(disagreeing.map(({ number }) => number))}.`,
    limits: [remoteShare === null ? '' : `${remoteShare} % of the audit was remote.`, limits.trim()]
      .filter(Boolean)
      .join(' '),
    notAudited: skippedIds
      .map((id) => {
        const reasons = skipped.filter(({ requirement }) => requirement === id).map(({ reason }) => reason.trim());
        return `[${id}]: ${[...new Set(reasons.filter(Boolean))].join(' ') || 'no reason recorded.'}`;
      })
      .join('\n'),
  };
}
