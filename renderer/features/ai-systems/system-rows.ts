// The AI systems as rows: which a filter leaves, in which order; what hangs on one of them. Pure.
import type { OpenAudit } from '../../../shared/contract/audits.ts';
import type { AiSystemRecord, ChecklistItemRecord } from '../../../shared/contract/records.ts';
import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import { impacts, lifecycleStages, systemRoles } from '../../../shared/domain/vocabulary.ts';
import type { TableOrder } from '../../ui/record-table.tsx';

export interface SystemFilter {
  text: string;
  role: string | null;
  lifecycle: string | null;
  impact: string | null;
  /** True, false, or both. */
  inScope: boolean | null;
  sampled: boolean | null;
}

export const noFilter: SystemFilter = {
  text: '',
  role: null,
  lifecycle: null,
  impact: null,
  inScope: null,
  sampled: null,
};

export type SortColumn = 'name' | 'role' | 'lifecycle' | 'impact' | 'owner' | 'supplier' | 'inScope' | 'sampled';

export type SystemOrder = TableOrder<SortColumn>;

const order = {
  role: Object.keys(systemRoles),
  lifecycle: Object.keys(lifecycleStages),
  impact: Object.keys(impacts),
} as const;

/** The systems that a filter leaves. All typed words must be in a row. */
export function filterSystems(systems: readonly AiSystemRecord[], filter: SystemFilter): AiSystemRecord[] {
  const typed = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return systems.filter((system) => {
    const { name, purpose, owner, supplier, samplingReason } = system;
    const words = [name, purpose, owner, supplier, samplingReason].join(' ').toLowerCase();
    return (
      typed.every((word) => words.includes(word)) &&
      (['role', 'lifecycle', 'impact', 'inScope', 'sampled'] as const).every(
        (field) => filter[field] === null || filter[field] === system[field],
      )
    );
  });
}

function compareBy(column: SortColumn, one: AiSystemRecord, other: AiSystemRecord): number {
  if (column === 'inScope' || column === 'sampled') return Number(other[column]) - Number(one[column]);
  if (column === 'role' || column === 'lifecycle' || column === 'impact')
    return order[column].indexOf(one[column]) - order[column].indexOf(other[column]);
  // What is not known stands behind what is.
  if ((one[column] === '') !== (other[column] === '')) return one[column] === '' ? 1 : -1;
  return one[column].localeCompare(other[column], undefined, { numeric: true });
}

/** The systems in an order; those that are the same in it by name. */
export function sortSystems(
  systems: readonly AiSystemRecord[],
  { column, isDescending }: SystemOrder,
): AiSystemRecord[] {
  const sign = isDescending ? -1 : 1;
  return systems.toSorted(
    (one, other) =>
      sign * compareBy(column, one, other) || compareBy('name', one, other) || one.id.localeCompare(other.id),
  );
}

/** The questions that are put for a system, under their requirements, in the order of the catalogue. */
export interface AskedRequirement {
  id: string;
  title: string;
  items: readonly ChecklistItemRecord[];
}

/** The questions of a system by requirement. */
export function askedOf(
  system: string,
  checklist: readonly ChecklistItemRecord[],
  { requirements }: Pick<Catalogue, 'requirements'>,
): AskedRequirement[] {
  const own = Map.groupBy(
    checklist.filter(({ aiSystem }) => aiSystem === system),
    ({ requirement }) => requirement,
  );
  return requirements.flatMap(({ id, title }) => {
    const items = own.get(id);
    return items ? [{ id, title, items }] : [];
  });
}

/** The evidence that is linked to a system. */
export function evidenceOf(system: string, { links, evidence }: Pick<OpenAudit, 'links' | 'evidence'>) {
  const linked = new Set(
    links.flatMap((link) => (link.noun === 'aiSystem' && link.target === system ? [link.evidence] : [])),
  );
  return evidence.filter(({ id }) => linked.has(id));
}
