import path from 'node:path';
import { type Command, refuseWords, requireText, withWorkspace } from './command.ts';

const amount = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`;

/** Makes a backup in one file. */
export const backup: Command = {
  usage: 'backup --workspace DIR --to FILE',
  about: 'makes a backup in one file, database and vault; works while the workbench is open',
  options: { workspace: 'text', to: 'text' },
  async run(given, around) {
    refuseWords(given);
    const to = path.resolve(requireText(given, 'to'));
    const made = await withWorkspace(around, requireText(given, 'workspace'), 'read', (call) =>
      call('backups.make', { to, job: 'backup' }),
    );
    const { path: file, sha256, size, files, audits, changes, warnings } = made;
    const text = [
      `${file}  (${amount(audits, 'audit')}, ${amount(changes, 'change')}, ${amount(files, 'file')}, SHA-256 ${sha256})`,
      ...warnings.map(({ message }) => `  ${message}`),
    ].join('\n');
    return { value: { path: file, sha256, size, files, audits, changes, warnings }, text };
  },
};

/** Restores a backup into an empty folder. */
export const restore: Command = {
  usage: 'restore --from FILE --workspace DIR',
  about: 'restores a backup into an empty folder, every file checked against its hash',
  options: { workspace: 'text', from: 'text' },
  async run(given, around) {
    refuseWords(given);
    const from = path.resolve(requireText(given, 'from'));
    const value = await around.restore(from, path.resolve(requireText(given, 'workspace')));
    const text =
      `Restored ${amount(value.audits, 'audit')}, ${amount(value.changes, 'change')} and ${amount(value.files, 'file')} ` +
      `into ${value.path}, as they were at ${value.madeAt.slice(0, 16).replace('T', ' ')}. New numbers get a series of their own.`;
    return { value, text };
  },
};
