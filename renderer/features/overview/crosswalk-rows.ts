// The crosswalks as the room shows them: per framework its places in parts, and how many touch what does not conform. Pure.
import { type FrameworkId, frameworks, type LinkedReference, partOf } from '../../../shared/domain/crosswalks.ts';
import type { RequirementResult } from '../../../shared/domain/roll-up.ts';

export interface FrameworkPart {
  /** The framework's own name of the part; empty where it has none. */
  title: string;
  references: LinkedReference[];
}

export interface FrameworkView {
  id: FrameworkId;
  name: string;
  count: number;
  /** How many references are linked from a nonconforming requirement. */
  touching: number;
  parts: FrameworkPart[];
}

/** Every framework with its linked references. */
export function viewFrameworks(
  links: Readonly<Record<FrameworkId, readonly LinkedReference[]>>,
  results: ReadonlyMap<string, RequirementResult>,
): FrameworkView[] {
  return (Object.keys(frameworks) as FrameworkId[]).map((id) => ({
    id,
    name: frameworks[id],
    count: links[id].length,
    touching: links[id].filter((one) =>
      one.links.some(({ requirement }) => results.get(requirement)?.verdict === 'nonconforming'),
    ).length,
    parts: [...Map.groupBy(links[id], ({ reference }) => partOf(reference))].map(([title, references]) => ({
      title,
      references,
    })),
  }));
}
