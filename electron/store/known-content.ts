import { contentOf } from '../../shared/proof/named-content.ts';
import type { ChangeRow } from './changes.ts';
import type { Store } from './open.ts';

/** A file that a change names: what it is, of which audit, and who registered it when. */
export interface KnownContent {
  kind: 'file' | 'document';
  of: string;
  originalName: string;
  ref: string;
  at: string;
  by: string;
}

/** The file that the changes name by this hash, and the one that they know under this name with another content. */
export function findNamedContent(
  db: Store,
  sha256: string,
  name: string,
): { known: KnownContent | undefined; namesake: KnownContent | undefined } {
  const rows = db
    .prepare(
      `SELECT change.*, coalesce(ref, '') AS ref FROM change LEFT JOIN audit ON audit.id = change.audit_id
       WHERE noun IN ('evidence', 'reportIssue') AND kind = 'create' ORDER BY clock`,
    )
    .iterate() as Iterable<ChangeRow & { ref: string }>;
  let known: KnownContent | undefined;
  let namesake: KnownContent | undefined;
  for (const row of rows) {
    for (const { kind, of, originalName, sha256: content } of contentOf(row)) {
      const found = { kind, of, originalName, ref: row.ref, at: row.at, by: row.actor };
      if (content === sha256) known ??= found;
      else if (originalName === name) namesake = found;
    }
  }
  return { known, namesake };
}
