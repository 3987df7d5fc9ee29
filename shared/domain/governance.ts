import type { Catalogue, GovernanceId } from './catalogue.ts';
import { type FindingFields, isNonconformity, stands } from './findings.ts';
import { compareNumbers } from './numbering.ts';
import type { RequirementResult } from './roll-up.ts';
import { type Tally, tallyResults } from './summary.ts';
import type { Verdict } from './vocabulary.ts';

/** What the results say about one of the four questions of a board. Numbers and ids, in their order. */
export interface GovernanceFacts {
  id: GovernanceId;
  question: string;
  /** How many requirements carry a theme of the question. */
  requirements: number;
  byVerdict: Tally<Verdict>;
  /** The numbers of the nonconformities that cite one of these requirements and still stand. */
  nonconformities: string[];
  /** The ids of those of these requirements that were not audited, whole or in part. */
  notAudited: string[];
}

/** The facts behind each of the four questions, in the order of the catalogue. */
export function collectGovernance(
  { governance, requirements }: Pick<Catalogue, 'governance' | 'requirements'>,
  results: ReadonlyMap<string, RequirementResult>,
  findings: readonly Pick<FindingFields, 'number' | 'grade' | 'requirements' | 'earlierFinding' | 'earlierStatus'>[],
): GovernanceFacts[] {
  return governance.map(({ id, question, themes }) => {
    const touched = requirements
      .filter((requirement) => requirement.themes.some((theme) => themes.includes(theme)))
      .map((requirement) => requirement.id);
    const ids = new Set(touched);
    return {
      id,
      question,
      requirements: touched.length,
      byVerdict: tallyResults(touched, results),
      nonconformities: findings
        .filter(
          (finding) =>
            isNonconformity(finding.grade) && stands(finding) && finding.requirements.some((one) => ids.has(one)),
        )
        .map(({ number }) => number)
        .toSorted(compareNumbers),
      notAudited: touched.filter((one) => results.get(one)?.verdict === 'not-audited'),
    };
  });
}
