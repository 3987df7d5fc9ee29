import type { Handlers } from '../../shared/contract/contract.ts';
import { alreadyCreated, type Context, writeInAudit } from './context.ts';

/** The calls about running notes. */
export function noteHandlers(context: Context): Pick<Handlers, 'notes.add'> {
  return {
    'notes.add': ({ audit, id, text, step }) =>
      writeInAudit(
        context,
        audit,
        step,
        (write, auditId) =>
          alreadyCreated(context, 'note', id, auditId) ??
          write.create('note', { text, at: write.at, by: context.actor() }, id),
      ),
  };
}
