import type { Handlers } from '../../shared/contract/contract.ts';
import { alreadyCreated, type Context, requireRecord, writeInAudit } from './context.ts';
import { removeWithLinks } from './links.ts';

/** The calls about AI systems. */
export function aiSystemHandlers(
  context: Context,
): Pick<Handlers, 'aiSystems.create' | 'aiSystems.update' | 'aiSystems.remove'> {
  return {
    'aiSystems.create': ({ audit, id, fields, step }) =>
      writeInAudit(
        context,
        audit,
        step,
        (write, auditId) => alreadyCreated(context, 'aiSystem', id, auditId) ?? write.create('aiSystem', fields, id),
      ),
    'aiSystems.update': ({ audit, aiSystem, fields, base, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'aiSystem', aiSystem, auditId, 'AI system');
        return write.set('aiSystem', aiSystem, fields, base);
      }),
    'aiSystems.remove': ({ audit, aiSystem, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'aiSystem', aiSystem, auditId, 'AI system');
        return removeWithLinks(context, write, 'aiSystem', aiSystem);
      }),
  };
}
