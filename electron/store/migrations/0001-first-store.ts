import { grades, verdicts } from '../../../shared/domain/vocabulary.ts';
import type { Migration } from '../migrate.ts';

const oneOf = (list: Record<string, string>) =>
  Object.keys(list)
    .map((key) => `'${key}'`)
    .join(', ');
const line = "TEXT NOT NULL DEFAULT ''";
const inAudit = 'audit_id TEXT NOT NULL REFERENCES audit(id) DEFERRABLE INITIALLY DEFERRED';
const flag = (name: string) => `${name} INTEGER NOT NULL CHECK (${name} IN (0, 1))`;

/** The log of changes, the tables of the nouns that it projects to, and what stands beside the log. */
export const firstStore: Migration = {
  version: 1,
  name: 'first store',
  sql: `
CREATE TABLE change (
  id TEXT PRIMARY KEY NOT NULL, step TEXT NOT NULL, audit_id TEXT, actor TEXT NOT NULL, device TEXT NOT NULL,
  clock TEXT NOT NULL, at TEXT NOT NULL, schema INTEGER NOT NULL, noun TEXT NOT NULL, record_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('create', 'set', 'remove')), fields TEXT, salt TEXT, fields_hash TEXT NOT NULL,
  base TEXT, prev TEXT, hash TEXT NOT NULL
) STRICT;
CREATE INDEX change_by_audit ON change (audit_id, clock);
CREATE INDEX change_by_record ON change (record_id);
CREATE INDEX change_by_step ON change (step);
CREATE TABLE chain_head (
  audit_id TEXT NOT NULL, device TEXT NOT NULL, change_id TEXT NOT NULL, hash TEXT NOT NULL, length INTEGER NOT NULL,
  PRIMARY KEY (audit_id, device)
) STRICT;
CREATE TABLE workspace (id TEXT PRIMARY KEY NOT NULL, created_at TEXT NOT NULL) STRICT;
CREATE TABLE device (id TEXT PRIMARY KEY NOT NULL, series TEXT NOT NULL, name TEXT NOT NULL, since TEXT NOT NULL) STRICT;
CREATE TABLE number_series (
  audit_id TEXT NOT NULL, series TEXT NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (audit_id, series)
) STRICT;
CREATE TABLE catalogue (
  hash TEXT PRIMARY KEY NOT NULL, id TEXT NOT NULL, version TEXT NOT NULL, content TEXT NOT NULL, added_at TEXT NOT NULL
) STRICT;

CREATE TABLE organization (
  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, description ${line}, sector ${line}, sites ${line},
  people_in_scope INTEGER
) STRICT;
CREATE TABLE audit (
  id TEXT PRIMARY KEY NOT NULL, ref TEXT NOT NULL UNIQUE, title TEXT NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL,
  organization TEXT NOT NULL REFERENCES organization(id) DEFERRABLE INITIALLY DEFERRED, standard ${line}, edition ${line},
  catalogue TEXT NOT NULL REFERENCES catalogue(hash), objectives ${line}, scope ${line}, criteria ${line},
  starts_on TEXT, ends_on TEXT, sites ${line}, remote_share INTEGER, language ${line}, confidentiality ${line},
  distribution ${line}, limits ${line}, changes_since_last ${line}, retain_until TEXT, people_in_scope INTEGER
) STRICT;
CREATE TABLE ai_system (
  id TEXT PRIMARY KEY NOT NULL, ${inAudit}, name TEXT NOT NULL, purpose ${line}, role TEXT NOT NULL,
  lifecycle TEXT NOT NULL, impact TEXT NOT NULL, owner ${line}, supplier ${line}, ${flag('in_scope')}, ${flag('sampled')},
  sampling_reason ${line}
) STRICT;
CREATE INDEX ai_system_by_audit ON ai_system (audit_id);
CREATE TABLE team_member (
  id TEXT PRIMARY KEY NOT NULL, ${inAudit}, name TEXT NOT NULL, role TEXT NOT NULL, competence ${line},
  independence ${line}, organization ${line}
) STRICT;
CREATE INDEX team_member_by_audit ON team_member (audit_id);
CREATE TABLE soa (
  id TEXT PRIMARY KEY NOT NULL, ${inAudit}, version ${line}, date TEXT, approver ${line}, source_evidence TEXT,
  source_sheet ${line}
) STRICT;
CREATE UNIQUE INDEX soa_by_audit ON soa (audit_id);
CREATE TABLE soa_entry (
  id TEXT PRIMARY KEY NOT NULL, ${inAudit}, control TEXT NOT NULL, title ${line}, ${flag('applicable')}, ${flag('stated')},
  justification ${line}, implementation ${line}, source_row INTEGER, ${flag('additional')}
) STRICT;
CREATE UNIQUE INDEX soa_entry_by_audit ON soa_entry (audit_id, control);
CREATE TABLE checklist_item (
  id TEXT PRIMARY KEY NOT NULL, ${inAudit}, requirement TEXT NOT NULL, question_id TEXT NOT NULL,
  position INTEGER NOT NULL, ai_system TEXT, verdict TEXT NOT NULL CHECK (verdict IN (${oneOf(verdicts)})),
  reason ${line}, notes ${line}, sampled ${line}
) STRICT;
CREATE INDEX checklist_item_by_audit ON checklist_item (audit_id, verdict);
CREATE TABLE checklist_item_interviewees (
  record_id TEXT NOT NULL REFERENCES checklist_item(id) ON DELETE CASCADE, position INTEGER NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (record_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE note (
  id TEXT PRIMARY KEY NOT NULL, ${inAudit}, text TEXT NOT NULL, at TEXT NOT NULL, by ${line}
) STRICT;
CREATE INDEX note_by_audit ON note (audit_id);
CREATE TABLE evidence (
  id TEXT PRIMARY KEY NOT NULL, ${inAudit}, number TEXT NOT NULL, title ${line}, kind TEXT NOT NULL, method TEXT NOT NULL,
  source ${line}, place ${line}, collected_at TEXT, collected_by ${line}, permitted_by ${line}, confidentiality ${line},
  caption ${line}, sha256 TEXT NOT NULL, size INTEGER, original_name ${line}, media_type ${line}
) STRICT;
CREATE UNIQUE INDEX evidence_by_audit ON evidence (audit_id, number);
CREATE INDEX evidence_by_file ON evidence (sha256);
CREATE TABLE finding (
  id TEXT PRIMARY KEY NOT NULL, ${inAudit}, number TEXT NOT NULL, title ${line},
  grade TEXT NOT NULL CHECK (grade IN (${oneOf(grades)})), requirement ${line}, evidence ${line}, nature ${line},
  grade_reason ${line}, item TEXT, raised_at TEXT, raised_by ${line}, auditee_position ${line}, auditee_comment ${line}
) STRICT;
CREATE UNIQUE INDEX finding_by_audit ON finding (audit_id, number);
CREATE TABLE finding_requirements (
  record_id TEXT NOT NULL REFERENCES finding(id) ON DELETE CASCADE, position INTEGER NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (record_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE finding_ai_systems (
  record_id TEXT NOT NULL REFERENCES finding(id) ON DELETE CASCADE, position INTEGER NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (record_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE action (
  id TEXT PRIMARY KEY NOT NULL, ${inAudit}, finding TEXT NOT NULL REFERENCES finding(id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL, text ${line}, cause ${line}, extent ${line}, owner ${line}, due_on TEXT, status TEXT NOT NULL,
  verification ${line}, effectiveness ${line}
) STRICT;
CREATE INDEX action_by_audit ON action (audit_id);
CREATE INDEX action_by_finding ON action (finding);
CREATE TABLE link (
  id TEXT PRIMARY KEY NOT NULL, ${inAudit}, evidence TEXT NOT NULL REFERENCES evidence(id) DEFERRABLE INITIALLY DEFERRED,
  noun TEXT NOT NULL, target TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX link_by_ends ON link (evidence, noun, target);
CREATE INDEX link_by_audit ON link (audit_id);
CREATE INDEX link_by_target ON link (target);
CREATE TABLE conclusion (
  id TEXT PRIMARY KEY NOT NULL, ${inAudit}, objectives_met ${line}, conformity ${line}, effectiveness ${line},
  recommendation ${line}, differences ${line}, limits ${line}, not_audited ${line}, governs ${line}, accountable ${line},
  risks ${line}, oversight ${line}, accepted_at TEXT, accepted_by ${line}
) STRICT;
CREATE UNIQUE INDEX conclusion_by_audit ON conclusion (audit_id);

CREATE TABLE search_entry (
  id INTEGER PRIMARY KEY, noun TEXT NOT NULL, record_id TEXT NOT NULL, audit_id TEXT, ref TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX search_entry_by_record ON search_entry (record_id);
CREATE VIRTUAL TABLE search_text USING fts5 (text, owner, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3 4 5 6');
CREATE TABLE search_state (only INTEGER PRIMARY KEY CHECK (only = 1), indexed_to INTEGER NOT NULL) STRICT;
INSERT INTO search_state VALUES (1, 0);
`,
};
