// A removal that is asked for again because its answer was lost: it is done, not missing.
import type { Handlers } from '../../shared/contract/contract.ts';
import { isAppError } from '../../shared/errors.ts';
import { changesOfStep } from '../store/changes.ts';
import { type Context, historyIdOf } from './context.ts';

/** The record that a step of this audit removed and that the call names; undefined where there is none. */
function removedBy(context: Context, input: Record<string, unknown>): string | undefined {
  const { audit, step, ...named } = input;
  if (typeof step !== 'string' || typeof audit !== 'string') return undefined;
  const auditId = historyIdOf(context, audit);
  const ids = Object.values(named);
  return changesOfStep(context.db, step).find(
    ({ kind, recordId, auditId: of }) => kind === 'remove' && of === auditId && ids.includes(recordId),
  )?.recordId;
}

/** The handlers, with every removal that the caller's own step has done already answered as it was the first time. */
export function withRepeatedRemovals(context: Context, handlers: Handlers): Handlers {
  const wrapped = Object.entries(handlers).map(([name, handler]) => {
    if (!name.endsWith('.remove')) return [name, handler];
    const remove = async (input: Record<string, unknown>) => {
      try {
        return await (handler as (input: unknown) => unknown)(input);
      } catch (error) {
        const id = isAppError(error) && error.code === 'not-found' ? removedBy(context, input) : undefined;
        if (id === undefined) throw error;
        return { id };
      }
    };
    return [name, remove];
  });
  return Object.fromEntries(wrapped) as Handlers;
}
