import type { Store } from './open.ts';
import { prepared } from './prepared.ts';

/** The ids of the actions that belong to a finding. */
export function findActionIds(db: Store, finding: string): string[] {
  return prepared(db, 'SELECT id FROM action WHERE finding = ?').pluck().all(finding) as string[];
}
