import type { Handlers } from '../../shared/contract/contract.ts';
import type { Change } from '../../shared/domain/changes.ts';
import { AppError } from '../../shared/errors.ts';
import { changesOfStep, findChange } from '../store/changes.ts';
import { type ChangeFilter, listChanges, listPeople, listSteps } from '../store/steps.ts';
import { readRecord } from '../store/tables.ts';
import { undoFields, undoStep } from '../store/undo.ts';
import type { Step } from '../store/writer.ts';
import { type Context, historyIdOf, refuseIfIssued } from './context.ts';
import { decide } from './grade-decisions.ts';

type Names = 'changes.list' | 'changes.steps' | 'changes.people' | 'changes.undo';

/** The audit a history is of, with the organisation it audits. */
function historyOf(context: Context, key: string): Pick<ChangeFilter, 'audit' | 'organization'> {
  const audit = historyIdOf(context, key);
  return { audit, organization: readRecord(context.db, 'audit', audit)?.organization ?? '' };
}

/** Undoes some fields of a record. The grade of a finding is decided again by that, which is recorded. */
function undoFieldsOf(context: Context, target: Change, fields: readonly string[], write: Step): void {
  const read = () => (target.noun === 'finding' ? readRecord(context.db, 'finding', target.recordId) : undefined);
  const before = read();
  undoFields(context.db, target, fields, write);
  const after = read();
  if (before && after && before.grade !== after.grade)
    decide(context, write, before, { grade: after.grade, reason: '' });
}

/** The calls about history and undo. */
export function changeHandlers(context: Context): Pick<Handlers, Names> {
  return {
    'changes.list': ({ audit, before, limit = 200, ...filter }) =>
      listChanges(context.db, { ...filter, ...historyOf(context, audit) }, before, limit),
    'changes.steps': ({ audit, before, limit = 50, ...filter }) =>
      listSteps(context.db, { ...filter, ...historyOf(context, audit) }, before, limit),
    'changes.people': ({ audit }) => listPeople(context.db, historyIdOf(context, audit)),
    'changes.undo': ({ audit, change, fields, step: own }) => {
      const { audit: auditId, organization } = historyOf(context, audit);
      const target = findChange(context.db, change);
      // The facts of its organisation stand in the workspace's history and are changed from the audit all the same.
      const isOurs = (one: { auditId: string | null; recordId: string }) =>
        one.auditId === auditId || (one.auditId === null && one.recordId === organization);
      if (!target || !changesOfStep(context.db, target.step).some(isOurs)) {
        throw new AppError('not-found', 'This change is not part of the history of this audit.', { change });
      }
      // Asked again after the answer was lost: it is done, and doing it twice would do something else.
      const done = own === undefined ? [] : changesOfStep(context.db, own).filter(isOurs);
      if (own !== undefined && done.length > 0) return { step: own, changes: done };
      const build = (write: Step) => {
        // Changes of the workspace stand outside the lock of an audit, but not those made for its sake.
        if (changesOfStep(context.db, target.step).some((one) => one.auditId === null))
          refuseIfIssued(context, auditId);
        if (fields) undoFieldsOf(context, target, fields, write);
        else undoStep(context.db, target.step, write);
        return write.id;
      };
      const step = context.writer.write(auditId, own, build, fields ? undefined : target.step);
      return { step, changes: changesOfStep(context.db, step) };
    },
  };
}
