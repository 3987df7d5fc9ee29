import { z } from 'zod';
import { method } from './method.ts';
import { reportWarning } from './reports.ts';

export const backupRow = z.object({
  name: z.string(),
  path: z.string(),
  kind: z
    .enum(['backup', 'before-migration', 'other'])
    .describe(
      'A backup of everything, the database alone as it was before a newer version, or a file of somebody else.',
    ),
  size: z.int(),
  at: z.string(),
});
export type BackupRow = z.output<typeof backupRow>;

export const backupsContract = {
  'backups.list': method(
    'What lies in the backups folder of the workspace, the newest first.',
    z.strictObject({}),
    z.array(backupRow),
  ),
  'backups.make': method(
    'Makes a backup in one file, database and vault, and reads it back before it gets its name.',
    z.strictObject({
      job: z.string().max(100).optional(),
      to: z
        .string()
        .min(1)
        .max(4_000)
        .optional()
        .describe('A path where paths are allowed; into backups/ unless said.'),
    }),
    z.object({
      path: z.string(),
      name: z.string(),
      sha256: z.string(),
      size: z.int(),
      files: z.int(),
      audits: z.int(),
      changes: z.int(),
      warnings: z.array(reportWarning),
    }),
  ),
} as const;
