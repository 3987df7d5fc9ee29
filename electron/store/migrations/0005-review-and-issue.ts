import type { Migration } from '../migrate.ts';

const line = "TEXT NOT NULL DEFAULT ''";
const inAudit = 'audit_id TEXT NOT NULL REFERENCES audit(id) DEFERRABLE INITIALLY DEFERRED';
const lines = (...names: string[]) => names.map((name) => `${name} ${line}`);
const columns = (table: string, added: readonly string[]) =>
  added.map((column) => `ALTER TABLE ${table} ADD COLUMN ${column};`).join('\n');

/**
 * The independent review, its remarks, signatures, and the versions of the report that were issued; what reports are
 * asked to contain and had no field; the day by which the auditee plans to be done with an action.
 */
export const reviewAndIssue: Migration = {
  version: 5,
  name: 'review-and-issue',
  sql: `
${columns('action', ['planned_on TEXT'])}
${columns('audit', [`reviewer ${line}`, 'review_step INTEGER NOT NULL DEFAULT 1 CHECK (review_step IN (0, 1))', 'released_at TEXT', `released_by ${line}`, `correction_reason ${line}`, `file_name_pattern ${line}`])}
${columns('audit', lines('representative', 'combined', 'legal_context', 'withheld', 'deviations'))}
${columns('conclusion', lines('scope_fit', 'earlier_actions', 'programme', 'marks'))}
CREATE TABLE review_comment (
  id TEXT PRIMARY KEY NOT NULL, ${inAudit}, noun TEXT NOT NULL, target ${line}, text ${line}, written_at TEXT,
  written_by ${line}, disposition TEXT NOT NULL, answer ${line}, answered_at TEXT, answered_by ${line}
) STRICT;
CREATE INDEX review_comment_by_audit ON review_comment (audit_id);
CREATE INDEX review_comment_by_target ON review_comment (target);
CREATE TABLE signature (
  id TEXT PRIMARY KEY NOT NULL, ${inAudit}, version INTEGER NOT NULL, name TEXT NOT NULL, role ${line}, side TEXT NOT NULL,
  signed_at TEXT, drawing ${line}
) STRICT;
CREATE INDEX signature_by_audit ON signature (audit_id);
CREATE TABLE report_issue (
  id TEXT PRIMARY KEY NOT NULL, ${inAudit}, version INTEGER NOT NULL, issued_at TEXT, issued_by ${line},
  released_by ${line}, reason ${line}, differences ${line}, file_name ${line}, word ${line}, excel ${line}, pdf ${line},
  model ${line}, head ${line}
) STRICT;
CREATE UNIQUE INDEX report_issue_by_version ON report_issue (audit_id, version);
`,
};
