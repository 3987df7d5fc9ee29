// The engine's warnings, put in order by where they can be dealt with. Pure.
import type { ReportWarning } from '../../../shared/contract/reports.ts';

export type PointPlace = 'findings' | 'checklist' | 'applicability' | 'evidence' | 'conclusions' | 'audit';

export interface OpenPoint {
  place: PointPlace;
  /** The record in the room of that place; undefined where the place itself is meant. */
  record: string | undefined;
  message: string;
}

const order: readonly PointPlace[] = ['findings', 'checklist', 'applicability', 'evidence', 'conclusions', 'audit'];

/** Where a warning can be dealt with. `isRequirement` knows the ids of the catalogue. */
export function placePoint({ record, message }: ReportWarning, isRequirement: (id: string) => boolean): OpenPoint {
  if (record.startsWith('F-')) return { place: 'findings', record, message };
  if (record.startsWith('E-')) return { place: 'evidence', record, message };
  if (record === 'SoA') return { place: 'applicability', record: undefined, message };
  if (record === 'Conclusions') return { place: 'conclusions', record: undefined, message };
  if (isRequirement(record)) {
    const isStatement = message.startsWith(`${record} is excluded without`);
    return { place: isStatement ? 'applicability' : 'checklist', record, message };
  }
  return { place: 'audit', record: undefined, message };
}

/** The warnings by place, places in a fixed order, each warning once. */
export function groupPoints(
  warnings: readonly ReportWarning[],
  isRequirement: (id: string) => boolean,
): { place: PointPlace; points: OpenPoint[] }[] {
  const unique = new Map(warnings.map((warning) => [`${warning.record} ${warning.message}`, warning]));
  const byPlace = Map.groupBy(
    [...unique.values()].map((warning) => placePoint(warning, isRequirement)),
    ({ place }) => place,
  );
  return order.flatMap((place) => {
    const points = byPlace.get(place) ?? [];
    return points.length === 0 ? [] : [{ place, points }];
  });
}
