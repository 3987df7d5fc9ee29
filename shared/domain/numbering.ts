/**
 * A human number such as `E-012`, or `E-B007` for a co-auditor's device. At least three digits; a number is used once
 * and never again, so `position` comes from a counter and not from what exists.
 */
export function formatNumber(prefix: 'E' | 'F', series: string, position: number): string {
  return `${prefix}-${series}${String(position).padStart(3, '0')}`;
}

/** The position in a number made by formatNumber for the same series, or undefined. */
export function positionOf(number: string, prefix: 'E' | 'F', series: string): number | undefined {
  const start = `${prefix}-${series}`;
  const digits = number.startsWith(start) ? number.slice(start.length) : '';
  return /^\d{3,}$/.test(digits) ? Number(digits) : undefined;
}

const collator = new Intl.Collator('en', { numeric: true });

/** Orders human numbers and requirement ids as people count: `E-9` before `E-12`, `A.6.2` before `A.10`. */
export function compareNumbers(one: string, other: string): number {
  return collator.compare(one, other);
}

/** Records by their human number. */
export function byNumber<T extends { number: string }>(records: readonly T[]): T[] {
  return records.toSorted((one, other) => collator.compare(one.number, other.number));
}
