import { z } from 'zod';
import { method } from './method.ts';
import { auditKey } from './records.ts';
import { reportWarning } from './reports.ts';

/** What `verify` found, and about which record, entry or file. */
export const verifyProblem = z.object({ code: z.string(), record: z.string(), message: z.string() });

/** The answer of a verification, of a workspace as of a file. */
export const verification = z.object({
  ok: z.boolean(),
  kind: z.enum(['workspace', 'sealed', 'backup', 'document']).describe('What was verified.'),
  headline: z.string().describe('The answer in one sentence.'),
  checked: z.record(z.string(), z.number()).describe('How much was looked at: changes, files and so on.'),
  problems: z.array(verifyProblem),
  trusts: z.array(z.string()).describe('What the answer goes by, one sentence each.'),
  statement: z.string().describe('What it shows and what it does not, in one sentence.'),
});
export type VerificationAnswer = z.output<typeof verification>;

const job = z.string().max(100).optional();

export const sealedContract = {
  'sealed.make': method(
    'Seals an audit into one file: its changes, files, issued documents, and a signed manifest. It is read back and checked before it gets its name; programs that check it offline are put beside it.',
    z.strictObject({
      audit: auditKey,
      originals: z
        .enum(['included', 'left-out'])
        .default('included')
        .describe('Files of evidence go along, or are listed by their hash only.'),
      to: z
        .string()
        .min(1)
        .max(4_000)
        .optional()
        .describe('A path where paths are allowed; into exports/ unless said.'),
      job,
    }),
    z.object({
      path: z.string(),
      name: z.string(),
      sha256: z.string(),
      size: z.int(),
      changes: z.int(),
      files: z.int(),
      documents: z.int(),
      leftOut: z.int(),
      publicKey: z.string(),
      verifiers: z.array(z.string()).describe('The paths of the programs that check it.'),
      warnings: z.array(reportWarning),
    }),
  ),
  'workspace.verify': method(
    'Proves the workspace: database, every change and chain, the tables against the log, and every file of the vault.',
    z.strictObject({ job }),
    verification,
  ),
} as const;
