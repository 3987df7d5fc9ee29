// Drafts of the conclusions, from the results alone: what could be concluded and the reasons for it. A draft is nobody's
// word: it prints only once the lead auditor has taken it over, as it is or changed (ISO 19011 6.4.9, ISO/IEC 17021-1 9.4.8).
import type { Catalogue, GovernanceId } from './catalogue.ts';
import {
  collectFacts,
  type ConclusionDraft,
  type ConclusionText,
  counted,
  type DraftAudit,
  type DraftFacts,
  listTally,
  refer,
  withVerdict,
} from './conclusion-facts.ts';
import { recommend } from './conclusion-recommendation.ts';
import { type GovernanceFacts, collectGovernance } from './governance.ts';
import { compareNumbers } from './numbering.ts';
import { resultsByRequirement } from './summary.ts';
import { earlierStatuses, keysOf, meetingKinds } from './vocabulary.ts';

function objectivesMet(facts: DraftFacts): ConclusionDraft {
  const { requirements, controls } = facts.counts;
  const open = withVerdict(facts, ['not-started', 'in-progress']);
  const skipped = withVerdict(facts, ['not-audited']);
  const reasons = [
    `${requirements.audited} of ${counted(requirements.total, 'requirement')} audited; ${counted(controls.excluded, 'control is', 'controls are')} excluded.`,
    ...(skipped.length > 0 ? [`Not audited, whole or in part: ${refer(skipped, 12)}.`] : []),
  ];
  if (open.length > 0)
    return {
      text: `Whether the objectives of the audit are met cannot be said yet: ${counted(open.length, 'requirement has', 'requirements have')} no result.`,
      reasons: [...reasons, `No result yet: ${refer(open, 12)}.`],
    };
  if (skipped.length > 0)
    return {
      text: `The objectives of the audit were met, but for what was not audited: ${refer(skipped, 12)}.`,
      reasons,
    };
  return { text: 'The objectives of the audit were met: everything in its scope was audited.', reasons };
}

function conformity(facts: DraftFacts): ConclusionDraft {
  const { majors, minors, concerns, counts, isReadiness } = facts;
  const nonconforming = withVerdict(facts, ['nonconforming']);
  const tally = listTally(counts.requirements.byVerdict);
  const reasons = [
    ...(tally ? [`Requirements: ${tally}.`] : []),
    ...(nonconforming.length > 0 ? [`Nonconforming: ${refer(nonconforming)}.`] : []),
  ];
  if (counts.requirements.audited === 0) return { text: '', reasons };
  if (isReadiness)
    return {
      text:
        concerns.length > 0
          ? `The management system is described and set up as the criteria ask, but for ${counted(concerns.length, 'area of concern', 'areas of concern')} that could become nonconformities: ${refer(concerns)}.`
          : 'The management system is described and set up as the criteria ask; no area of concern was raised.',
      reasons,
    };
  const failed = [...majors, ...minors];
  if (failed.length === 0 && nonconforming.length > 0)
    return {
      text: `The criteria are not fulfilled in ${refer(nonconforming)}; no nonconformity is raised yet.`,
      reasons,
    };
  if (failed.length === 0)
    return { text: 'The management system fulfils the criteria in everything that was audited.', reasons };
  const parts = [
    ...(majors.length > 0
      ? [`${counted(majors.length, 'major nonconformity', 'major nonconformities')} ${refer(majors)}`]
      : []),
    ...(minors.length > 0
      ? [`${counted(minors.length, 'minor nonconformity', 'minor nonconformities')} ${refer(minors)}`]
      : []),
  ];
  const opening =
    majors.length > 0
      ? 'The management system does not fulfil the criteria in full'
      : 'The management system fulfils the criteria on the whole';
  return { text: `${opening}: ${parts.join(' and ')}.`, reasons };
}

