import { z } from 'zod';
import { line, text } from './fields.ts';
import { keysOf, teamRoles } from './vocabulary.ts';

/** A member of the audit team, with competence and declaration of independence (ISO/IEC 17021-1 clause 5.2, 7). */
export const teamMemberFields = z.strictObject({
  name: z.string().trim().min(1, 'The team member needs a name.').max(300),
  role: z.enum(keysOf(teamRoles)).default('auditor'),
  competence: text(),
  independence: text(),
  organization: line(),
});
export type TeamMemberFields = z.output<typeof teamMemberFields>;
