import type { Handlers } from '../../shared/contract/contract.ts';
import { alreadyCreated, type Context, requireRecord, writeInAudit } from './context.ts';

/** The calls about running notes. */
export function noteHandlers(context: Context): Pick<Handlers, 'notes.add'> {
  return {
    'notes.add': ({ audit, id, text, corrects, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        if (corrects !== undefined) requireRecord(context, 'note', corrects, auditId, 'Line');
        const named = corrects === undefined ? {} : { corrects };
        return (
          alreadyCreated(context, 'note', id, auditId) ??
          write.create('note', { text, at: write.at, by: context.actor(), ...named }, id)
        );
      }),
  };
}
