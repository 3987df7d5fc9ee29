import type { Migration } from '../migrate.ts';

/** Rules of the advice that a workspace has switched off. */
export const switchedRules: Migration = {
  version: 7,
  name: 'switched-rules',
  sql: `
CREATE TABLE switched_rule (id TEXT PRIMARY KEY NOT NULL, rule TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX switched_rule_by_rule ON switched_rule (rule);
`,
};
