import type { ActionRecord } from '../../shared/contract/records.ts';
import type { Store } from './open.ts';
import { prepared } from './prepared.ts';
import { readRecord } from './tables.ts';

/** The actions on findings of whichever audits, by the id of the finding, in the order they were made. */
export function readActionsOf(db: Store, findings: readonly string[]): Map<string, ActionRecord[]> {
  return new Map(
    findings.map((finding) => {
      const ids = prepared(db, 'SELECT id FROM action WHERE finding = ? ORDER BY id').pluck().all(finding) as string[];
      return [finding, ids.flatMap((id) => readRecord(db, 'action', id) ?? [])];
    }),
  );
}
