import path from 'node:path';
import { type Command, refuseWords, requireText, withWorkspace } from './command.ts';

const amount = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`;

/** Seals an audit into one file. */
export const seal: Command = {
  usage: 'seal --workspace DIR --audit REF --to FILE.plumb [--without-originals]',
  about: 'seals an audit into one signed file that anybody can check offline; works while the workbench is open',
  options: { workspace: 'text', audit: 'text', to: 'text', 'without-originals': 'switch' },
  async run(given, around) {
    refuseWords(given);
    const to = path.resolve(requireText(given, 'to'));
    const originals = given.options['without-originals'] === true ? 'left-out' : 'included';
    const value = await withWorkspace(around, requireText(given, 'workspace'), 'read', (call) =>
      call('sealed.make', { audit: requireText(given, 'audit'), to, originals, job: 'seal' }),
    );
    const { changes, files, documents, leftOut } = value;
    const out = leftOut === 0 ? '' : `, ${amount(leftOut, 'file')} left out`;
    const text = [
      `${value.path}  (${amount(changes, 'change')}, ${amount(files, 'file')}, ${amount(documents, 'issued document')}${out}, SHA-256 ${value.sha256})`,
      ...value.warnings.map(({ message }) => `  ${message}`),
      ...(value.verifiers.length === 0
        ? []
        : ['To check it without Plumbline:', ...value.verifiers.map((file) => `  ${file}`)]),
    ].join('\n');
    return { value, text };
  },
};
