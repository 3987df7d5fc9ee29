import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Command, findTextOption, refuseWords, requireText, withWorkspace } from './command.ts';

const describe = (files: readonly { path: string; size: number; sha256: string }[]) =>
  files.map((file) => `${file.path}  (${Math.ceil(file.size / 1024)} kB, SHA-256 ${file.sha256})`);

/** Exports the report. */
export const report: Command = {
  usage: 'report --workspace DIR --audit REF [--word F] [--excel F] [--pdf F]',
  about: 'exports Word and Excel, reopens both and checks them; both into exports/ where no file is named',
  options: { workspace: 'text', audit: 'text', word: 'text', excel: 'text', pdf: 'text' },
  async run(given, around) {
    refuseWords(given);
    const word = findTextOption(given, 'word');
    const excel = findTextOption(given, 'excel');
    const pdf = findTextOption(given, 'pdf');
    const isEither = word !== undefined || excel !== undefined || pdf !== undefined;
    const value = await withWorkspace(around, requireText(given, 'workspace'), 'read', (call) =>
      call('reports.export', {
        audit: requireText(given, 'audit'),
        word: word === undefined ? !isEither : path.resolve(word),
        excel: excel === undefined ? !isEither : path.resolve(excel),
        pdf: pdf === undefined ? false : path.resolve(pdf),
        job: 'report',
      }),
    );
    const files = value.files.map(({ path: file, kind, sha256, size }) => ({ path: file, kind, sha256, size }));
    const text = [...describe(files), ...value.warnings.map(({ message }) => `  ${message}`)].join('\n');
    return { value: { ...value, files }, text };
  },
};

/** Makes the sample and its documents. */
export const demo: Command = {
  usage: 'demo --workspace DIR [--out DIR]',
  about: 'makes the invented sample organisation and its audit, and exports Word and Excel',
  options: { workspace: 'text', out: 'text' },
  async run(given, around) {
    refuseWords(given);
    const workspace = requireText(given, 'workspace');
    const out = path.resolve(findTextOption(given, 'out') ?? path.join(workspace, 'exports'));
    return withWorkspace(around, workspace, 'write', async (call) => {
      const { ref } = await call('sample.create', { job: 'demo' });
      await mkdir(out, { recursive: true });
      const { files, warnings, counts } = await call('reports.export', {
        audit: ref,
        word: path.join(out, `${ref} report.docx`),
        excel: path.join(out, `${ref} workbook.xlsx`),
        job: 'demo',
      });
      const made = files.map(({ path: file, kind, sha256, size }) => ({ path: file, kind, sha256, size }));
      const text = [`Sample audit ${ref} made in ${path.resolve(workspace)}.`, ...describe(made)].join('\n');
      return { value: { ref, files: made, warnings, counts }, text };
    });
  },
};
