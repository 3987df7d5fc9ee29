import { sampleMethods } from '../../../shared/domain/vocabulary.ts';
import type { Migration } from '../migrate.ts';

const line = "TEXT NOT NULL DEFAULT ''";
const inAudit = 'audit_id TEXT NOT NULL REFERENCES audit(id) DEFERRABLE INITIALLY DEFERRED';
const methods = Object.keys(sampleMethods)
  .map((key) => `'${key}'`)
  .join(', ');

/** Corrections of running notes and what became of them; samples with population, size and method. */
export const workbench: Migration = {
  version: 3,
  name: 'workbench',
  sql: `
ALTER TABLE note ADD COLUMN corrects TEXT;
CREATE TABLE note_link (
  id TEXT PRIMARY KEY NOT NULL, ${inAudit}, note TEXT NOT NULL REFERENCES note(id) DEFERRABLE INITIALLY DEFERRED,
  noun TEXT NOT NULL, target TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX note_link_by_ends ON note_link (note, noun, target);
CREATE INDEX note_link_by_audit ON note_link (audit_id);
CREATE INDEX note_link_by_target ON note_link (target);
CREATE TABLE sample (
  id TEXT PRIMARY KEY NOT NULL, ${inAudit},
  item TEXT NOT NULL REFERENCES checklist_item(id) DEFERRABLE INITIALLY DEFERRED, population ${line},
  population_size INTEGER, size INTEGER, source ${line}, method TEXT NOT NULL CHECK (method IN (${methods})),
  seed ${line}, exceptions ${line}, position INTEGER NOT NULL
) STRICT;
CREATE INDEX sample_by_audit ON sample (audit_id);
CREATE INDEX sample_by_item ON sample (item);
CREATE TABLE sample_items (
  record_id TEXT NOT NULL REFERENCES sample(id) ON DELETE CASCADE, position INTEGER NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (record_id, position)
) STRICT, WITHOUT ROWID;
`,
};
