import { z } from 'zod';
import { method } from './method.ts';

/** What only the host of the page can do. In a browser the host says so and the page offers a download instead. */
export const hostContract = {
  'host.info': method(
    'What this host can do.',
    z.strictObject({}),
    z.object({ kind: z.enum(['desktop', 'browser', 'direct']), canReveal: z.boolean(), canPickFiles: z.boolean() }),
  ),
  'host.reveal': method(
    'Shows an exported file, a backup or the workspace in the file manager.',
    z.strictObject({ path: z.string().max(4_000) }),
    z.object({ shown: z.boolean() }),
  ),
  'host.openFile': method(
    'Opens an exported document in its program.',
    z.strictObject({ path: z.string().max(4_000) }),
    z.object({ shown: z.boolean() }),
  ),
  'host.openEvidence': method(
    'Opens a copy of a vault file, read-only and under its own name, in its program. Refuses types that can run.',
    z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().min(1).max(500) }),
    z.object({ shown: z.boolean() }),
  ),
} as const;
