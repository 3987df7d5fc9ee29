import { formatNumber, positionOf } from '../../shared/domain/numbering.ts';
import type { Store } from './open.ts';
import { prepared } from './prepared.ts';

const nounOf = { E: 'evidence', F: 'finding' } as const;

/**
 * The next number of an audit. A number is used once and never again, even when its record was removed or undone, so
 * the counter stands beside the tables and is found again from the log where it is missing.
 */
export function takeNumber(db: Store, auditId: string, prefix: 'E' | 'F', series: string): string {
  const key = `${prefix}-${series}`;
  const known = prepared(db, 'SELECT last FROM number_series WHERE audit_id = ? AND series = ?')
    .pluck()
    .get(auditId, key) as number | undefined;
  const next = (known ?? lastInLog(db, auditId, prefix, series)) + 1;
  prepared(db, 'INSERT OR REPLACE INTO number_series (audit_id, series, last) VALUES (?, ?, ?)').run(
    auditId,
    key,
    next,
  );
  return formatNumber(prefix, series, next);
}

function lastInLog(db: Store, auditId: string, prefix: 'E' | 'F', series: string): number {
  const numbers = prepared(
    db,
    `SELECT json_extract(fields, '$.number') FROM change
     WHERE audit_id = ? AND noun = ? AND kind = 'create' AND json_valid(fields)`,
  )
    .pluck()
    .all(auditId, nounOf[prefix]) as string[];
  return numbers.reduce((last, number) => Math.max(last, positionOf(number, prefix, series) ?? 0), 0);
}
