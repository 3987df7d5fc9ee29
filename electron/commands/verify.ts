import { stat } from 'node:fs/promises';
import { AppError } from '../../shared/errors.ts';
import { type Command, findTextOption, refuseWords, UsageError, withWorkspace } from './command.ts';

/** Proves a workspace unchanged. */
export const verify: Command = {
  usage: 'verify --workspace DIR',
  about: 'proves database, change chain and vault files unchanged; exits 1 when it found a problem',
  options: { workspace: 'text' },
  async run(given, around) {
    refuseWords(given, 1);
    const [word] = given.words;
    const workspace = findTextOption(given, 'workspace') ?? word;
    if (workspace === undefined) throw new UsageError('--workspace is missing.');
    const facts = await stat(workspace).catch(() => undefined);
    if (facts?.isFile()) {
      throw new AppError(
        'unsupported-file',
        'This file is not a package that this version of Plumbline can verify. Name the folder of a workspace.',
        {
          file: workspace,
        },
      );
    }
    const { ok, checked, problems, statement } = await withWorkspace(around, workspace, 'read', (_call, engine) =>
      engine.verify(around.progress),
    );
    const head = ok
      ? `Unchanged: ${checked.changes} changes in ${checked.chains} chains, ${checked.files} files.`
      : `${problems.length} problems among ${checked.changes} changes and ${checked.files} files:`;
    const text = [head, ...problems.map(({ message }) => `  ${message}`), statement].join('\n');
    return { value: { ok, checked, problems, statement }, text, exitCode: ok ? 0 : 1 };
  },
};
