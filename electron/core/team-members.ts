import type { Handlers } from '../../shared/contract/contract.ts';
import { alreadyCreated, type Context, requireRecord, writeInAudit } from './context.ts';

/** The calls about the audit team. */
export function teamMemberHandlers(
  context: Context,
): Pick<Handlers, 'teamMembers.create' | 'teamMembers.update' | 'teamMembers.remove'> {
  return {
    'teamMembers.create': ({ audit, id, fields, step }) =>
      writeInAudit(
        context,
        audit,
        step,
        (write, auditId) =>
          alreadyCreated(context, 'teamMember', id, auditId) ?? write.create('teamMember', fields, id),
      ),
    'teamMembers.update': ({ audit, teamMember, fields, base, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'teamMember', teamMember, auditId, 'Team member');
        return write.set('teamMember', teamMember, fields, base);
      }),
    'teamMembers.remove': ({ audit, teamMember, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'teamMember', teamMember, auditId, 'Team member');
        write.remove('teamMember', teamMember);
        return { id: teamMember };
      }),
  };
}
