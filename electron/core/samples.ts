import type { Handlers } from '../../shared/contract/contract.ts';
import { alreadyCreated, type Context, requireRecord, writeInAudit } from './context.ts';

/** The calls about samples. */
export function sampleHandlers(
  context: Context,
): Pick<Handlers, 'samples.create' | 'samples.update' | 'samples.remove'> {
  return {
    'samples.create': ({ audit, id, fields, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'checklistItem', fields.item, auditId, 'Question');
        return alreadyCreated(context, 'sample', id, auditId) ?? write.create('sample', fields, id);
      }),
    'samples.update': ({ audit, sample, fields, base, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'sample', sample, auditId, 'Sample');
        return write.set('sample', sample, fields, base);
      }),
    'samples.remove': ({ audit, sample, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'sample', sample, auditId, 'Sample');
        write.remove('sample', sample);
        return { id: sample };
      }),
  };
}
