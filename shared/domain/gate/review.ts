// What the gate asks of the independent review and of the signatures (ISO/IEC 17021-1 9.5.2: reviewed by others).
import type { AuditFields } from '../audits.ts';
import type { EvidenceFields } from '../evidence.ts';
import type { FindingFields } from '../findings.ts';
import type { PlanSlotFields } from '../plan-slots.ts';
import type { ReviewCommentFields } from '../review-comments.ts';
import type { SignatureFields } from '../signatures.ts';
import type { TeamMemberFields } from '../team-members.ts';
import { isIssued } from '../issue-lock.ts';
import { isSamePerson } from './people.ts';
import { blocking, type GatePoint, telling } from './points.ts';

/** What the points of the review are found in. */
export interface Reviewed {
  audit: Pick<AuditFields, 'type' | 'status' | 'reviewer' | 'reviewStep' | 'releasedAt' | 'releasedBy'>;
  team: readonly Pick<TeamMemberFields, 'name' | 'role'>[];
  planSlots: readonly Pick<PlanSlotFields, 'auditor'>[];
  evidence: readonly Pick<EvidenceFields, 'collectedBy'>[];
  findings: readonly (Pick<FindingFields, 'number' | 'raisedBy' | 'earlierFinding'> & { id: string })[];
  reviewComments: readonly Pick<ReviewCommentFields, 'noun' | 'target' | 'text' | 'disposition'>[];
  signatures: readonly Pick<SignatureFields, 'version' | 'side'>[];
  version: number;
  /** Whether something that the report prints was changed after it was released. */
  changedSinceRelease: boolean;
}

/** Whether a report is reviewed before it is issued: only internal audits can go without. */
export function needsReview({ type, reviewStep }: Pick<AuditFields, 'type' | 'reviewStep'>): boolean {
  return reviewStep || type !== 'internal';
}

/** How a reviewer took part in the audit itself; undefined for somebody who is independent of it, as far as is known. */
export function partOfReviewer(
  reviewer: string,
  { team, planSlots, evidence, findings }: Pick<Reviewed, 'team' | 'planSlots' | 'evidence' | 'findings'>,
): string | undefined {
  const isReviewer = (name: string) => name.split(/[,;]/).some((one) => isSamePerson(one, reviewer));
  if (team.some(({ name }) => isSamePerson(name, reviewer))) return 'belongs to the audit team';
  if (planSlots.some(({ auditor }) => isReviewer(auditor))) return 'audits in the plan';
  if (findings.some(({ raisedBy, earlierFinding }) => earlierFinding === null && isSamePerson(raisedBy, reviewer)))
    return 'raised a finding';
  return evidence.some(({ collectedBy }) => isSamePerson(collectedBy, reviewer)) ? 'collected evidence' : undefined;
}

const longestQuote = 100;

function quote(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length <= longestQuote ? line : `${line.slice(0, longestQuote).toWellFormed().trimEnd()}…`;
}

/** Remarks that nobody has answered yet, each with the finding it is about, or the review. */
function openComments({ reviewComments, findings }: Reviewed): GatePoint[] {
  const numberOf = new Map(findings.map(({ id, number }) => [id, number]));
  return reviewComments
    .filter(({ disposition }) => disposition === 'open')
    .map(({ noun, target, text }) => {
      const number = noun === 'finding' ? numberOf.get(target) : undefined;
      return number === undefined
        ? blocking('Review', `A comment of the reviewer is open: “${quote(text)}”`)
        : blocking(number, `${number} has an open comment of the reviewer: “${quote(text)}”`);
    });
}

function releasePoints(given: Reviewed): GatePoint[] {
  const { audit, changedSinceRelease } = given;
  if (audit.reviewer.trim() === '')
    return [blocking('Review', 'No reviewer is named. Name somebody who took no part in the audit.')];
  const part = partOfReviewer(audit.reviewer, given);
  if (part !== undefined)
    return [blocking('Review', `The reviewer, ${audit.reviewer.trim()}, ${part}. Somebody else has to review it.`)];
  if (audit.releasedAt === null) return [blocking('Review', 'The reviewer has not released the report.')];
  if (changedSinceRelease)
    return [blocking('Review', 'The audit was changed after the reviewer released it. It has to be released again.')];
  return [];
}

/** The open points of review and sign-off. */
export function reviewPoints(given: Reviewed): GatePoint[] {
  const { audit, signatures, version } = given;
  // What is issued has been through it.
  if (isIssued(audit.status)) return [];
  const points = openComments(given);
  if (needsReview(audit)) points.push(...releasePoints(given));
  if (!signatures.some((one) => one.side === 'team' && one.version === version))
    points.push(telling('Sign-off', 'Nobody of the audit team has signed; the report leaves a line for it.'));
  return points;
}
