import type { z } from 'zod';
import { contract, type Handlers, isMethod } from '../contract/contract.ts';
import { AppError, isAppError } from '../errors.ts';
import { toWireError, type Transport } from './reply.ts';

/** Where unexpected errors go: a local log, never the caller. */
export type Log = (error: unknown, context: string) => void;

/** Says which part of the input was wrong, for people who script against the contract. */
function describeIssues(issues: readonly z.core.$ZodIssue[]): string {
  const [first] = issues;
  if (!first) return 'The request was not understood.';
  const where = first.path.length > 0 ? `${first.path.join('.')}: ` : '';
  return `The request was not understood. ${where}${first.message}`;
}

/** The single gate: rejects unknown names, parses the input, calls the handler, and catches everything. */
export function createDispatch(handlers: Handlers, log: Log): Transport {
  return async (name, rawInput) => {
    try {
      if (!isMethod(name)) throw new AppError('unknown-method', `There is no call named ${name.slice(0, 100)}.`);
      const input = contract[name].input.safeParse(rawInput ?? {});
      if (!input.success) throw new AppError('invalid-input', describeIssues(input.error.issues), input.error.issues);
      const handler = handlers[name] as (input: unknown) => unknown;
      return { ok: true, value: await handler(input.data) };
    } catch (error) {
      if (!isAppError(error)) log(error, name);
      return { ok: false, error: toWireError(error) };
    }
  };
}
