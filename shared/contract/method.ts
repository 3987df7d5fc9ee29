import type { z } from 'zod';

/** One call of the contract: what goes in, what comes out, and one sentence that says what it does. */
export interface MethodSpec<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  about: string;
  input: I;
  output: O;
}

/** Declares a call. */
export function method<I extends z.ZodType, O extends z.ZodType>(about: string, input: I, output: O): MethodSpec<I, O> {
  return { about, input, output };
}
