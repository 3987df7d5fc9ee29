import type { Handlers } from '../../shared/contract/contract.ts';
import { findConclusionId } from '../store/conclusions.ts';
import { type Context, writeInAudit } from './context.ts';

/** The calls about the conclusions of an audit. */
export function conclusionHandlers(context: Context): Pick<Handlers, 'conclusions.update'> {
  return {
    'conclusions.update': ({ audit, fields, base, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        const id = findConclusionId(context.db, auditId) ?? write.create('conclusion', {}).id;
        return write.set('conclusion', id, fields, base);
      }),
  };
}
