import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { ReportFile } from '../../shared/contract/reports.ts';
import { AppError, isAppError } from '../../shared/errors.ts';
import {
  type Command,
  findTextOption,
  type Given,
  refuseWords,
  requireText,
  type Surroundings,
  UsageError,
  withWorkspace,
} from './command.ts';

const describe = (files: readonly { path: string; size: number; sha256: string }[]) =>
  files.map((file) => `${file.path}  (${Math.ceil(file.size / 1024)} kB, SHA-256 ${file.sha256})`);

const shown = ({ path: file, kind, sha256, size }: ReportFile) => ({ path: file, kind, sha256, size });

/** The points that stand in the way of issuing, a line each; the error names the first of them only. */
function sayPoints(error: unknown): never {
  if (!isAppError(error)) throw error;
  const { points = [] } = (error.details ?? {}) as { points?: { message: string }[] };
  if (points.length < 2) throw error;
  const lines = points.map(({ message }) => `  ${message}`);
  throw new AppError(error.code, ['The report cannot be issued yet:', ...lines].join('\n'), error.details);
}

/** Issues the next version: documents in the vault, copies in the exports folder, the audit locked. */
async function issue(given: Given, around: Surroundings) {
  for (const name of ['word', 'excel', 'pdf'])
    if (given.options[name] !== undefined) throw new UsageError(`--issue names its files itself; leave --${name} out.`);
  const audit = requireText(given, 'audit');
  const value = await withWorkspace(around, requireText(given, 'workspace'), 'write', (call) =>
    call('reports.issue', { audit, job: 'report' }).catch((error: unknown) => {
      if (around.json) throw error;
      return sayPoints(error);
    }),
  );
  const { version, issuedAt, issuedBy } = value.issue;
  const text = [
    `Version ${version} of ${audit} issued.`,
    ...describe(value.files),
    ...value.warnings.map(({ message }) => `  ${message}`),
  ].join('\n');
  const { warnings, counts } = value;
  return { value: { version, issuedAt, issuedBy, files: value.files.map(shown), warnings, counts }, text };
}

/** Exports the report, or issues it. */
export const report: Command = {
  usage: 'report --workspace DIR --audit REF [--word F] [--excel F] [--pdf F] [--issue]',
  about:
    'exports Word and Excel, reopens both and checks them; both into exports/ where no file is named; with --issue it issues the next version and locks the audit',
  options: { workspace: 'text', audit: 'text', word: 'text', excel: 'text', pdf: 'text', issue: 'switch' },
  async run(given, around) {
    refuseWords(given);
    if (given.options.issue === true) return issue(given, around);
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
    const files = value.files.map(shown);
    const text = [...describe(files), ...value.warnings.map(({ message }) => `  ${message}`)].join('\n');
    return { value: { ...value, files }, text };
  },
};

/** Exports the sheets of the closing meeting. */
export const sheets: Command = {
  usage: 'sheets --workspace DIR --audit REF [--finding F-001]… [--word F] [--pdf F]',
  about:
    'exports a page per finding for the closing meeting; Word into exports/ where no file is named; a PDF needs Chromium, Chrome or Edge',
  options: { workspace: 'text', audit: 'text', finding: 'list', word: 'text', pdf: 'text' },
  async run(given, around) {
    refuseWords(given);
    const named = (['word', 'pdf'] as const).flatMap((kind) => {
      const file = findTextOption(given, kind);
      return file === undefined ? [] : [{ kind, path: path.resolve(file) }];
    });
    const { finding } = given.options;
    const chosen = Array.isArray(finding) ? { findings: finding } : {};
    const value = await withWorkspace(around, requireText(given, 'workspace'), 'read', async (call) => {
      const made = [];
      for (const one of named.length > 0 ? named : [{ kind: 'word' as const }]) {
        const input = { audit: requireText(given, 'audit'), ...one, ...chosen, job: 'sheets' };
        made.push({ kind: one.kind, ...(await call('reports.closingSheets', input)) });
      }
      return made;
    });
    const files = value.map(({ path: file, kind, sha256, size }) => ({ path: file, kind, sha256, size }));
    return { value: { files, sheets: value[0]?.sheets ?? 0 }, text: describe(files).join('\n') };
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
