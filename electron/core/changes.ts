import type { Handlers } from '../../shared/contract/contract.ts';
import type { Change } from '../../shared/domain/changes.ts';
import { AppError } from '../../shared/errors.ts';
import { changesOfStep, findChange, listChanges } from '../store/changes.ts';
import { readRecord } from '../store/tables.ts';
import { undoStep } from '../store/undo.ts';
import { historyIdOf, type Context, refuseIfIssued } from './context.ts';

/** The calls about history and undo. */
export function changeHandlers(context: Context): Pick<Handlers, 'changes.list' | 'changes.undo'> {
  return {
    'changes.list': ({ audit, record, limit = 200 }) =>
      listChanges(context.db, historyIdOf(context, audit), record, limit),
    'changes.undo': ({ audit, change }) => {
      const auditId = historyIdOf(context, audit);
      const target = findChange(context.db, change);
      // The facts of its organisation stand in the workspace's history and are changed from the audit all the same.
      const organization = readRecord(context.db, 'audit', auditId)?.organization;
      const isOurs = (one: Change) =>
        one.auditId === auditId || (one.noun === 'organization' && one.recordId === organization);
      if (!target || !changesOfStep(context.db, target.step).some(isOurs)) {
        throw new AppError('not-found', 'This change is not part of the history of this audit.', { change });
      }
      const step = context.writer.write(auditId, undefined, (write) => {
        refuseIfIssued(context, auditId);
        undoStep(context.db, target.step, write);
        return write.id;
      });
      return { step, changes: changesOfStep(context.db, step) };
    },
  };
}
