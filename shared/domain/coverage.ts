import type { Catalogue, Requirement } from './catalogue.ts';
import { isOpen, type RequirementResult, rollUp, verdictInForce } from './roll-up.ts';
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

/** What was asked about one requirement for one AI system. */
export interface SystemCell<Item> {
  requirement: Requirement;
  /** Empty where the requirement is asked for other systems, but not for this one. */
  items: Item[];
  answered: number;
  result: RequirementResult;
}

export interface CoveredSystem<System, Item> {
  system: System;
  cells: SystemCell<Item>[];
}

interface AskedItem {
  requirement: string;
  verdict: Verdict;
  aiSystem: string | null;
}

/**
 * The sampled AI systems, and those for which questions are asked all the same, each with every requirement that is asked
 * per system: how far it is answered for this system.
 */
export function coverSystems<System extends { id: string; sampled: boolean; inScope: boolean }, Item extends AskedItem>(
  { requirements }: Pick<Catalogue, 'requirements'>,
  audit: { aiSystems: readonly System[]; checklist: readonly Item[]; soa: Countable['soa'] },
): CoveredSystem<System, Item>[] {
  const asked = audit.checklist.filter(({ aiSystem }) => aiSystem !== null);
  const excluded = excludedControls(audit.soa);
  const bySystem = Map.groupBy(asked, ({ aiSystem }) => aiSystem);
  const perSystem = new Set(asked.map(({ requirement }) => requirement));
  const columns = requirements.filter(({ id }) => perSystem.has(id));
  return audit.aiSystems
    .filter(({ id, sampled, inScope }) => (sampled && inScope) || bySystem.has(id))
    .map((system) => {
      const own = Map.groupBy(bySystem.get(system.id) ?? [], ({ requirement }) => requirement);
      const cells = columns.map((requirement) => {
        const items = own.get(requirement.id) ?? [];
        return {
          requirement,
          items,
          answered: items.filter((item) => !isOpen(verdictInForce(item, excluded))).length,
          result: rollUp(
            items.map(({ verdict }) => verdict),
            excluded.has(requirement.id),
          ),
        };
      });
      return { system, cells };
    });
}
