import type { Migration } from '../migrate.ts';

const line = "TEXT NOT NULL DEFAULT ''";
const inAudit = 'audit_id TEXT NOT NULL REFERENCES audit(id) DEFERRABLE INITIALLY DEFERRED';
const ofFinding = 'finding TEXT NOT NULL REFERENCES finding(id) DEFERRABLE INITIALLY DEFERRED';
const columns = (table: string, added: readonly string[]) =>
  added.map((column) => `ALTER TABLE ${table} ADD COLUMN ${column};`).join('\n');

/** Grade decisions, actions up to closure with their time limits, and findings carried over from an earlier audit. */
export const findingsToClosure: Migration = {
  version: 4,
  name: 'findings-to-closure',
  sql: `
${columns('audit', ['previous_audit TEXT'])}
${columns('finding', [`auditee_by ${line}`, 'auditee_on TEXT', 'earlier_finding TEXT', `earlier_reference ${line}`, `earlier_status ${line}`, `earlier_reason ${line}`])}
${columns('action', [`due_basis ${line}`, 'accepted_on TEXT', `accepted_by ${line}`, 'verified_on TEXT', `verified_by ${line}`, `effective ${line}`, 'effectiveness_due_on TEXT', 'effectiveness_on TEXT', `effectiveness_by ${line}`, 'closed_on TEXT', `closed_by ${line}`])}
CREATE TABLE grade_decision (
  id TEXT PRIMARY KEY NOT NULL, ${inAudit}, ${ofFinding}, "from" ${line}, grade TEXT NOT NULL, unfulfilled ${line},
  capability_in_doubt ${line}, systemic ${line}, affected INTEGER, examined INTEGER, reason ${line}, decided_at TEXT,
  decided_by ${line}
) STRICT;
CREATE INDEX grade_decision_by_audit ON grade_decision (audit_id);
CREATE INDEX grade_decision_by_finding ON grade_decision (finding);
CREATE TABLE due_rule (
  id TEXT PRIMARY KEY NOT NULL, audit_type TEXT NOT NULL, grade TEXT NOT NULL, step TEXT NOT NULL, days INTEGER,
  basis ${line}
) STRICT;
CREATE UNIQUE INDEX due_rule_by_case ON due_rule (audit_type, grade, step);
`,
};
