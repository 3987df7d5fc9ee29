// What a team could recommend, by the type of audit and its findings. The decision is made by others (ISO/IEC 17021-1 9.5).
import { type ConclusionDraft, counted, type DraftFacts, refer } from './conclusion-facts.ts';
import type { AuditType } from './vocabulary.ts';

/** What an audit of a certification body is about, as the object of a recommendation. */
const certification: Partial<Record<AuditType, string>> = {
  'stage-2': 'certification',
  surveillance: 'that the certificate is kept',
  recertification: 'that the certificate is renewed',
};

/** The recommendation with its conditions, and the findings it rests on. Without a single result there is none. */
export function recommend(facts: DraftFacts): ConclusionDraft {
  const { open, counts, majors, minors, concerns } = facts;
  const { byVerdict, audited } = counts.requirements;
  const missing = byVerdict['not-started'] + byVerdict['in-progress'];
  const reasons = [
    ...(open.findings.length > 0 ? [`Findings: ${sayFindings(facts)}.`] : []),
    ...(missing > 0 ? [`${counted(missing, 'requirement has', 'requirements have')} no result yet.`] : []),
  ];
  if (audited === 0) return { text: '', reasons };
  const object = certification[open.audit.type];
  if (object) return { text: recommendCertificate(object, majors, minors), reasons };
  if (open.audit.type === 'stage-1') {
    const text =
      concerns.length > 0
        ? `Stage 2 can go ahead once the areas of concern are dealt with: ${refer(concerns)}.`
        : 'Stage 2 can go ahead as planned.';
    return { text, reasons };
  }
  const failed = [...majors, ...minors, ...concerns];
  if (open.audit.type === 'supplier') return { text: recommendSupplier(majors, failed), reasons };
  if (open.audit.type === 'follow-up') {
    const left = open.findings.filter(
      ({ earlierFinding, earlierStatus }) => earlierFinding !== null && earlierStatus !== 'closed',
    );
    const text =
      left.length > 0
        ? `A further follow-up is needed for ${refer(left.map(({ number }) => number))}.`
        : 'No further follow-up is needed.';
    return { text, reasons };
  }
  const text =
    failed.length > 0
      ? `Correction and corrective action are to be agreed for ${refer(failed)}, with owners and dates, and their effect is to be checked.`
      : 'No action has to be agreed.';
  return { text, reasons };
}

function recommendCertificate(object: string, majors: readonly string[], minors: readonly string[]): string {
  const plans =
    minors.length > 0 ? `the plans for correction and corrective action of ${refer(minors)} are accepted` : '';
  if (majors.length > 0)
    return (
      `The team does not recommend ${object} before correction and corrective action of ${refer(majors)} are accepted and ` +
      `verified${plans ? ` and ${plans}` : ''}.`
    );
  return plans ? `The team recommends ${object} once ${plans}.` : `The team recommends ${object}.`;
}

function recommendSupplier(majors: readonly string[], failed: readonly string[]): string {
  if (majors.length > 0)
    return `The supplier should not be relied on for what is concerned before ${refer(majors)} ${majors.length === 1 ? 'is' : 'are'} closed.`;
  return failed.length > 0
    ? `The supplier can be relied on if the actions on ${refer(failed)} are agreed and carried out.`
    : 'The supplier can be relied on for what was audited.';
}

function sayFindings({ majors, minors, concerns, isReadiness }: DraftFacts): string {
  const say = (numbers: readonly string[], words: string, isAsked: boolean) =>
    numbers.length > 0 ? [`${numbers.length} ${words} ${refer(numbers)}`] : isAsked ? [`no ${words}`] : [];
  return [
    ...say(majors, 'major', !isReadiness),
    ...say(minors, 'minor', !isReadiness),
    ...say(concerns, 'of concern', isReadiness),
  ].join(', ');
}
