import type { Handlers } from '../../shared/contract/contract.ts';
import type { ActionRecord } from '../../shared/contract/records.ts';
import { stampAction } from '../../shared/domain/closure.ts';
import type { ActionFields } from '../../shared/domain/actions.ts';
import { proposeDue } from '../../shared/domain/due-rules.ts';
import type { PartialFieldsOf } from '../../shared/domain/nouns.ts';
import { readRecord } from '../store/tables.ts';
import type { Step } from '../store/writer.ts';
import { alreadyCreated, type Context, requireRecord, writeInAudit } from './context.ts';
import { listDueRules } from './due-rules.ts';
import { removeWithLinks } from './links.ts';

/** The dates of a new action: those given, else those that the time limits of the workspace propose. */
function datesOf(
  context: Context,
  auditId: string,
  fields: Pick<ActionFields, 'finding' | 'kind' | 'dueOn' | 'dueBasis' | 'effectivenessDueOn'>,
  at: string,
): Partial<ActionFields> {
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

const noDates = { dueOn: null, dueBasis: '', effectivenessDueOn: null };

/** By when an action that is not there yet would be due, and on what basis. */
export function proposedDates(
  context: Context,
  auditId: string,
  finding: string,
  kind: ActionFields['kind'],
): Pick<ActionFields, 'dueOn' | 'dueBasis'> {
  return { ...noDates, ...datesOf(context, auditId, { ...noDates, finding, kind }, '') };
}

/** Adds an action with the dates that the time limits of the workspace propose. */
export function addAction(
  context: Context,
  write: Step,
  auditId: string,
  fields: ActionFields,
  id?: string,
): ActionRecord {
  return write.create('action', { ...fields, ...datesOf(context, auditId, fields, write.at) }, id);
}

/** Changes an action, and keeps who accepted, verified and closed it and when. */
export function changeAction(
  context: Context,
  write: Step,
  action: string,
  fields: PartialFieldsOf<'action'>,
  base?: Record<string, string>,
): ActionRecord {
  const before = readRecord(context.db, 'action', action);
  const added = before ? stampAction(before, fields, { by: context.actor(), on: write.at.slice(0, 10) }) : {};
  return write.set('action', action, { ...fields, ...added }, base);
}

/** The calls about corrections and corrective actions. */
export function actionHandlers(
  context: Context,
): Pick<Handlers, 'actions.create' | 'actions.update' | 'actions.remove'> {
  return {
    'actions.create': ({ audit, id, fields, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'finding', fields.finding, auditId, 'Finding');
        const stored = alreadyCreated(context, 'action', id, auditId);
        return stored ?? addAction(context, write, auditId, fields, id);
      }),
    'actions.update': ({ audit, action, fields, base, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'action', action, auditId, 'Action');
        return changeAction(context, write, action, fields, base);
      }),
    'actions.remove': ({ audit, action, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'action', action, auditId, 'Action');
        return removeWithLinks(context, write, 'action', action);
      }),
  };
}
