// What the checklist shows, worked out from the audit and its catalogue. Pure.
import type { OpenAudit } from '../../../shared/contract/audits.ts';
import type { ChecklistItemRecord } from '../../../shared/contract/records.ts';
import type { Catalogue, Question, Requirement } from '../../../shared/domain/catalogue.ts';
import { type CoveredGroup, type CoveredRequirement, coverAudit } from '../../../shared/domain/coverage.ts';
import { isOpen } from '../../../shared/domain/roll-up.ts';
import { themeOf } from '../../api/addresses.ts';

export type Kind = 'all' | 'open' | 'nonconforming' | 'not-audited';

export interface Filter {
  kind: Kind;
  theme: string;
  system: string;
  text: string;
}

export const noFilter: Filter = { kind: 'all', theme: '', system: '', text: '' };

export type RequirementRow = CoveredRequirement<ChecklistItemRecord>;
export type GroupRow = CoveredGroup<ChecklistItemRecord>;

export interface ChecklistView {
  groups: GroupRow[];
  rowById: Map<string, RequirementRow>;
  itemById: Map<string, ChecklistItemRecord>;
  counts: Record<Kind, number>;
}

/** The tree of an audit: groups, their requirements, their items, with progress and results. */
export function viewChecklist(
  catalogue: Catalogue,
  open: Pick<OpenAudit, 'audit' | 'checklist' | 'soa'>,
): ChecklistView {
  const groups = coverAudit(catalogue, open);
  const countOf = (kind: Kind) => open.checklist.filter(({ verdict }) => isOfKind(kind, verdict)).length;
  return {
    groups,
    rowById: new Map(groups.flatMap(({ requirements }) => requirements.map((row) => [row.requirement.id, row]))),
    itemById: new Map(open.checklist.map((item) => [item.id, item])),
    counts: {
      all: open.checklist.length,
      open: countOf('open'),
      nonconforming: countOf('nonconforming'),
      'not-audited': countOf('not-audited'),
    },
  };
}

function isOfKind(kind: Kind, verdict: ChecklistItemRecord['verdict']): boolean {
  if (kind === 'all') return true;
  return kind === 'open' ? isOpen(verdict) : verdict === kind;
}

/** Whether a question is one that a filter leaves. `role` is the client's role for the AI system filtered by. */
function fits(
  filter: Filter,
  words: readonly string[],
  item: ChecklistItemRecord,
  requirement: Requirement,
  question: Question | undefined,
  role: Question['aiRoles'][number] | undefined,
): boolean {
  if (!isOfKind(filter.kind, item.verdict)) return false;
  const themes = question?.themes ?? requirement.themes;
  if (filter.theme !== '' && !themes.includes(filter.theme)) return false;
  if (role !== undefined && item.aiSystem !== filter.system) {
    if (item.aiSystem !== null || question?.aiRoles.includes(role) !== true) return false;
  }
  if (words.length === 0) return true;
  const text = [requirement.id, requirement.title, item.questionId, item.question, item.notes, ...item.interviewees]
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

/** The ids of the items that a filter leaves, in the order of the catalogue. */
export function filterItems(
  view: ChecklistView,
  questions: ReadonlyMap<string, Question>,
  systems: OpenAudit['aiSystems'],
  filter: Filter,
): Set<string> {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const role = systems.find(({ id }) => id === filter.system)?.role;
  return new Set(
    view.groups.flatMap(({ requirements }) =>
      requirements.flatMap(({ requirement, items }) =>
        items
          .filter((item) => fits(filter, words, item, requirement, questions.get(item.questionId), role))
          .map(({ id }) => id),
      ),
    ),
  );
}

/** The filter that an address asks for by naming a theme; undefined where it names none. */
export function askedFilter(record: string | undefined, { themes }: Pick<Catalogue, 'themes'>): Filter | undefined {
  const theme = themeOf(record);
  return themes.some(({ id }) => id === theme) ? { ...noFilter, theme } : undefined;
}

/** Where somebody starts who comes for the questions that a filter leaves: the first open one, else the first. */
export function startOf(view: ChecklistView, fitting: ReadonlySet<string>): string | undefined {
  const [...ids] = fitting;
  const isWaiting = (id: string) => isOpen(view.itemById.get(id)?.verdict ?? 'conforms');
  return ids.find(isWaiting) ?? ids[0];
}

/** What an address means here: an item by its id, or the first item of a requirement by the requirement's id. */
export function findSelected(
  view: ChecklistView,
  record: string | undefined,
): { row: RequirementRow; item: ChecklistItemRecord | undefined } | undefined {
  const item = record === undefined ? undefined : view.itemById.get(record);
  const row = view.rowById.get(item?.requirement ?? record ?? '');
  if (row) return { row, item: item ?? row.items.find(({ verdict }) => isOpen(verdict)) ?? row.items[0] };
  const rows = [...view.rowById.values()];
  const first = rows.find(({ items, isExcluded }) => !isExcluded && items.some(({ verdict }) => isOpen(verdict)));
  const start = first ?? rows.find(({ items }) => items.length > 0) ?? rows[0];
  return start && { row: start, item: start.items.find(({ verdict }) => isOpen(verdict)) ?? start.items[0] };
}
