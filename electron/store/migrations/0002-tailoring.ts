import type { Migration } from '../migrate.ts';

const line = "TEXT NOT NULL DEFAULT ''";
const inAudit = 'audit_id TEXT NOT NULL REFERENCES audit(id) DEFERRABLE INITIALLY DEFERRED';
const listOf = (table: string, field: string) => `
CREATE TABLE ${table}_${field} (
  record_id TEXT NOT NULL REFERENCES ${table}(id) ON DELETE CASCADE, position INTEGER NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (record_id, position)
) STRICT, WITHOUT ROWID;`;

/** Templates, roles and scope of an audit; own, parked and repeated questions; plan and meetings; own catalogues. */
export const tailoring: Migration = {
  version: 2,
  name: 'tailoring',
  sql: `
ALTER TABLE audit ADD COLUMN template ${line};
ALTER TABLE audit ADD COLUMN guideline ${line};
ALTER TABLE audit ADD COLUMN left_out_reason ${line};
${listOf('audit', 'ai_roles')}
${listOf('audit', 'left_out')}
ALTER TABLE checklist_item ADD COLUMN asked ${line};
ALTER TABLE checklist_item ADD COLUMN control ${line};
ALTER TABLE checklist_item ADD COLUMN parked INTEGER NOT NULL DEFAULT 0 CHECK (parked IN (0, 1));
DROP INDEX checklist_item_by_audit;
CREATE INDEX checklist_item_by_audit ON checklist_item (audit_id, verdict, requirement);
CREATE INDEX soa_entry_excluded ON soa_entry (audit_id, control) WHERE applicable = 0;

CREATE TABLE plan_slot (
  id TEXT PRIMARY KEY NOT NULL, ${inAudit}, title ${line}, "on" TEXT, starts_at ${line}, minutes INTEGER,
  actual_minutes INTEGER, place ${line}, auditee ${line}, auditor ${line}, position INTEGER NOT NULL
) STRICT;
CREATE INDEX plan_slot_by_audit ON plan_slot (audit_id);
${listOf('plan_slot', 'requirements')}
CREATE TABLE meeting (
  id TEXT PRIMARY KEY NOT NULL, ${inAudit}, kind TEXT NOT NULL, title ${line}, "on" TEXT, starts_at ${line},
  minutes INTEGER, actual_minutes INTEGER, place ${line}, opinions ${line}, notes ${line}, position INTEGER NOT NULL
) STRICT;
CREATE INDEX meeting_by_audit ON meeting (audit_id);
${listOf('meeting', 'agenda')}
${listOf('meeting', 'attendees')}

ALTER TABLE catalogue ADD COLUMN origin TEXT NOT NULL DEFAULT 'shipped' CHECK (origin IN ('shipped', 'own'));
ALTER TABLE catalogue ADD COLUMN retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1));
DELETE FROM search_text WHERE rowid IN (SELECT id FROM search_entry WHERE noun IN ('question', 'catalogue'));
DELETE FROM search_entry WHERE noun IN ('question', 'catalogue');
`,
};
