import type { Store } from './open.ts';
import { prepared } from './prepared.ts';

/** The items that a key names: one by its id, or all of a requirement. */
export function findItemIds(db: Store, auditId: string, key: string): string[] {
  return prepared(
    db,
    'SELECT id FROM checklist_item WHERE audit_id = ? AND (id = ? OR requirement = ?) ORDER BY position',
  )
    .pluck()
    .all(auditId, key, key) as string[];
}
