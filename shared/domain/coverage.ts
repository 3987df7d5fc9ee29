import type { Catalogue, Requirement } from './catalogue.ts';
import { isOpen, type RequirementResult, verdictInForce } from './roll-up.ts';
import { type Countable, excludedControls, resultsByRequirement } from './summary.ts';
import type { Verdict } from './vocabulary.ts';

/** A requirement with its questions in an audit, how many of them are answered, and what follows from them. */
export interface CoveredRequirement<Item> {
  requirement: Requirement;
  items: Item[];
  answered: number;
  result: RequirementResult;
  /** Left out by the Statement of Applicability. */
  isExcluded: boolean;
}

/** A chapter of clauses or a group of controls. */
export interface CoveredGroup<Item> {
  id: string;
  title: string;
  answered: number;
  total: number;
  requirements: CoveredRequirement<Item>[];
}

/** Every requirement of the catalogue by group, with how far the audit has covered it. */
export function coverAudit<Item extends { requirement: string; verdict: Verdict }>(
  catalogue: Pick<Catalogue, 'groups' | 'requirements'>,
  audit: { audit: Countable['audit']; checklist: readonly Item[]; soa: Countable['soa'] },
): CoveredGroup<Item>[] {
  const results = resultsByRequirement(catalogue, audit);
  const items = Map.groupBy(audit.checklist, ({ requirement }) => requirement);
  const excluded = excludedControls(audit.soa);
  const members = Map.groupBy(catalogue.requirements, ({ group }) => group);
  return catalogue.groups.map(({ id, title }) => {
    const requirements = (members.get(id) ?? []).map((requirement) => {
      const own = items.get(requirement.id) ?? [];
      return {
        requirement,
        items: own,
        answered: own.filter((item) => !isOpen(verdictInForce(item, excluded))).length,
        result: results.get(requirement.id) ?? { verdict: 'not-started' as const, partial: false },
        isExcluded: excluded.has(requirement.id),
      };
    });
    return {
      id,
      title,
      requirements,
      answered: requirements.reduce((sum, { answered }) => sum + answered, 0),
      total: requirements.reduce((sum, row) => sum + row.items.length, 0),
    };
  });
}
