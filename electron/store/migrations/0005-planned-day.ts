import type { Migration } from '../migrate.ts';

/** The day by which the auditee plans to be done with an action, beside the day on which it is due. */
export const plannedDay: Migration = {
  version: 5,
  name: 'planned-day',
  sql: 'ALTER TABLE action ADD COLUMN planned_on TEXT;',
};
