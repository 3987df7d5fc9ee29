// Which AI systems were sampled, out of which population, and what about the choice an auditor should look at.
import type { AiSystemFields } from './ai-systems.ts';
import type { Question } from './catalogue.ts';
import { systemsFor } from './tailoring.ts';
import { impacts, lifecycleStages, systemRoles } from './vocabulary.ts';

type System = AiSystemFields & { id: string };
type Item = { id: string; questionId: string; control: string; requirement: string; aiSystem: string | null };

const groupings = { impact: impacts, role: systemRoles, lifecycle: lifecycleStages } as const;
export type Grouping = keyof typeof groupings;
export const groupingKeys: readonly Grouping[] = ['impact', 'role', 'lifecycle'];

/** One group of the population: how many systems are in scope, and how many of them were sampled. */
export interface SampledGroup {
  value: string;
  population: number;
  sampled: number;
}

/** The systems in scope against the sampled ones, by a property; groups without a system in scope are left out. */
export function sampleBy(systems: readonly AiSystemFields[], grouping: Grouping): SampledGroup[] {
  const inScope = systems.filter((system) => system.inScope);
  return Object.keys(groupings[grouping]).flatMap((value) => {
    const members = inScope.filter((system) => system[grouping] === value);
    return members.length === 0
      ? []
      : [{ value, population: members.length, sampled: members.filter(({ sampled }) => sampled).length }];
  });
}

export type SamplingWarning =
  | { code: 'none-sampled' }
  | { code: 'high-not-sampled' | 'no-question' | 'no-reason' | 'out-of-scope'; system: string }
  | { code: 'role-not-sampled' | 'lifecycle-not-sampled'; value: string };

/**
 * The questions that the catalogue puts per AI system and that are not put for this one yet: one item of each, to be
 * repeated.
 */
export function questionsDue(
  system: Pick<System, 'id' | 'role'>,
  checklist: readonly Item[],
  questions: readonly Question[],
): string[] {
  const known = new Map(questions.map((question) => [question.id, question]));
  const same = Map.groupBy(checklist, ({ requirement, questionId, control }) =>
    [requirement, questionId, control].join(' '),
  );
  return [...same.values()].flatMap((copies) => {
    const [item] = copies;
    const question = item && known.get(item.questionId);
    if (!item || !question || copies.some(({ aiSystem }) => aiSystem === system.id)) return [];
    return systemsFor(question, [system]).length > 0 ? [item.id] : [];
  });
}

/** What about the sample an auditor should look at, the weightiest first. */
export function samplingWarnings(
  systems: readonly System[],
  checklist: readonly Pick<Item, 'aiSystem'>[],
): SamplingWarning[] {
  const inScope = systems.filter((system) => system.inScope);
  const sampled = inScope.filter((system) => system.sampled);
  const hasReason = ({ samplingReason }: System) => samplingReason.trim() !== '';
  const asked = new Set(checklist.map(({ aiSystem }) => aiSystem));
  const about = (code: 'high-not-sampled' | 'no-question' | 'no-reason' | 'out-of-scope', list: readonly System[]) =>
    list.map(({ id }) => ({ code, system: id }));
  const missing = (grouping: 'role' | 'lifecycle') =>
    sampleBy(systems, grouping)
      .filter((group) => group.sampled === 0)
      .map(({ value }) => ({ code: `${grouping}-not-sampled` as const, value }));
  return [
    ...(inScope.length > 0 && sampled.length === 0 ? [{ code: 'none-sampled' as const }] : []),
    ...about(
      'high-not-sampled',
      inScope.filter((system) => system.impact === 'high' && !system.sampled && !hasReason(system)),
    ),
    ...about(
      'out-of-scope',
      systems.filter((system) => system.sampled && !system.inScope),
    ),
    ...about(
      'no-question',
      sampled.filter(({ id }) => !asked.has(id)),
    ),
    ...about(
      'no-reason',
      sampled.filter((system) => !hasReason(system)),
    ),
    ...(sampled.length === 0 ? [] : [...missing('role'), ...missing('lifecycle')]),
  ];
}
