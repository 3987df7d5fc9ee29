import { readFile } from 'node:fs/promises';
import { AppError } from '../../shared/errors.ts';
import type { Input } from '../../shared/contract/contract.ts';
import { auditTypes } from '../../shared/domain/vocabulary.ts';
import { type Command, refuseWords, requireText, withWorkspace } from './command.ts';

/** Lists audits. */
export const audits: Command = {
  usage: 'audits --workspace DIR',
  about: 'lists the audits of a workspace',
  options: { workspace: 'text' },
  async run(given, around) {
    refuseWords(given);
    const rows = await withWorkspace(around, requireText(given, 'workspace'), 'read', (call) =>
      call('audits.list', {}),
    );
    const value = rows.map(({ ref, title, type, status, organization, items, answered, findings, evidence }) => ({
      ref,
      title,
      type,
      status,
      organization,
      items,
      answered,
      findings,
      evidence,
    }));
    const text = value.map(
      (row) =>
        `${row.ref}  ${row.title} (${auditTypes[row.type]}, ${row.status}) ${row.organization}: ` +
        `${row.answered} of ${row.items} questions answered, ${row.findings} findings, ${row.evidence} pieces of evidence`,
    );
    return { value, text: text.join('\n') || 'No audits yet. Make one with "new" or "demo".' };
  },
};

async function readInput(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new AppError(
      'not-found',
      `${file} cannot be read. Name a JSON file as "methods" describes it for audits.create.`,
    );
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('invalid-input', `${file} is not JSON. "methods" prints the shape of audits.create.`);
  }
}

/** Makes an audit from a JSON file. */
export const newAudit: Command = {
  usage: 'new --workspace DIR --file audit.json',
  about: 'makes an audit; the file is the input of audits.create',
  options: { workspace: 'text', file: 'text' },
  async run(given, around) {
    refuseWords(given);
    const workspace = requireText(given, 'workspace');
    const input = await readInput(requireText(given, 'file'));
    const { id, ref } = await withWorkspace(around, workspace, 'write', (call) =>
      call('audits.create', input as Input<'audits.create'>),
    );
    return { value: { ref, id }, text: `Audit ${ref} made.` };
  },
};
