import type { Migration } from '../migrate.ts';

const line = "TEXT NOT NULL DEFAULT ''";
const list = (name: string) => `
CREATE TABLE house_layout_${name} (
  record_id TEXT NOT NULL REFERENCES house_layout(id) ON DELETE CASCADE, position INTEGER NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (record_id, position)
) STRICT, WITHOUT ROWID;`;

/** Rules of the advice that a workspace has switched off; the layouts of the house, and which of them an audit has. */
export const rulesAndLayouts: Migration = {
  version: 7,
  name: 'rules-and-layouts',
  sql: `
CREATE TABLE switched_rule (id TEXT PRIMARY KEY NOT NULL, rule TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX switched_rule_by_rule ON switched_rule (rule);
CREATE TABLE house_layout (
  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, accent ${line}, heading_colour ${line}, text_font ${line},
  heading_font ${line}, logo ${line}, logo_type ${line}, logo_pixels_wide INTEGER NOT NULL DEFAULT 0,
  logo_pixels_high INTEGER NOT NULL DEFAULT 0, logo_width INTEGER NOT NULL DEFAULT 45, cover_title ${line},
  cover_note ${line}, footer ${line}, base ${line}, base_name ${line}
) STRICT;
${['cover_lines', 'sections', 'headings', 'introductions'].map(list).join('')}
ALTER TABLE audit ADD COLUMN house_layout TEXT;
`,
};
