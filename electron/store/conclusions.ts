import type { Store } from './open.ts';
import { prepared } from './prepared.ts';

/** The id of the conclusions of an audit. */
export function findConclusionId(db: Store, auditId: string): string | undefined {
  return prepared(db, 'SELECT id FROM conclusion WHERE audit_id = ?').pluck().get(auditId) as string | undefined;
}
