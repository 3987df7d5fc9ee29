import path from 'node:path';
import { catalogueFileSchema } from '../../shared/contract/catalogue-file.ts';
import type { CatalogueProblem, CatalogueReading, CatalogueRow } from '../../shared/contract/catalogues.ts';
import { AppError, isAppError } from '../../shared/errors.ts';
import { type Command, findTextOption, refuseWords, requireText, UsageError, withWorkspace } from './command.ts';

const describeRow = ({
  id,
  version,
  title,
  standard,
  edition,
  origin,
  isRetired,
  requirements,
  questions,
  audits,
  hash,
}: CatalogueRow) =>
  `${id} ${version}  ${title} (${standard}:${edition}, ${origin}${isRetired ? ', put away' : ''}): ` +
  `${requirements} requirements, ${questions} questions, in ${audits} audits  ${hash}`;

const describeProblem = ({ sheet, row, column, message }: CatalogueProblem) => {
  const where = [sheet, row === null ? '' : `row ${row}`, column].filter((word) => word !== '').join(', ');
  return where === '' ? message : `${where}: ${message}`;
};

/** Lists catalogues. */
export const catalogues: Command = {
  usage: 'catalogues --workspace DIR',
  about: 'lists the catalogues that come with the product and those of a workspace',
  options: { workspace: 'text' },
  async run(given, around) {
    refuseWords(given);
    const value = await withWorkspace(around, requireText(given, 'workspace'), 'read', (call) =>
      call('catalogues.list', {}),
    );
    return { value, text: value.map(describeRow).join('\n') };
  },
};

/** Writes a catalogue to a file. */
export const exportCatalogue: Command = {
  usage: 'export-catalogue --workspace DIR --catalogue ID-OR-HASH --file F.xlsx|F.json',
  about: 'writes a catalogue as a spreadsheet or as JSON, reopens it and compares; an id means its newest version',
  options: { workspace: 'text', catalogue: 'text', file: 'text' },
  async run(given, around) {
    refuseWords(given);
    const [key, file] = [requireText(given, 'catalogue'), path.resolve(requireText(given, 'file'))];
    const format = /\.(xlsx|json)$/i.exec(file)?.[1]?.toLowerCase();
    if (format !== 'xlsx' && format !== 'json') throw new UsageError('--file ends in .xlsx or .json.');
    const value = await withWorkspace(around, requireText(given, 'workspace'), 'read', async (call) => {
      const rows = await call('catalogues.list', {});
      const row =
        rows.find(({ hash }) => hash === key) ??
        rows.find(({ id, isNewest }) => id === key && isNewest) ??
        rows.find(({ id }) => id === key);
      if (!row) throw new AppError('not-found', `There is no catalogue ${key}. "catalogues" lists those there are.`);
      return call('catalogues.export', { hash: row.hash, format, path: file, job: 'export-catalogue' });
    });
    return { value, text: `${value.path}  (${Math.ceil(value.size / 1024)} kB, SHA-256 ${value.sha256})` };
  },
};

function describeReading({ name, catalogue, isKnown, notices, problems, differences }: CatalogueReading): string {
  if (!catalogue) return [`“${name}” would not be taken in:`, ...problems.map(describeProblem)].join('\n');
  const known = isKnown ? '  This very content is here already.' : '';
  const changes = (['added', 'removed', 'changed'] as const).flatMap((change) => {
    const count = differences.filter((one) => one.change === change).length;
    return count > 0 ? [`${count} ${change}`] : [];
  });
  const against = changes.length > 0 ? [`Against what it follows: ${changes.join(', ')}.`] : [];
  return [`Would keep ${describeRow(catalogue)}${known}`, ...notices, ...against].join('\n');
}

/** The problems that a refused import names. */
function problemsOf(error: unknown): CatalogueProblem[] | undefined {
  if (!isAppError(error)) return undefined;
  const { problems } = (error.details ?? {}) as { problems?: CatalogueProblem[] };
  return problems;
}

/** Takes in a catalogue from a file. */
export const importCatalogue: Command = {
  usage: 'import-catalogue --workspace DIR --file F.xlsx|F.json [--id ID] [--version V] [--title T] [--dry-run]',
  about:
    'keeps a catalogue beside those of the product, whole or not at all; with --dry-run only shows what it would do',
  options: { workspace: 'text', file: 'text', id: 'text', version: 'text', title: 'text', 'dry-run': 'switch' },
  async run(given, around) {
    refuseWords(given);
    const names = (['id', 'version', 'title'] as const).flatMap((name) => {
      const value = findTextOption(given, name);
      return value === undefined ? [] : [[name, value] as const];
    });
    const input = { file: { path: path.resolve(requireText(given, 'file')) }, as: Object.fromEntries(names) };
    const workspace = requireText(given, 'workspace');
    if (given.options['dry-run'] === true) {
      const value = await withWorkspace(around, workspace, 'write', (call) => call('catalogues.preview', input));
      return { value, text: describeReading(value), exitCode: value.catalogue ? 0 : 1 };
    }
    try {
      const value = await withWorkspace(around, workspace, 'write', (call) => call('catalogues.import', input));
      return { value, text: `Kept ${describeRow(value)}` };
    } catch (error) {
      const problems = problemsOf(error);
      if (around.json || !problems) throw error;
      const head = `“${path.basename(input.file.path)}” was not taken in:`;
      return { value: null, text: [head, ...problems.map(describeProblem)].join('\n'), exitCode: 1 };
    }
  },
};

/** Prints the JSON Schema of a catalogue file. */
export const catalogueSchema: Command = {
  usage: 'catalogue-schema',
  about: 'prints the JSON Schema of a catalogue as a JSON file',
  options: {},
  run(given) {
    refuseWords(given);
    const value = catalogueFileSchema();
    return Promise.resolve({ value, text: JSON.stringify(value, null, 2) });
  },
};
