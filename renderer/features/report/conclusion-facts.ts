// What the results say about each conclusion and each question of the board, in sentences with references. Pure.
import type { OpenAudit } from '../../../shared/contract/audits.ts';
import type { Catalogue, GovernanceId } from '../../../shared/domain/catalogue.ts';
import type { ConclusionFields } from '../../../shared/domain/conclusions.ts';
import { collectGovernance } from '../../../shared/domain/governance.ts';
import { countAudit, resultsByRequirement, type Tally } from '../../../shared/domain/summary.ts';
import { templateOf } from '../../../shared/domain/templates.ts';
import { keysOf, meetingKinds, type Verdict } from '../../../shared/domain/vocabulary.ts';
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

function listTally(byVerdict: Tally<Verdict>): string {
  return verdictWords
    .map(([keys, words]) => [keys.reduce((sum, key) => sum + byVerdict[key], 0), words] as const)
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(', ');
}

/** The results behind each of the four questions as sentences, by its id. */
export function governanceFacts(open: OpenAudit, catalogue: Catalogue): Map<GovernanceId, string> {
  const facts = collectGovernance(catalogue, resultsByRequirement(catalogue, open), open.findings);
  return new Map(
    facts.map(({ id, requirements, byVerdict, nonconformities, notAudited }) => [
      id,
      [
        `${formatCount(requirements, 'requirement')}: ${listTally(byVerdict) || 'none'}.`,
        nonconformities.length === 0 ? 'No nonconformity raised.' : `Nonconformities: ${refer(nonconformities)}.`,
        ...(notAudited.length === 0 ? [] : [`Not audited: ${refer(notAudited)}.`]),
      ].join(' '),
    ]),
  );
}

const graveWords = { major: 'major', minor: 'minor', concern: 'of concern' } as const;

/** The grave findings: those grades that the audit's template uses, and any other that was given all the same. */
function gradesInWords(open: OpenAudit, catalogue: Catalogue): string {
  const used = templateOf(catalogue, open.audit).grades.map(({ grade }) => grade);
  return keysOf(graveWords)
    .map((grade) => {
      const numbers = open.findings.filter((finding) => finding.grade === grade).map(({ number }) => number);
      if (numbers.length > 0) return `${numbers.length} ${graveWords[grade]} ${refer(numbers)}`;
      const isAsked = used.includes(grade) && (grade !== 'concern' || !used.includes('minor'));
      return isAsked ? `no ${graveWords[grade]}` : '';
    })
    .filter(Boolean)
    .join(', ');
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
      `${listTally(requirements.byVerdict)}.` +
      (nonconforming.length === 0 ? '' : ` Nonconforming: ${refer(nonconforming)}.`),
    effectiveness: actions.total === 0 ? '' : `${formatCount(actions.total, 'action')}, ${actions.open} open.`,
    recommendation: open.findings.length === 0 ? '' : `Findings: ${gradesInWords(open, catalogue)}.`,
    differences: [
      ...open.meetings
        .filter(({ opinions }) => opinions.trim() !== '')
        .map(({ kind, title, opinions }) => `${title || meetingKinds[kind]}: ${opinions.trim()}`),
      ...(disagreeing.length === 0
        ? []
        : [`The auditee disagrees with ${refer(disagreeing.map(({ number }) => number))}.`]),
    ].join('\n'),
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
