import path from 'node:path';
import { type Command, findTextOption, requireText, UsageError, withWorkspace } from './command.ts';

/** Takes files into the vault. */
export const addEvidence: Command = {
  usage: 'add-evidence --workspace DIR --audit REF [--title T] [--item ID]… FILE…',
  about: 'takes files into the vault, all or none, and gives each a number',
  options: { workspace: 'text', audit: 'text', title: 'text', item: 'list' },
  async run(given, around) {
    if (given.words.length === 0) throw new UsageError('Name at least one file.');
    const title = findTextOption(given, 'title');
    const items = given.options.item;
    const added = await withWorkspace(around, requireText(given, 'workspace'), 'write', (call) =>
      call('evidence.add', {
        audit: requireText(given, 'audit'),
        files: given.words.map((file) => ({ path: path.resolve(file) })),
        ...(title === undefined ? {} : { fields: { title } }),
        ...(Array.isArray(items) ? { items } : {}),
        job: 'add-evidence',
      }),
    );
    const value = added.map(({ number, sha256, size, name, duplicateOf }) => ({
      number,
      sha256,
      size,
      name,
      ...(duplicateOf === undefined ? {} : { duplicateOf }),
    }));
    const text = value.map(
      ({ number, sha256, name, duplicateOf }) =>
        `${number}  ${name}  ${sha256}${duplicateOf === undefined ? '' : `  (same content as ${duplicateOf}, stored once)`}`,
    );
    return { value, text: text.join('\n') };
  },
};
