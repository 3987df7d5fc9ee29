import { z } from 'zod';

/** A file from outside: staged by an upload, or a path where the host is on this machine and trusted with paths. */
export const incomingFile = z.union([
  z.strictObject({ staging: z.string().min(1).max(100), name: z.string().max(1_000).optional() }),
  z.strictObject({ path: z.string().min(1).max(4_000), name: z.string().max(1_000).optional() }),
]);
export type IncomingFile = z.output<typeof incomingFile>;
