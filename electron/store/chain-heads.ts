import type { ChainHead } from '../../shared/proof/chains.ts';
import type { ChangeRow } from './changes.ts';
import type { Store } from './open.ts';
import { prepared } from './prepared.ts';

const columns = 'audit_id AS audit, device, change_id AS "change", hash, length';

/** The recorded ends of all chains, or of those of one audit, in an order that is always the same. */
export function chainHeads(db: Store, auditId?: string): ChainHead[] {
  const where = auditId === undefined ? '' : 'WHERE audit_id = ?';
  return prepared(db, `SELECT ${columns} FROM chain_head ${where} ORDER BY audit_id, device`).all(
    ...(auditId === undefined ? [] : [auditId]),
  ) as ChainHead[];
}

/** The rows of an audit in the order in which they were written, one after the other. */
export function rowsOfAudit(db: Store, auditId: string): Iterable<ChangeRow> {
  return db.prepare('SELECT * FROM change WHERE audit_id = ? ORDER BY rowid').iterate(auditId) as Iterable<ChangeRow>;
}

/** The newest change that a device wrote, by its id. */
export function newestOfDevice(db: Store, device: string): string | undefined {
  return prepared(
    db,
    `SELECT change.id FROM chain_head JOIN change ON change.id = chain_head.change_id WHERE chain_head.device = ?
     ORDER BY clock DESC LIMIT 1`,
  )
    .pluck()
    .get(device) as string | undefined;
}

/** The devices that wrote in an audit, with their letters and names. */
export function devicesOfAudit(db: Store, auditId: string): { id: string; series: string; name: string }[] {
  return prepared(
    db,
    `SELECT chain_head.device AS id, coalesce(series, '') AS series, coalesce(name, '') AS name FROM chain_head
     LEFT JOIN device ON device.id = chain_head.device WHERE audit_id = ? ORDER BY chain_head.device`,
  ).all(auditId) as { id: string; series: string; name: string }[];
}