function effectiveness(facts: DraftFacts): ConclusionDraft {
  const { open, majors, counts } = facts;
  const numberOf = new Map(open.findings.map(({ id, number }) => [id, number]));
  const newest = new Map(open.gradeDecisions.map((decision) => [decision.finding, decision]));
  const doubted = [...newest.values()].filter(({ capabilityInDoubt }) => capabilityInDoubt === 'yes');
  const inDoubt = [...new Set([...majors, ...doubted.flatMap(({ finding }) => numberOf.get(finding) ?? [])])].toSorted(
    compareNumbers,
  );
  const failed = open.actions
    .filter(({ effective }) => effective === 'no')
    .flatMap(({ finding }) => numberOf.get(finding) ?? []);
  const { actions, requirements } = counts;
  const reasons = [
    ...(actions.total > 0 ? [`${counted(actions.total, 'action')}, ${actions.open} open.`] : []),
    ...(doubted.length > 0 ? ['Decisions on grades doubt the capability to reach the intended results.'] : []),
    ...(failed.length > 0 ? [`Actions without effect: ${refer([...new Set(failed)])}.`] : []),
  ];
  if (requirements.audited === 0) return { text: '', reasons };
  if (inDoubt.length > 0)
    return {
      text: `Whether the management system reaches what it is meant to reach is in doubt because of ${refer(inDoubt)}.`,
      reasons,
    };
  if (failed.length > 0)
    return {
      text: `The management system works, but actions on ${refer([...new Set(failed)])} have not had their effect.`,
      reasons,
    };
  return {
    text: 'Nothing was found that puts in doubt that the management system reaches what it is meant to reach.',
    reasons,
  };
}

function scopeFit({ open, counts }: DraftFacts): ConclusionDraft {
  const outside = open.aiSystems.filter(({ inScope }) => !inScope).map(({ name }) => name);
  const bare = open.soa.entries
    .filter(({ applicable, justification, additional }) => !applicable && !additional && justification.trim() === '')
    .map(({ control }) => control);
  if (open.aiSystems.length === 0) return { text: '', reasons: [] };
  const systems = `The scope takes in ${open.aiSystems.length - outside.length} of ${counted(open.aiSystems.length, 'recorded AI system')}`;
  const doubts =
    bare.length > 0 ? ` Why ${refer(bare)} ${bare.length === 1 ? 'is' : 'are'} excluded is not justified.` : '';
  return {
    text: `${systems}${outside.length > 0 ? `; outside it: ${outside.join(', ')}` : ''}.${doubts}`,
    reasons: [`${counted(counts.controls.excluded, 'control is', 'controls are')} excluded.`],
  };
}

function earlierActions({ open }: DraftFacts): ConclusionDraft {
  const carried = open.findings.filter(({ earlierFinding }) => earlierFinding !== null);
  if (carried.length === 0) return { text: '', reasons: [] };
  const lines = keysOf(earlierStatuses).flatMap((status) => {
    const numbers = carried.filter(({ earlierStatus }) => earlierStatus === status).map(({ number }) => number);
    return numbers.length > 0 ? [`${earlierStatuses[status]}: ${refer(numbers.toSorted(compareNumbers))}.`] : [];
  });
  const closed = carried.filter(({ earlierStatus }) => earlierStatus === 'closed').length;
  return {
    text: [
      `${closed} of ${counted(carried.length, 'earlier finding')} ${closed === 1 ? 'is' : 'are'} closed with effect.`,
      ...lines,
    ].join(' '),
    reasons: [`${counted(carried.length, 'finding was', 'findings were')} carried over from an earlier audit.`],
  };
}

function differences({ open }: DraftFacts): ConclusionDraft {
  const apart = open.meetings
    .filter(({ opinions }) => opinions.trim() !== '')
    .map(({ kind, title, opinions }) => `${title || meetingKinds[kind]}: ${opinions.trim()}`);
  const disagreeing = open.findings.filter(({ auditeePosition }) => auditeePosition === 'disagrees');
  const lines =
    disagreeing.length > 0 ? [`The auditee disagrees with ${refer(disagreeing.map(({ number }) => number))}.`] : [];
  return { text: [...apart, ...lines].join('\n'), reasons: [] };
}

