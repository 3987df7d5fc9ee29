// The statement as rows under the groups of the catalogue, own controls last. Pure.
import type { SoaEntryRecord } from '../../../shared/contract/records.ts';
import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import type { RequirementResult } from '../../../shared/domain/roll-up.ts';

export type SoaFilter = 'all' | 'excluded' | 'unjustified' | 'unstated' | 'additional';

export interface SoaRow {
  entry: SoaEntryRecord;
  title: string;
  result: RequirementResult | undefined;
}

export interface SoaGroup {
  id: string;
  title: string;
  rows: readonly SoaRow[];
}

/** The id of the group of controls that are the auditee's own. */
export const ownGroup = 'own';

/** The entries with titles and results, grouped as the catalogue does. `ownTitle` names the last group. */
export function groupEntries(
  entries: readonly SoaEntryRecord[],
  { groups, requirements }: Pick<Catalogue, 'groups' | 'requirements'>,
  results: ReadonlyMap<string, RequirementResult>,
  ownTitle: string,
): SoaGroup[] {
  const known = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  const groupOf = ({ control }: SoaEntryRecord) => known.get(control)?.group ?? ownGroup;
  const byGroup = Map.groupBy(entries, groupOf);
  return [...groups, { id: ownGroup, title: ownTitle }]
    .map(({ id, title }) => ({
      id,
      title,
      rows: (byGroup.get(id) ?? []).map((entry) => ({
        entry,
        title: known.get(entry.control)?.title ?? entry.title,
        result: results.get(entry.control),
      })),
    }))
    .filter(({ rows }) => rows.length > 0);
}

/** Whether an entry passes a filter. An inclusion that nobody has stated does not lack a justification yet. */
export function passes(entry: SoaEntryRecord, filter: SoaFilter): boolean {
  if (filter === 'excluded') return !entry.applicable;
  if (filter === 'unjustified') return entry.stated && entry.justification.trim() === '';
  if (filter === 'unstated') return !entry.stated;
  return filter === 'additional' ? entry.additional : true;
}

/** The groups with the rows that pass; groups without rows are left out. All typed words must be in a row. */
export function filterGroups(groups: readonly SoaGroup[], filter: SoaFilter, text: string): SoaGroup[] {
  const typed = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ entry, title }: SoaRow) => {
    const words = `${entry.control} ${title} ${entry.justification} ${entry.implementation}`.toLowerCase();
    return passes(entry, filter) && typed.every((word) => words.includes(word));
  };
  return groups.map((group) => ({ ...group, rows: group.rows.filter(fits) })).filter(({ rows }) => rows.length > 0);
}
