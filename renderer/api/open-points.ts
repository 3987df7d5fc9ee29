// The engine's warnings, put in order by where they can be dealt with, and the way there.
import { useMemo } from 'react';
import type { ReportWarning } from '../../shared/contract/reports.ts';
import { nameOfLine } from '../../shared/domain/open-lines.ts';
import { findPlanConflicts } from '../../shared/domain/plan-conflicts.ts';
import { namesOfPlan, sayConflict } from '../../shared/domain/plan-words.ts';
import { hrefToRoom } from './addresses.ts';
import { useAudit } from './session-context.tsx';

export type PointPlace =
  | 'findings'
  | 'checklist'
  | 'applicability'
  | 'evidence'
  | 'notes'
  | 'conclusions'
  | 'review'
  | 'plan'
  | 'audit';

export interface OpenPoint {
  place: PointPlace;
  /** The record in the room of that place; undefined where the place itself is meant. */
  record: string | undefined;
  message: string;
  /** Whether the report cannot be issued with it. */
  blocks: boolean;
}

const order: readonly PointPlace[] = [
  'findings',
  'checklist',
  'applicability',
  'evidence',
  'notes',
  'conclusions',
  'review',
  'plan',
  'audit',
];

export interface PointGroup {
  place: PointPlace;
  points: OpenPoint[];
}

/** The records that a warning may name besides numbers. */
export interface KnownRecords {
  requirements: ReadonlySet<string>;
  /** Checklist items by the id of their question. */
  items: ReadonlyMap<string, string>;
  /** Slots and meetings of the plan by the sentence that says what is wrong with them. */
  planned?: ReadonlyMap<string, string>;
  /** Lines of the notes by how they are called. */
  lines?: ReadonlyMap<string, string>;
}

/** Where a warning can be dealt with. */
function placePoint(warning: ReportWarning, known: KnownRecords): OpenPoint {
  return { ...placeOf(warning, known), blocks: warning.blocks === true };
}

function placeOf(
  { record, message }: ReportWarning,
  { requirements, items, planned, lines }: KnownRecords,
): Omit<OpenPoint, 'blocks'> {
  if (record === 'SoA') return { place: 'applicability', record: undefined, message };
  if (record === 'Conclusions') return { place: 'conclusions', record: undefined, message };
  if (record === 'Review' || record === 'Sign-off') return { place: 'review', record: undefined, message };
  if (record === 'Plan') return { place: 'plan', record: planned?.get(message), message };
  const line = lines?.get(record);
  if (line !== undefined) return { place: 'notes', record: line, message };
  const words = message.includes(record) ? message : `${record}: ${message}`;
  if (record.startsWith('F-')) return { place: 'findings', record, message: words };
  if (record.startsWith('E-')) return { place: 'evidence', record, message: words };
  const item = items.get(record);
  if (item !== undefined) return { place: 'checklist', record: item, message: words };
  if (requirements.has(record)) {
    const isStatement = message.startsWith(`${record} is excluded without`);
    return { place: isStatement ? 'applicability' : 'checklist', record, message: words };
  }
  return { place: 'audit', record: undefined, message };
}

/** The warnings by place, places in a fixed order, each warning once. */
export function groupPoints(warnings: readonly ReportWarning[], known: KnownRecords): PointGroup[] {
  const unique = new Map(warnings.map((warning) => [`${warning.record} ${warning.message}`, warning]));
  const byPlace = Map.groupBy(
    [...unique.values()].map((warning) => placePoint(warning, known)),
    ({ place }) => place,
  );
  return order.flatMap((place) => {
    // What stands in the way comes first.
    const points = (byPlace.get(place) ?? []).toSorted((one, other) => Number(other.blocks) - Number(one.blocks));
    return points.length === 0 ? [] : [{ place, points }];
  });
}

/** The warnings about the open audit by place. */
export function usePointGroups(warnings: readonly ReportWarning[] | undefined): PointGroup[] {
  const requirements = useAudit((state) => state.catalogue.requirements);
  const checklist = useAudit((state) => state.open.checklist);
  const audit = useAudit((state) => state.open.audit);
  const planSlots = useAudit((state) => state.open.planSlots);
  const meetings = useAudit((state) => state.open.meetings);
  const team = useAudit((state) => state.open.team);
  const notes = useAudit((state) => state.open.notes);
  const planned = useMemo(() => {
    const plan = { audit, planSlots, meetings, team };
    const names = namesOfPlan(plan);
    return new Map(
      findPlanConflicts(plan).flatMap((conflict): [string, string][] => {
        const [id] = conflict.ids;
        return id === undefined ? [] : [[sayConflict(conflict, names), id]];
      }),
    );
  }, [audit, planSlots, meetings, team]);
  const known = useMemo(
    () => ({
      requirements: new Set(requirements.map(({ id }) => id)),
      items: new Map(checklist.map(({ id, questionId }) => [questionId, id])),
      planned,
      lines: new Map(notes.map(({ id }, place) => [nameOfLine(place + 1), id])),
    }),
    [requirements, checklist, planned, notes],
  );
  return useMemo(() => groupPoints(warnings ?? [], known), [warnings, known]);
}

/** The address where a point can be dealt with; undefined where it has none. */
export function hrefOfPoint(audit: string, { place, record }: OpenPoint): string | undefined {
  if (place === 'audit') return undefined;
  return place === 'conclusions' || place === 'review' ? hrefToRoom(audit, 'report') : hrefToRoom(audit, place, record);
}
