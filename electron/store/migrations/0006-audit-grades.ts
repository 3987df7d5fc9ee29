import type { Migration } from '../migrate.ts';

/** The own scale of an audit: what it grades findings by. */
export const auditGrades: Migration = {
  version: 6,
  name: 'audit-grades',
  sql: `
CREATE TABLE audit_grade (
  id TEXT PRIMARY KEY NOT NULL, audit_id TEXT NOT NULL REFERENCES audit(id) DEFERRABLE INITIALLY DEFERRED,
  grade TEXT NOT NULL, label TEXT NOT NULL, definition TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX audit_grade_by_grade ON audit_grade (audit_id, grade);
`,
};
