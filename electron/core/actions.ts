import type { Handlers } from '../../shared/contract/contract.ts';
import { stampAction } from '../../shared/domain/closure.ts';
import type { ActionFields } from '../../shared/domain/actions.ts';
import { proposeDue } from '../../shared/domain/due-rules.ts';
import { readRecord } from '../store/tables.ts';
import { alreadyCreated, type Context, requireRecord, writeInAudit } from './context.ts';
import { listDueRules } from './due-rules.ts';
import { removeWithLinks } from './links.ts';

/** The dates of a new action: those given, else those that the time limits of the workspace propose. */
function datesOf(context: Context, auditId: string, fields: ActionFields, at: string): Partial<ActionFields> {
  if (fields.dueOn !== null) return {};
  const audit = readRecord(context.db, 'audit', auditId);
  const finding = readRecord(context.db, 'finding', fields.finding);
  if (!audit || !finding) return {};
  const proposed = proposeDue(listDueRules(context), {
    auditType: audit.type,
    grade: finding.grade,
    kind: fields.kind,
    endsOn: audit.endsOn,
    raisedOn: (finding.raisedAt ?? at).slice(0, 10),
  });
  const { dueOn, dueBasis, effectivenessDueOn } = proposed;
  return {
    ...(dueOn === null ? {} : { dueOn, dueBasis: fields.dueBasis || dueBasis }),
    ...(fields.effectivenessDueOn === null && effectivenessDueOn !== null ? { effectivenessDueOn } : {}),
  };
}

/** The calls about corrections and corrective actions. */
export function actionHandlers(
  context: Context,
): Pick<Handlers, 'actions.create' | 'actions.update' | 'actions.remove'> {
  const who = (at: string) => ({ by: context.actor(), on: at.slice(0, 10) });
  return {
    'actions.create': ({ audit, id, fields, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'finding', fields.finding, auditId, 'Finding');
        const stored = alreadyCreated(context, 'action', id, auditId);
        return stored ?? write.create('action', { ...fields, ...datesOf(context, auditId, fields, write.at) }, id);
      }),
    'actions.update': ({ audit, action, fields, base, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'action', action, auditId, 'Action');
        const before = readRecord(context.db, 'action', action);
        const added = before ? stampAction(before, fields, who(write.at)) : {};
        return write.set('action', action, { ...fields, ...added }, base);
      }),
    'actions.remove': ({ audit, action, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'action', action, auditId, 'Action');
        return removeWithLinks(context, write, 'action', action);
      }),
  };
}
