import path from 'node:path';
import type { BackupRow } from '../../../shared/contract/backups.ts';
import type { Handlers } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { disk } from '../../files.ts';
import { localTime } from '../../store/writer.ts';
import type { Context } from '../context.ts';

const kinds: readonly [RegExp, BackupRow['kind']][] = [
  [/^backup .*\.zip$/, 'backup'],
  [/^workbench version \d+ .*\.sqlite$/, 'before-migration'],
];

/** What lies in the backups folder, the newest first. */
async function listBackups(folder: string): Promise<BackupRow[]> {
  const names = await disk.readdir(folder).catch(() => [] as string[]);
  const rows = await Promise.all(
    names
      .filter((name) => !name.startsWith('.') && !name.endsWith('.part'))
      .map(async (name): Promise<BackupRow | undefined> => {
        const file = path.join(folder, name);
        const facts = await disk.lstat(file).catch(() => undefined);
        if (!facts?.isFile()) return undefined;
        const kind = kinds.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
        return { name, path: file, kind, size: facts.size, at: facts.mtime.toISOString() };
      }),
  );
  return rows.filter((row) => row !== undefined).toSorted((one, other) => (one.at < other.at ? 1 : -1));
}

/** The calls about backups. */
export function backupHandlers(context: Context): Pick<Handlers, 'backups.list' | 'backups.make'> {
  const { folders } = context;
  return {
    'backups.list': () => listBackups(folders.backups),
    async 'backups.make'({ job, to }) {
      if (to !== undefined && !context.allowsPaths)
        throw new AppError('refused', 'This host makes backups in the workspace only.', { path: to });
      const madeAt = localTime(new Date());
      const stamp = madeAt.slice(0, 19).replace('T', ' ').replaceAll(':', '-');
      const target = to === undefined ? path.join(folders.backups, `backup ${stamp}.zip`) : path.resolve(to);
      const { configuration, version: product } = context;
      const input = { root: folders.root, vault: folders.vault, target, configuration, product, madeAt };
      const made = await context.jobs.run(job, (signal, onProgress) =>
        context.workers.run('make-backup', input, signal, onProgress),
      );
      return { ...made, path: target, name: path.basename(target) };
    },
  };
}
