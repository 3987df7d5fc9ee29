import type { Store } from './open.ts';
import { prepared } from './prepared.ts';

/** Whether the statement of an audit excludes this control. */
export function isControlExcluded(db: Store, auditId: string, control: string): boolean {
  return (
    prepared(db, 'SELECT 1 FROM soa_entry WHERE audit_id = ? AND control = ? AND applicable = 0').get(
      auditId,
      control,
    ) !== undefined
  );
}

/** The id of the statement of an audit. */
export function findSoaId(db: Store, auditId: string): string | undefined {
  return prepared(db, 'SELECT id FROM soa WHERE audit_id = ?').pluck().get(auditId) as string | undefined;
}

/** The id of an audit's entry for a control. */
export function findSoaEntryId(db: Store, auditId: string, control: string): string | undefined {
  return prepared(db, 'SELECT id FROM soa_entry WHERE audit_id = ? AND control = ?').pluck().get(auditId, control) as
    | string
    | undefined;
}
