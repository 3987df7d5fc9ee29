import { parseArgs } from 'node:util';
import { isAppError } from '../../shared/errors.ts';
import { toWireError } from '../../shared/rpc/reply.ts';
import { addEvidence } from './evidence.ts';
import { audits, newAudit } from './audits.ts';
import { backup, restore } from './backup.ts';
import { call, methods } from './call.ts';
import { catalogues, catalogueSchema, exportCatalogue, importCatalogue } from './catalogues.ts';
import { type Command, type Given, type Surroundings, UsageError } from './command.ts';
import { demo, report, sheets } from './report.ts';
import { seal } from './seal.ts';
import { serve } from './serve.ts';
import { importSoa } from './soa.ts';
import { verify } from './verify.ts';

/** Every command by its name. */
export const commands: Record<string, Command> = {
  demo,
  audits,
  new: newAudit,
  'import-soa': importSoa,
  'add-evidence': addEvidence,
  catalogues,
  'export-catalogue': exportCatalogue,
  'import-catalogue': importCatalogue,
  'catalogue-schema': catalogueSchema,
  report,
  sheets,
  seal,
  verify,
  backup,
  restore,
  call,
  methods,
  serve,
};

function usage(): string {
  const lines = Object.values(commands).map(({ usage: line, about }) => `  ${line}\n      ${about}`);
  return ['Usage: npm run --silent plumbline -- COMMAND … [--json]', '', ...lines].join('\n');
}

function parse(command: Command, argv: string[]): Given & { json: boolean } {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, kind]) => [
      name,
      kind === 'switch' ? { type: 'boolean' as const } : { type: 'string' as const, multiple: kind === 'list' },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      options: { ...options, json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const { json, ...rest } = values as Record<string, string | boolean | string[] | undefined>;
    return { options: rest, words: positionals, json: json === true };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'Not understood.');
  }
}

/** Standard output and standard error of one run. */
export interface Streams {
  out(text: string): void;
  error(text: string): void;
}

/** Runs the command line. Answers with the exit status: 0 done, 1 refused, 2 wrong usage. */
export async function runCommand(
  argv: string[],
  around: Omit<Surroundings, 'json'>,
  streams: Streams,
): Promise<number> {
  const isJson = argv.includes('--json');
  const [name, ...rest] = argv[0] === '--json' ? [...argv.slice(1), '--json'] : argv;
  const command = name === undefined ? undefined : commands[name];
  try {
    if (name === undefined || name === 'help' || name === '--help') {
      streams.out(usage());
      return name === undefined ? 2 : 0;
    }
    if (!command) throw new UsageError(`There is no command ${name}.`);
    const given = parse(command, rest);
    const result = await command.run(given, { ...around, json: given.json });
    if (!result) return 0;
    streams.out(given.json ? JSON.stringify(result.value) : result.text);
    return result.exitCode ?? 0;
  } catch (error) {
    if (error instanceof UsageError) {
      streams.error(`${error.message}\n${command ? `Usage: ${command.usage}` : usage()}`);
      return 2;
    }
    const wire = toWireError(error);
    if (!isAppError(error)) streams.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    if (isJson) streams.out(JSON.stringify({ ok: false, error: wire }));
    else streams.error(wire.message);
    return 1;
  }
}
