import type { Handlers } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { changesOfStep, findChange, listChanges } from '../store/changes.ts';
import { undoFields, undoStep } from '../store/undo.ts';
import { historyIdOf, type Context, refuseIfIssued } from './context.ts';

/** The calls about history and undo. */
export function changeHandlers(context: Context): Pick<Handlers, 'changes.list' | 'changes.undo'> {
  return {
    'changes.list': ({ audit, record, limit = 200 }) =>
      listChanges(context.db, historyIdOf(context, audit), record, limit),
    'changes.undo': ({ audit, change, fields }) => {
      const auditId = historyIdOf(context, audit);
      const target = findChange(context.db, change);
      if (!target || !changesOfStep(context.db, target.step).some((one) => one.auditId === auditId)) {
        throw new AppError('not-found', 'This change is not part of the history of this audit.', { change });
      }
      const step = context.writer.write(auditId, undefined, (write) => {
        refuseIfIssued(context, auditId);
        if (fields) undoFields(context.db, target, fields, write);
        else undoStep(context.db, target.step, write);
        return write.id;
      });
      return { step, changes: changesOfStep(context.db, step) };
    },
  };
}
