import type { Migration } from '../migrate.ts';

const line = "TEXT NOT NULL DEFAULT ''";
const inAudit = 'audit_id TEXT NOT NULL REFERENCES audit(id) DEFERRABLE INITIALLY DEFERRED';
const ofFinding = 'finding TEXT NOT NULL REFERENCES finding(id) DEFERRABLE INITIALLY DEFERRED';
const flag = (column: string, value: 0 | 1) =>
  `${column} INTEGER NOT NULL DEFAULT ${value} CHECK (${column} IN (0, 1))`;
const columns = (table: string, added: readonly string[]) =>
  added.map((column) => `ALTER TABLE ${table} ADD COLUMN ${column};`).join('\n');

/** Grade decisions, actions up to closure, findings carried over, review, sign-off and issues of the report. */
export const findingsAndReports: Migration = {
  version: 4,
  name: 'findings-and-reports',
  sql: `
${columns('audit', ['previous_audit TEXT', flag('reviewed', 1), `reviewer ${line}`, 'released_at TEXT', `released_by ${line}`, `file_name_pattern ${line}`])}
${columns('finding', [`auditee_by ${line}`, 'auditee_at TEXT', 'earlier_finding TEXT', `earlier_reference ${line}`, `earlier_status ${line}`, `earlier_reason ${line}`])}
${columns('action', [`due_basis ${line}`, 'response TEXT', 'accepted_on TEXT', `accepted_by ${line}`, 'verified_on TEXT', `verified_by ${line}`, `effective ${line}`, 'effectiveness_due_on TEXT', 'effectiveness_on TEXT', `effectiveness_by ${line}`, 'closed_on TEXT', `closed_by ${line}`])}
CREATE TABLE grade_decision (
  id TEXT PRIMARY KEY NOT NULL, ${inAudit}, ${ofFinding}, "from" ${line}, grade TEXT NOT NULL, unfulfilled ${line},
  capability_in_doubt ${line}, systemic ${line}, affected INTEGER, examined INTEGER, reason ${line}, decided_at TEXT,
  decided_by ${line}
) STRICT;
CREATE INDEX grade_decision_by_audit ON grade_decision (audit_id);
CREATE INDEX grade_decision_by_finding ON grade_decision (finding);
CREATE TABLE grade_label (
  id TEXT PRIMARY KEY NOT NULL, ${inAudit}, grade TEXT NOT NULL, label ${line}, definition ${line}, ${flag('used', 1)}
) STRICT;
CREATE UNIQUE INDEX grade_label_by_grade ON grade_label (audit_id, grade);
CREATE TABLE review_comment (
  id TEXT PRIMARY KEY NOT NULL, ${inAudit}, noun TEXT NOT NULL, target ${line}, text ${line}, written_at TEXT,
  written_by ${line}, disposition TEXT NOT NULL, answer ${line}, answered_at TEXT, answered_by ${line}
) STRICT;
CREATE INDEX review_comment_by_audit ON review_comment (audit_id);
CREATE TABLE signature (
  id TEXT PRIMARY KEY NOT NULL, ${inAudit}, name ${line}, role ${line}, side TEXT NOT NULL, signed_at TEXT, drawing ${line}
) STRICT;
CREATE INDEX signature_by_audit ON signature (audit_id);
CREATE TABLE report_issue (
  id TEXT PRIMARY KEY NOT NULL, ${inAudit}, version INTEGER NOT NULL, issued_at TEXT, issued_by ${line}, reason ${line},
  differences ${line}, word ${line}, excel ${line}, pdf ${line}, model ${line}, head ${line}
) STRICT;
CREATE UNIQUE INDEX report_issue_by_version ON report_issue (audit_id, version);
CREATE TABLE due_rule (
  id TEXT PRIMARY KEY NOT NULL, audit_type TEXT NOT NULL, grade TEXT NOT NULL, step TEXT NOT NULL, days INTEGER,
  basis ${line}
) STRICT;
CREATE UNIQUE INDEX due_rule_by_case ON due_rule (audit_type, grade, step);
CREATE TABLE switched_rule (
  id TEXT PRIMARY KEY NOT NULL, rule TEXT NOT NULL UNIQUE, ${flag('"on"', 0)}, reason ${line}
) STRICT;
`,
};
