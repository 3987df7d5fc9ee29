import type { AuditRow } from '../../shared/contract/audits.ts';
import type { Store } from './open.ts';
import { prepared } from './prepared.ts';

interface Row extends Omit<AuditRow, 'startsOn' | 'endsOn'> {
  starts_on: string | null;
  ends_on: string | null;
}

/** All audits with what they count, newest first. Each count comes from an index that covers it. */
export function listAudits(db: Store): AuditRow[] {
  const rows = prepared(
    db,
    // An open question about a control that the statement excludes does not wait for an answer.
    `SELECT a.id, a.ref, a.title, a.type, a.status, o.name AS organization, a.starts_on, a.ends_on,
       coalesce(c.items, 0) AS items, coalesce(c.answered, 0) + coalesce(x.excluded, 0) AS answered,
       (SELECT count(*) FROM finding f WHERE f.audit_id = a.id) AS findings,
       (SELECT count(*) FROM evidence e WHERE e.audit_id = a.id) AS evidence
     FROM audit a JOIN organization o ON o.id = a.organization
     LEFT JOIN (
       SELECT audit_id, count(*) AS items, sum(verdict NOT IN ('not-started', 'in-progress')) AS answered
       FROM checklist_item GROUP BY audit_id
     ) c ON c.audit_id = a.id
     LEFT JOIN (
       SELECT s.audit_id, count(*) AS excluded
       FROM soa_entry s CROSS JOIN checklist_item i
       ON i.audit_id = s.audit_id AND i.verdict IN ('not-started', 'in-progress') AND i.requirement = s.control
       WHERE s.applicable = 0 GROUP BY s.audit_id
     ) x ON x.audit_id = a.id
     ORDER BY a.ref DESC`,
  ).all() as Row[];
  return rows.map(({ starts_on, ends_on, ...row }) => ({ ...row, startsOn: starts_on, endsOn: ends_on }));
}

/** The id of the audit with this reference or id. */
export function findAuditId(db: Store, key: string): string | undefined {
  const find = (column: 'id' | 'ref') => prepared(db, `SELECT id FROM audit WHERE ${column} = ?`).pluck().get(key);
  return (find('id') ?? find('ref')) as string | undefined;
}

/** The highest reference number given in a year, counting audits that were removed or undone since. */
export function lastReferenceOf(db: Store, year: string): number {
  const refs = prepared(
    db,
    `SELECT json_extract(fields, '$.ref') FROM change WHERE noun = 'audit' AND kind = 'create' AND json_valid(fields)
     AND json_extract(fields, '$.ref') LIKE ?`,
  )
    .pluck()
    .all(`${year}-%`) as string[];
  return Math.max(0, ...refs.map((ref) => Number(ref.slice(year.length + 1)) || 0));
}

/** The organisation of this name, if the workspace has one. */
export function findOrganizationByName(db: Store, name: string): string | undefined {
  return prepared(db, 'SELECT id FROM organization WHERE name = ? COLLATE NOCASE').pluck().get(name) as
    | string
    | undefined;
}
