import { z } from 'zod';
import { teamMemberFields } from '../domain/team-members.ts';
import { method } from './method.ts';
import { auditKey, base, newId, patchOf, step, teamMemberRecord } from './records.ts';

export const teamMembersContract = {
  'teamMembers.create': method(
    'Adds a member to the audit team.',
    z.strictObject({ audit: auditKey, id: newId, fields: teamMemberFields, step }),
    teamMemberRecord,
  ),
  'teamMembers.update': method(
    'Changes a member of the audit team.',
    z.strictObject({ audit: auditKey, teamMember: z.string(), fields: patchOf(teamMemberFields), base, step }),
    teamMemberRecord,
  ),
  'teamMembers.remove': method(
    'Removes a member from the audit team.',
    z.strictObject({ audit: auditKey, teamMember: z.string(), step }),
    z.object({ id: z.string() }),
  ),
} as const;
