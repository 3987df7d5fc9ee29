// Which evidence a finding rests on: what is linked to it, and what its texts refer to. Pure.
import type { OpenAudit } from '../../../shared/contract/audits.ts';
import type { EvidenceRecord, FindingRecord } from '../../../shared/contract/records.ts';
import { compareNumbers } from '../../../shared/domain/numbering.ts';
import { referencesIn } from '../../../shared/domain/references.ts';

export interface FindingEvidence {
  record: EvidenceRecord;
  /** The link; undefined where only a text refers to it. */
  link: string | undefined;
}

/** The numbers that the texts of a finding refer to. */
export const citationsOf = ({ evidence, nature, gradeReason }: FindingRecord) =>
  referencesIn(`${evidence}\n${nature}\n${gradeReason}`);

/** The evidence of a finding by number, linked or cited, each once. */
export function listFindingEvidence(
  { evidence, links }: Pick<OpenAudit, 'evidence' | 'links'>,
  finding: { id: string; citations: readonly string[] },
): FindingEvidence[] {
  const linkOf = new Map(
    links.flatMap(({ id, noun, target, evidence: one }) =>
      noun === 'finding' && target === finding.id ? [[one, id] as const] : [],
    ),
  );
  const cited = new Set(finding.citations);
  return evidence
    .filter(({ id, number }) => linkOf.has(id) || cited.has(number))
    .toSorted((one, other) => compareNumbers(one.number, other.number))
    .map((record) => ({ record, link: linkOf.get(record.id) }));
}
