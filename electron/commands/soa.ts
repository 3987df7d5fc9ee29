import path from 'node:path';
import type { SoaReading } from '../../shared/contract/soa.ts';
import { type Command, refuseWords, requireText, withWorkspace } from './command.ts';

/** Reads a Statement of Applicability. */
export const importSoa: Command = {
  usage: 'import-soa --workspace DIR --audit REF --file F.xlsx [--dry-run]',
  about: "reads a client's Statement of Applicability; with --dry-run only shows what it would do",
  options: { workspace: 'text', audit: 'text', file: 'text', 'dry-run': 'switch' },
  async run(given, around) {
    refuseWords(given);
    const input = { audit: requireText(given, 'audit'), file: { path: path.resolve(requireText(given, 'file')) } };
    const isDryRun = given.options['dry-run'] === true;
    const reading = await withWorkspace<SoaReading>(around, requireText(given, 'workspace'), 'write', (call) =>
      isDryRun ? call('soa.preview', input) : call('soa.import', input),
    );
    const { read, matched, applicable, excluded, issues } = reading;
    const value = {
      read,
      matched,
      applicable,
      excluded,
      issues: issues.map(({ row, code, message }) => ({ row, code, message })),
    };
    const lines = issues.map(({ row, message }) => `  ${row === null ? '' : `row ${row}: `}${message}`);
    const head = `${isDryRun ? 'Would import' : 'Imported'} ${matched} controls from sheet "${reading.sheet}": ${applicable} applicable, ${excluded} excluded.`;
    return { value, text: [head, ...lines].join('\n') };
  },
};
