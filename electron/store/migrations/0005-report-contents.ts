import type { Migration } from '../migrate.ts';

const columns = (table: string, added: readonly string[]) =>
  added.map((column) => `ALTER TABLE ${table} ADD COLUMN ${column} TEXT NOT NULL DEFAULT '';`).join('\n');

/** What reports are asked to contain and had no field: about the audit, and among its conclusions. */
export const reportContents: Migration = {
  version: 5,
  name: 'report-contents',
  sql: `
${columns('audit', ['representative', 'combined', 'legal_context', 'withheld', 'deviations'])}
${columns('conclusion', ['scope_fit', 'earlier_actions', 'programme', 'marks'])}
`,
};
