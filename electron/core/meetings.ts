import type { Handlers } from '../../shared/contract/contract.ts';
import { alreadyCreated, type Context, requireRecord, writeInAudit } from './context.ts';

/** The calls about meetings with the auditee. */
export function meetingHandlers(
  context: Context,
): Pick<Handlers, 'meetings.create' | 'meetings.update' | 'meetings.remove'> {
  return {
    'meetings.create': ({ audit, id, fields, step }) =>
      writeInAudit(
        context,
        audit,
        step,
        (write, auditId) => alreadyCreated(context, 'meeting', id, auditId) ?? write.create('meeting', fields, id),
      ),
    'meetings.update': ({ audit, meeting, fields, base, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'meeting', meeting, auditId, 'Meeting');
        return write.set('meeting', meeting, fields, base);
      }),
    'meetings.remove': ({ audit, meeting, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'meeting', meeting, auditId, 'Meeting');
        write.remove('meeting', meeting);
        return { id: meeting };
      }),
  };
}
