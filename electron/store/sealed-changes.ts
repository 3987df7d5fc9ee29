import { changeSchema } from '../../shared/domain/changes.ts';
import type { ChainHead } from '../../shared/proof/chains.ts';
import { AppError } from '../../shared/errors.ts';
import { chainHeads, devicesOfAudit, rowsOfAudit } from './chain-heads.ts';
import type { ChangeRow } from './changes.ts';
import { storeVersion } from './migrate.ts';
import type { Store } from './open.ts';
import { prepared } from './prepared.ts';

/** What of an audit is sealed, all of one moment where it is read inside a transaction. */
export interface ChangesToSeal {
  audit: { id: string; ref: string; title: string; organization: string };
  /** Canonical JSON, as the audit was made with it. */
  catalogue: { id: string; version: string; sha256: string; content: string };
  /** The versions of the store and of the fields of changes. */
  store: number;
  changeSchema: number;
  devices: { id: string; series: string; name: string }[];
  heads: ChainHead[];
  count: number;
  rows: Iterable<ChangeRow>;
}

/** Reads what is sealed of an audit; its rows are read one by one. Throws AppError `not-found`. */
export function changesToSeal(db: Store, auditId: string): ChangesToSeal {
  const audit = prepared(
    db,
    `SELECT audit.id, ref, title, coalesce(organization.name, '') AS organization, catalogue FROM audit
     LEFT JOIN organization ON organization.id = audit.organization WHERE audit.id = ?`,
  ).get(auditId) as (ChangesToSeal['audit'] & { catalogue: string }) | undefined;
  if (!audit) throw new AppError('not-found', 'This audit is no longer there.', { audit: auditId });
  const { catalogue: hash, ...named } = audit;
  const catalogue = prepared(db, 'SELECT id, version, hash AS sha256, content FROM catalogue WHERE hash = ?').get(
    hash,
  ) as ChangesToSeal['catalogue'];
  return {
    audit: named,
    catalogue,
    store: storeVersion(db),
    changeSchema,
    devices: devicesOfAudit(db, auditId),
    heads: chainHeads(db, auditId),
    count: prepared(db, 'SELECT count(*) FROM change WHERE audit_id = ?').pluck().get(auditId) as number,
    rows: rowsOfAudit(db, auditId),
  };
}
