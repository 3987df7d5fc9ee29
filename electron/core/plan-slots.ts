import type { Handlers } from '../../shared/contract/contract.ts';
import { alreadyCreated, type Context, requireRecord, writeInAudit } from './context.ts';

/** The calls about the plan of the audit. */
export function planSlotHandlers(
  context: Context,
): Pick<Handlers, 'planSlots.create' | 'planSlots.update' | 'planSlots.remove'> {
  return {
    'planSlots.create': ({ audit, id, fields, step }) =>
      writeInAudit(
        context,
        audit,
        step,
        (write, auditId) => alreadyCreated(context, 'planSlot', id, auditId) ?? write.create('planSlot', fields, id),
      ),
    'planSlots.update': ({ audit, planSlot, fields, base, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'planSlot', planSlot, auditId, 'Plan slot');
        return write.set('planSlot', planSlot, fields, base);
      }),
    'planSlots.remove': ({ audit, planSlot, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'planSlot', planSlot, auditId, 'Plan slot');
        write.remove('planSlot', planSlot);
        return { id: planSlot };
      }),
  };
}