function limits({ open, results }: DraftFacts): ConclusionDraft {
  const { remoteShare, limits: own, withheld } = open.audit;
  if (results.every(([, { verdict }]) => verdict === 'not-started')) return { text: '', reasons: [] };
  return {
    text: [
      'The audit looked at samples; what was not found may still be there.',
      remoteShare === null ? '' : `${remoteShare} % of the audit was remote.`,
      own.trim(),
      withheld.trim() && `Withheld: ${withheld.trim()}`,
    ]
      .filter(Boolean)
      .join(' '),
    reasons: [],
  };
}

function notAudited({ open }: DraftFacts): ConclusionDraft {
  const skipped = open.checklist.filter(({ verdict }) => verdict === 'not-audited');
  const ids = [...new Set(skipped.map(({ requirement }) => requirement))];
  const lines = ids.map((id) => {
    const reasons = skipped.filter(({ requirement }) => requirement === id).map(({ reason }) => reason.trim());
    return `[${id}]: ${[...new Set(reasons.filter(Boolean))].join(' ') || 'no reason recorded.'}`;
  });
  return { text: lines.join('\n'), reasons: [] };
}

function programme(facts: DraftFacts): ConclusionDraft {
  const { majors, minors, concerns } = facts;
  const skipped = withVerdict(facts, ['not-audited']);
  const again = [...majors, ...minors, ...concerns];
  return {
    text: [
      again.length > 0 ? `The next audit looks at the effect of the actions on ${refer(again)}.` : '',
      skipped.length > 0 ? `It takes in what was not audited this time: ${refer(skipped, 12)}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
    reasons: [],
  };
}

/** The drafts of all conclusions. Pure: the same audit gives the same drafts. */
export function draftConclusions(open: DraftAudit, catalogue: Catalogue): Record<ConclusionText, ConclusionDraft> {
  const facts = collectFacts(open, catalogue);
  return {
    objectivesMet: objectivesMet(facts),
    conformity: conformity(facts),
    effectiveness: effectiveness(facts),
    scopeFit: scopeFit(facts),
    earlierActions: earlierActions(facts),
    recommendation: recommend(facts),
    differences: differences(facts),
    programme: programme(facts),
    marks: { text: '', reasons: [] },
    limits: limits(facts),
    notAudited: notAudited(facts),
  };
}

function answer({ requirements, byVerdict, nonconformities, notAudited: skipped }: GovernanceFacts): string {
  const open = byVerdict['not-started'] + byVerdict['in-progress'];
  const audited = requirements - open - byVerdict['not-audited'] - byVerdict['not-applicable'];
  const stands = audited > 0 ? 'What was audited stands as it should.' : '';
  return [
    nonconformities.length > 0 ? `Not everything stands as it should: see ${refer(nonconformities)}.` : stands,
    open > 0
      ? `${open} of ${counted(requirements, 'requirement')} behind this question ${open === 1 ? 'has' : 'have'} no result yet.`
      : '',
    skipped.length > 0 ? `Not audited: ${refer(skipped, 12)}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function sayGovernance({ requirements, byVerdict, nonconformities, notAudited: skipped }: GovernanceFacts): string {
  return [
    `${counted(requirements, 'requirement')}: ${listTally(byVerdict) || 'none'}.`,
    nonconformities.length === 0 ? 'No nonconformity raised.' : `Nonconformities: ${refer(nonconformities)}.`,
    ...(skipped.length === 0 ? [] : [`Not audited: ${refer(skipped)}.`]),
  ].join(' ');
}

/** A draft of the answer to each of the four questions of a board, by its id. */
export function draftAnswers(open: DraftAudit, catalogue: Catalogue): Map<GovernanceId, ConclusionDraft> {
  const facts = collectGovernance(catalogue, resultsByRequirement(catalogue, open), open.findings);
  return new Map(facts.map((one) => [one.id, { text: answer(one), reasons: [sayGovernance(one)] }]));
}
