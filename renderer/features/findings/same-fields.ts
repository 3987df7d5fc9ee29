// Whether a part of the editor has to be drawn anew: only when what it shows of the finding has changed. Pure.
import type { FindingRecord } from '../../../shared/contract/records.ts';

/** Whether two readings of a finding agree in these fields, its id and its number. */
export function hasSame(...fields: (keyof FindingRecord)[]) {
  return (one: FindingRecord, other: FindingRecord): boolean =>
    one.id === other.id && one.number === other.number && fields.every((field) => one[field] === other[field]);
}
