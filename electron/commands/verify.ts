import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { VerificationAnswer } from '../../shared/contract/sealed.ts';
import { type Command, findTextOption, refuseWords, UsageError, withWorkspace } from './command.ts';

/** The answer as lines of text. */
function inWords({ headline, problems, trusts, statement }: VerificationAnswer): string {
  return [headline, ...problems.map(({ message }) => `  ${message}`), ...trusts, statement].join('\n');
}

const answer = (value: VerificationAnswer) => ({ value, text: inWords(value), exitCode: value.ok ? 0 : 1 });

/** Proves a workspace or a file unchanged. */
export const verify: Command = {
  usage: 'verify --workspace DIR | verify FILE [--workspace DIR] [--against FILE]',
  about:
    'proves a workspace unchanged, or a sealed file, a backup or an issued document; exits 1 when it found a problem',
  options: { workspace: 'text', against: 'text' },
  async run(given, around) {
    refuseWords(given, 1);
    const [word] = given.words;
    const workspace = findTextOption(given, 'workspace');
    const against = findTextOption(given, 'against');
    if (word === undefined && workspace === undefined) throw new UsageError('--workspace is missing.');
    const isFolder = word !== undefined && (await stat(word).catch(() => undefined))?.isDirectory() === true;
    if (word !== undefined && !isFolder) {
      const resolve = (name: string | undefined) => (name === undefined ? undefined : path.resolve(name));
      return answer(
        await around.verifyFile({ file: path.resolve(word), workspace: resolve(workspace), against: resolve(against) }),
      );
    }
    if (against !== undefined) throw new UsageError('--against goes with the name of a document.');
    return answer(
      await withWorkspace(around, word ?? workspace ?? '', 'read', (_call, engine) => engine.verify(around.progress)),
    );
  },
};
