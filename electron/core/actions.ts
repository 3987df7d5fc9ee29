import type { Handlers } from '../../shared/contract/contract.ts';
import { alreadyCreated, type Context, requireRecord, writeInAudit } from './context.ts';

/** The calls about corrections and corrective actions. */
export function actionHandlers(
  context: Context,
): Pick<Handlers, 'actions.create' | 'actions.update' | 'actions.remove'> {
  return {
    'actions.create': ({ audit, id, fields, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'finding', fields.finding, auditId, 'Finding');
        return alreadyCreated(context, 'action', id, auditId) ?? write.create('action', fields, id);
      }),
    'actions.update': ({ audit, action, fields, base, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'action', action, auditId, 'Action');
        return write.set('action', action, fields, base);
      }),
    'actions.remove': ({ audit, action, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'action', action, auditId, 'Action');
        write.remove('action', action);
        return { id: action };
      }),
  };
}
