import type { Store } from './open.ts';
import { prepared } from './prepared.ts';
import { describeHouseFile, houseFiles } from './house-layouts.ts';
import { describeIssued, issuedFiles } from './report-issues.ts';

/** The earliest number under which an audit already has this content. */
export function findNumberOfContent(db: Store, auditId: string, sha256: string): string | undefined {
  return prepared(db, 'SELECT number FROM evidence WHERE sha256 = ? AND audit_id = ? ORDER BY number LIMIT 1')
    .pluck()
    .get(sha256, auditId) as string | undefined;
}

/** What a vault file is: its name and type as first registered; undefined for content that nothing names. */
export function describeContent(db: Store, sha256: string): { originalName: string; mediaType: string } | undefined {
  const evidence = prepared(
    db,
    'SELECT original_name AS originalName, media_type AS mediaType FROM evidence WHERE sha256 = ? ORDER BY rowid LIMIT 1',
  ).get(sha256) as { originalName: string; mediaType: string } | undefined;
  return evidence ?? describeIssued(db, sha256) ?? describeHouseFile(db, sha256);
}

/** The content hashes that any change of the log has ever named, each with what it was first kept for: a number, a version, a layout. */
export function contentNamedByChanges(db: Store): Map<string, string> {
  const rows = db
    .prepare(
      `SELECT json_extract(fields, '$.sha256') AS sha256, json_extract(fields, '$.number') AS number FROM change
       WHERE noun = 'evidence' AND kind = 'create' AND json_valid(fields) ORDER BY clock`,
    )
    .all() as { sha256: string | null; number: string }[];
  const named = new Map<string, string>();
  for (const { sha256, number } of rows) if (sha256 && !named.has(sha256)) named.set(sha256, number);
  for (const { sha256, name } of [...issuedFiles(db), ...houseFiles(db)])
    if (!named.has(sha256)) named.set(sha256, name);
  return named;
}
