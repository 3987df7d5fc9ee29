// What the checklist shows, worked out from the audit and its catalogue. Pure.
import type { OpenAudit } from '../../../shared/contract/audits.ts';
import type { ChecklistItemRecord } from '../../../shared/contract/records.ts';
import type { Catalogue, Question } from '../../../shared/domain/catalogue.ts';
import { type CoveredGroup, type CoveredRequirement, coverAudit } from '../../../shared/domain/coverage.ts';
import { isOpen, type RequirementResult, rollUp, verdictInForce } from '../../../shared/domain/roll-up.ts';
import type { Verdict } from '../../../shared/domain/vocabulary.ts';
import { excludedControls } from '../../../shared/domain/summary.ts';

export const kinds = ['all', 'open', 'nonconforming', 'not-audited', 'parked'] as const;
/** Questions by what they are answered. */
export type Kind = (typeof kinds)[number];

export interface RequirementRow extends CoveredRequirement<ChecklistItemRecord> {
  /** The question about the exclusion of this control. It stands under another requirement. */
  aboutExclusion: ChecklistItemRecord | undefined;
  /** Outside the scope of this audit. */
  isLeftOut: boolean;
}

export interface GroupRow extends CoveredGroup<ChecklistItemRecord> {
  requirements: RequirementRow[];
  /** The worst of its requirements, by the same rule as theirs. */
  result: RequirementResult;
}

export interface ChecklistView {
  groups: GroupRow[];
  rowById: Map<string, RequirementRow>;
  itemById: Map<string, ChecklistItemRecord>;
  /** Questions without an answer; one about an excluded control needs none. */
  openIds: ReadonlySet<string>;
  counts: Record<Kind, number>;
}

/** The tree of an audit: groups, their requirements, their items, with progress and results. */
export function viewChecklist(
  catalogue: Catalogue,
  open: Pick<OpenAudit, 'audit' | 'checklist' | 'soa'>,
): ChecklistView {
  const excluded = excludedControls(open.soa);
  const leftOut = new Set(open.audit.leftOut);
  const about = new Map(open.checklist.filter(({ control }) => control !== '').map((item) => [item.control, item]));
  const openIds = new Set(open.checklist.filter((item) => isOpen(verdictInForce(item, excluded))).map(({ id }) => id));
  const groups = coverAudit(catalogue, open).map(
    (group): GroupRow => ({
      ...group,
      result: rollUp(group.requirements.filter(({ items }) => items.length > 0).map(({ result }) => result.verdict)),
      requirements: group.requirements.map((row) => ({
        ...row,
        items: row.items.toSorted((one, other) => one.position - other.position),
        aboutExclusion: row.isExcluded ? about.get(row.requirement.id) : undefined,
        isLeftOut: leftOut.has(row.requirement.id),
      })),
    }),
  );
  const countOf = (kind: Kind) => open.checklist.filter((item) => isOfKind(kind, item, openIds)).length;
  return {
    groups,
    rowById: new Map(groups.flatMap(({ requirements }) => requirements.map((row) => [row.requirement.id, row]))),
    itemById: new Map(open.checklist.map((item) => [item.id, item])),
    openIds,
    counts: {
      all: open.checklist.length,
      open: countOf('open'),
      nonconforming: countOf('nonconforming'),
      'not-audited': countOf('not-audited'),
      parked: countOf('parked'),
    },
  };
}

/** The verdict that a question shows: what counts, whatever was answered. */
export function shownVerdict({ requirement, isExcluded }: RequirementRow, item: ChecklistItemRecord): Verdict {
  return verdictInForce(item, new Set(isExcluded ? [requirement.id] : []));
}

/** A parked question is put aside: it is open, but nobody is led to it. */
export function isOfKind(kind: Kind, item: ChecklistItemRecord, openIds: ReadonlySet<string>): boolean {
  if (kind === 'all') return true;
  if (kind === 'open') return openIds.has(item.id) && !item.parked;
  if (kind === 'parked') return openIds.has(item.id) && item.parked;
  return item.verdict === kind;
}

/** The catalogue's question behind an item; the one about exclusions for all of those, none for a question of one's own. */
export function questionFinder(
  catalogue: Pick<Catalogue, 'questions' | 'exclusionQuestion'>,
): (item: Pick<ChecklistItemRecord, 'questionId' | 'control'>) => Question | undefined {
  const questions = new Map(catalogue.questions.map((question) => [question.id, question]));
  const exclusion: Question | undefined = catalogue.exclusionQuestion
    ? { ...catalogue.exclusionQuestion, perSystem: false, auditTypes: [], aiRoles: [] }
    : undefined;
  return ({ questionId, control }) => (control === '' ? questions.get(questionId) : exclusion);
}

export type QuestionOf = ReturnType<typeof questionFinder>;

/** Where somebody starts who comes for the questions that a filter leaves: the first that waits, else the first. */
export function startOf(view: ChecklistView, fitting: ReadonlySet<string>): string | undefined {
  const [...ids] = fitting;
  return ids.find((id) => view.openIds.has(id) && view.itemById.get(id)?.parked === false) ?? ids[0];
}

/** Where somebody was last: a place that may be gone by now, and where it stood. */
export interface Place {
  record: string;
  requirement: string;
  index: number;
}

export const nowhere: Place = { record: '', requirement: '', index: 0 };

export interface Selected {
  row: RequirementRow;
  item: ChecklistItemRecord | undefined;
}

/**
 * What an address means here: an item by its id, or the first item of a requirement by the requirement's id. In place
 * of the item that somebody was `last` at and that is gone, its neighbour.
 */
export function findSelected(view: ChecklistView, record: string | undefined, last = nowhere): Selected | undefined {
  const isWaiting = ({ id, parked }: ChecklistItemRecord) => view.openIds.has(id) && !parked;
  const firstOf = (row: RequirementRow) => row.items.find(isWaiting) ?? row.items[0];
  const item = record === undefined ? undefined : view.itemById.get(record);
  const row = view.rowById.get(item?.requirement ?? record ?? '');
  if (row) return { row, item: item ?? firstOf(row) };
  const left = record === last.record ? view.rowById.get(last.requirement) : undefined;
  if (left) return { row: left, item: left.items[Math.min(last.index, left.items.length - 1)] };
  const rows = [...view.rowById.values()];
  const start = rows.find(({ items }) => items.some(isWaiting)) ?? rows.find(({ items }) => items[0]) ?? rows[0];
  return start && { row: start, item: firstOf(start) };
}
