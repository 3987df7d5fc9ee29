import type { Input, Method, Output } from '../contract/contract.ts';
import { fromWireError, type Transport } from './reply.ts';

export interface Api {
  /** Makes a call; a refusal is thrown as the AppError it was. */
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>;
}

/** Typed calls over any transport. */
export function createApi(transport: Transport): Api {
  return {
    async call(method, input) {
      const reply = await transport(method, input);
      if (!reply.ok) throw fromWireError(reply.error);
      return reply.value as never;
    },
  };
}
